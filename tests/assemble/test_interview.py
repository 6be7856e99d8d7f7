"""An interview about a draft: whatever is answered, the draft is sound, and answers given beforehand make the same."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st
from tests.assemble.making import clause, library
from tests.thoroughness import thorough

from treatykit.assemble.answers import Key, Kind
from treatykit.assemble.assembly import assemble
from treatykit.assemble.draft import read_draft
from treatykit.assemble.draft_schema import DraftFile
from treatykit.assemble.interview import Interview, begin
from treatykit.assemble.question import Question
from treatykit.errors import ContentError, TreatykitError
from treatykit.library.index import Library

# A failing interview prints its answers and its draft, which say enough; making it shorter takes a minute.
QUICKLY = (Phase.explicit, Phase.reuse, Phase.generate)

_MOST_QUESTIONS = 150
_BORDER = {
    "one": "    requires: [{target: maps/one, because: a line needs a map.}]\n",
    "two": "    conflicts: [{target: 'type:memorandum', because: a memorandum draws no line.}]\n",
}
_WATCH = {"one": "    requires: [{target: {any: [arms, 'option:maps.old']}, because: somebody must look.}]\n"}
_ROADS = {"two": "    requires: [{target: 'param:roads.lanes', because: lanes are counted.}]\n"}
_MAPS_FACTS = """\
params:
  sheets: {type: list, prompt: Which sheets?}
  scale: {type: choice, prompt: Which scale?, choices: ["50,000", "100,000"], default: "50,000"}
  published: {type: date, prompt: When were they published?}
options:
  old: {prompt: Old ones too?, default: false}
"""
_ROADS_FACTS = """\
params:
  notice: {type: duration, unit: days, prompt: How much notice?, default: 30, min: 2, max: 90}
  fee: {type: money, prompt: Which fee?}
  lanes: {type: integer, prompt: How many lanes?, min: 1}
  transit_state: {type: party, prompt: Which party is the transit State?}
"""


def shelf() -> Library:
    """Few clauses with every kind of value and of rule."""
    return library(
        clause(
            "border", "A border.", "Another border {@maps#sheets}.", "{?@arms} See {@arms}.\n\nA third.", of=_BORDER
        ),
        clause(
            "maps",
            "1. {#sheets} Maps {{ maps.sheets | join }} of {{ maps.published | date }}.\n2. {?old} {{ maps.scale }}.",
            "Other maps.",
            facts=_MAPS_FACTS,
        ),
        clause("watch", "They watch.", "They do not watch.", of=_WATCH),
        clause("arms", "No arms.", "Few arms.", variants={"one": ["comprehensive"], "two": ["comprehensive"]}),
        clause(
            "roads",
            "{{ transit_state.adjective }} roads, {{ roads.notice }}, {{ roads.fee | money }}, {{ roads.lanes }}.",
            "No roads.",
            facts=_ROADS_FACTS,
            of=_ROADS,
        ),
        clause("closing", "DONE at {{ place }} on {{ done_date }} in {{ authentic_languages }}.", kind="testimonium"),
        framework=["border/three", "maps", "watch/two", "closing"],
        comprehensive=["border", "maps", "watch", "arms", "roads", "closing"],
        exclude="[{target: arms, because: arms are contested.}]",
    )


SHELF = shelf()

texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12) | st.sampled_from(
    ["NO", "null", "1.5", "0x1F", "a: b", "a #b", "- c", "'q' \"r\"", "{x}", "é—ß", "x\u2028y", "2031-05-03", "45 days"]
)


@st.composite
def replies(draw: st.DrawFn, question: Question) -> str:
    """What somebody might reply to a question, mistakes included."""
    values = [offer.value for offer in question.offers]
    match question.key.kind:
        case Kind.VARIANT:
            return draw(st.sampled_from(values))
        case Kind.MEND:
            return draw(st.sampled_from([*values, *map(str, range(1, len(values) + 1))])) if values else "<"
        case Kind.CHOOSE:
            first, second = draw(st.permutations([*values, "none"]))[:2]
            ways = [*values, "", "1", "omit: not: now", f"bracket: {_CODES[0]}:{first},{_CODES[1]}:{second}"]
            return draw(st.sampled_from(ways))
        case Kind.ADD:
            return draw(st.sampled_from(["", *values, *(f"{each}: it is wanted" for each in values)]))
        case Kind.PARTY:
            number = int(question.key.name)
            return f"{_CODES[number - 1]}=the {_REALMS[number - 1]} of {draw(texts)}" if number < 3 else ""
        case Kind.SET:
            some = ["", "-", "7", "30 days", "1991-04-03", "a; b", "5000 EUR", *_CODES, *values]
            return draw(st.sampled_from(some) | texts)
        case Kind.STRUCTURE:
            return draw(st.sampled_from(["", "", *_STRUCTURES]))
        case Kind.IN:
            return draw(st.sampled_from(["", *_DIFFERENCES]))
        case _:
            return draw(st.sampled_from(["", *values]) if values else texts | st.just(""))


_CODES = ("KAR", "TES")
_REALMS = ("Republic", "Kingdom")
_STRUCTURES = ("border; maps; closing", "maps/two, roads closing", "watch/one;arms/two", "maps; maps", "nowhere; maps")
_DIFFERENCES = (
    *("comprehensive: choose maps=two", "comprehensive: omit arms=not now", "framework: title=Treaty on Less"),
    *("comprehensive: set maps.sheets=a; b", "comprehensive: option maps.old=yes", "framework: add roads=for trade"),
    *("framework: bracket maps=KAR:one,TES:none", "framework: set maps.scale=", "partial: parts=no", "framework: x"),
)


class Led:
    """An interview at its end, which shows itself as what was replied."""

    def __init__(self, interview: Interview, replied: list[str]) -> None:
        self.interview = interview
        self.replied = replied

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.replied})"


@st.composite
def interviews(draw: st.DrawFn) -> Led:
    """An interview that somebody has led to its end, with some steps back."""
    now = begin(SHELF)
    replied: list[str] = []
    for _ in range(_MOST_QUESTIONS):
        question = now.question()
        if question is None:
            return Led(now, replied)
        reply = draw(replies(question))
        replied.append(reply)
        if reply == "<" or draw(st.integers(0, 30)) == 30:
            now = now.back()
            continue
        try:
            now = now.answer(reply)
        except ContentError:
            now = now.answer("Default title") if question.key.kind is Kind.TITLE else _by_default(now)
        event(str(question.key.kind))
    raise AssertionError("the questions do not end")


def _by_default(now: Interview) -> Interview:
    try:
        return now.take_default()
    except ContentError:
        return now.forgotten() if asked(now).earlier else now.back()


def asked(now: Interview) -> Question:
    question = now.question()
    assert question
    return question


def to_the_end(now: Interview) -> Interview:
    while now.question():
        now = now.take_default()
    return now


@settings(max_examples=thorough(40), phases=QUICKLY, suppress_health_check=[HealthCheck.too_slow])
@given(interviews())
def test_whatever_is_answered_the_draft_is_sound_and_says_what_was_answered(led: Led) -> None:
    text = led.interview.text()

    read = read_draft(text, "draft.yaml")

    assert read.file == DraftFile.model_validate(led.interview.entries())
    assert _told(text) == [], f"a rule is broken in\n{text}"


@settings(max_examples=thorough(25), phases=QUICKLY, suppress_health_check=[HealthCheck.too_slow])
@given(interviews())
def test_the_same_answers_given_beforehand_make_the_same_file(led: Led) -> None:
    beforehand = begin(SHELF, led.interview.answers())

    assert to_the_end(beforehand).text() == led.interview.text()
    assert beforehand.question() is None


def _told(text: str) -> list[str]:
    """What is wrong with the text that a draft makes."""
    try:
        draft = read_draft(text, "draft.yaml")
        for variant in (draft.file.variant, *draft.file.variants):
            assemble(draft, SHELF, variant=variant)
    except TreatykitError as error:
        return list(error.lines)
    return []


# --- Examples ------------------------------------------------------------------------------------

FRAME = {
    Key(Kind.TITLE): "Treaty on Good Order",
    Key(Kind.PARTY, "1"): "KAR=the Republic of Karvela",
    Key(Kind.PARTY, "2"): "the Republic of Tesmar",
    Key(Kind.PARTY, "3"): "",
    Key(Kind.VARIANT): "framework",
}


def until(now: Interview, kind: Kind, name: str = "") -> Interview:
    """The interview at a question, everything before it answered by default."""
    while (question := now.question()) and question.key != Key(kind, name):
        now = now.take_default()
    assert question, f"nobody asks {kind} {name}"
    return now


def keys(now: Interview) -> list[str]:
    """What is asked from here on, where every default is taken."""
    found = []
    while question := now.question():
        found.append(f"{question.key.kind} {question.key.name}".strip())
        now = now.take_default()
    return found


def test_only_what_the_chosen_wordings_need_is_asked() -> None:
    assert keys(begin(SHELF, FRAME)) == [
        "type", "level", "short KAR", "short TES", "structure", "choose border", "choose maps", "choose watch", "add",
        "set maps.sheets", "set maps.published", "option maps.old",
        "language KAR", "language TES", "authentic", "working", "done-place", "done-date",
        "signatory KAR", "signatory TES", "numbering", "divisions", "parts", "in",
    ]  # fmt: skip
    without = keys(begin(SHELF, FRAME | {Key(Kind.CHOOSE, "maps"): "two"}))
    assert not [key for key in without if "maps" in key]
    assert "set maps.scale" in keys(begin(SHELF, FRAME | {Key(Kind.OPTION, "maps.old"): "yes"}))


def test_what_the_text_is_signed_numbered_and_written_in_is_said_in_the_draft() -> None:
    more = {
        Key(Kind.SIGNATORY, "KAR"): "Ilva Dorrenmark, Minister for Foreign Affairs",
        Key(Kind.SIGNATORY, "TES"): "Oren Vashti",
        Key(Kind.AUTHENTIC): "Karvelan; English",
        Key(Kind.WORKING): "French",
        Key(Kind.NUMBERING): "roman",
        Key(Kind.PARTS): "no",
    }
    said = to_the_end(begin(SHELF, FRAME | more)).entries()
    parties = said["parties"]

    assert isinstance(parties, dict)
    assert parties["KAR"]["signatory"] == {"name": "Ilva Dorrenmark", "title": "Minister for Foreign Affairs"}
    assert parties["TES"]["signatory"] == {"name": "Oren Vashti"}
    assert said["languages"] == {"working": "French", "authentic": ("Karvelan", "English")}
    assert (said["numbering"], said["parts"]) == ("roman", False)


def test_what_the_parties_are_called_is_asked_where_they_are_not_bound() -> None:
    memorandum = begin(SHELF, FRAME | {Key(Kind.TYPE): "memorandum"})

    assert "designation" in keys(memorandum)
    assert "designation" not in keys(begin(SHELF, FRAME))
    assert "designation" not in to_the_end(memorandum).entries()


def test_a_wording_that_only_a_treaty_can_have_is_not_offered_for_a_memorandum() -> None:
    def offered(**kind: str) -> list[str]:
        asked = begin(SHELF, FRAME | {Key(Kind(each)): words for each, words in kind.items()}).agenda
        return [offer.value for each in asked if each.key == Key(Kind.CHOOSE, "border") for offer in each.offers]

    assert offered() == ["one", "two", "three"]
    assert offered(type="memorandum") == ["one", "three"]


def test_a_draft_of_defaults_says_nothing_but_the_frame() -> None:
    assert to_the_end(begin(SHELF, FRAME)).entries() == {
        "format": "treatykit-draft/1",
        "title": "Treaty on Good Order",
        "variant": "framework",
        "parties": {
            "KAR": {"full": "the Republic of Karvela", "short": "Karvela"},
            "TES": {"full": "the Republic of Tesmar", "short": "Tesmar"},
        },
    }


def test_the_file_looks_as_if_a_person_had_written_it() -> None:
    led = to_the_end(
        begin(
            SHELF,
            FRAME
            | {
                Key(Kind.CHOOSE, "watch"): "one",
                Key(Kind.ADD, "arms"): "a third State asks for it",
                Key(Kind.SET, "maps.sheets"): "K-11; Old Sarrow: north",
                Key(Kind.SET, "maps.published"): "-",
            },
        )
    )

    assert (
        led.text()
        == """\
# A draft holds decisions; the words come from the clauses.
# 'treatykit clauses show TOPIC' explains a choice.
format: treatykit-draft/1
title: Treaty on Good Order
variant: framework

parties:
  KAR:
    full: the Republic of Karvela
    short: Karvela
  TES:
    full: the Republic of Tesmar
    short: Tesmar

choose:
  watch: one  # Wording one

add:
  arms:
    because: a third State asks for it

params:
  maps.sheets:
    - K-11
    - "Old Sarrow: north"
  maps.published:
"""
    )


def test_topics_that_are_named_stand_in_their_order_and_are_asked_about_alone() -> None:
    now = until(begin(SHELF, FRAME), Kind.STRUCTURE).answer("watch/two; maps; border/three; closing")

    assert keys(now)[:2] == ["choose maps", "set maps.sheets"]
    said = to_the_end(now.answer("two")).entries()
    assert (said["structure"], said["choose"]) == (
        ("watch/two", "maps", "border/three", "closing"),
        {"maps": "two"},
    )


def test_a_rule_is_kept_by_naming_another_topic_or_one_less() -> None:
    now = until(begin(SHELF, FRAME), Kind.STRUCTURE).answer("border/one; closing")

    question = asked(now)
    changes = {offer.value: offer.changes for offer in question.offers}
    assert question.key.kind is Kind.MEND
    assert changes["maps/one"][Key(Kind.STRUCTURE)] == "border/one; maps; closing"
    assert changes["omit border"][Key(Kind.STRUCTURE)] == "closing"


def test_what_differs_in_another_variant_is_said_there_alone() -> None:
    now = until(begin(SHELF, FRAME), Kind.IN)
    for reply in ("comprehensive: choose watch = two", "comprehensive: parts=no", ""):
        now = now.answer(reply)

    assert "\nvariants:\n  comprehensive:\n    parts: false\n    choose:\n      watch: two\n" in now.text()
    assert now.question() is None
