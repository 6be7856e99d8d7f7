from __future__ import annotations

import pytest
from tests.library.samples import front_matter

from treatykit.errors import ContentError, Where
from treatykit.library.instruments import InstrumentType
from treatykit.library.loader import load_front_matter
from treatykit.library.params import ListParam, PartyParam
from treatykit.library.schema import FrontMatter
from treatykit.library.targets import AlternativeTarget, AnyTarget, OptionTarget, ParamTarget, TopicTarget, TypeTarget

FACTS = """\
params:
  hours: {type: integer, prompt: How many?, default: 24, min: 1, max: 240}
  deadline: {type: duration, prompt: How long?, unit: days, default: 30}
  mode: {type: choice, prompt: Which?, choices: [road, rail], default: road}
  routes: {type: list, prompt: Which?, default: [a, b]}
  transit_state: {type: party, prompt: Who?}
options:
  escorts: {prompt: May it?, default: false}
requires:
  - target: maps
    because: it shows the line.
  - target: {any: [maps/agreed, "param:transit-state.x", "param:transit_state", "option:transit.escorts", type:treaty]}
    because: one of them is needed.
sources:
  - {cite: "Convention on Transit Trade of Land-locked States, 1965, Article 15", relation: inspired}
"""


def loaded(text: str) -> FrontMatter:
    return load_front_matter(f"---\n{text}---\n", "transit.md", "transit")[0]


def test_front_matter_says_what_was_written() -> None:
    facts = loaded(front_matter("transit", "full", "short", facts=FACTS))

    assert [alternative.id for alternative in facts.alternatives] == ["full", "short"]
    assert isinstance(routes := facts.params["routes"], ListParam)
    assert routes.default == ("a", "b")
    assert isinstance(facts.params["transit_state"], PartyParam)
    assert facts.options["escorts"].default is False
    assert [rule.target for rule in facts.requires] == [
        TopicTarget("maps"),
        AnyTarget(
            (
                AlternativeTarget("maps", "agreed"),
                ParamTarget("transit-state", "x"),
                ParamTarget(None, "transit_state"),
                OptionTarget("transit", "escorts"),
                TypeTarget(InstrumentType.TREATY),
            )
        ),
    ]
    assert facts.alternative("short") == facts.alternatives[1]
    assert facts.alternative("long") is None


# What stands in right front matter, what stands there instead, where the error is, what it says, what to do.
MISTAKES = [
    ("kind: article", "kind: artikle", "artikle", "'artikle'", "did you mean 'article'?"),
    ("part: peace", "part: war", "war", "'war'", "write opening, peace"),
    ('"1.0"', "1.0", "1.0", "not the number 1.0", "quotes"),
    ("title: Transit", "titel: Transit", "titel", "no key is called 'titel'", "did you mean 'title'?"),
    ("summary: What it is about.\n", "", "id: transit", "'summary' is missing", "add 'summary: …'"),
    ("summary: What it is about.", "summary:", "summary", "nothing is written here", "after the colon"),
    ("id: transit", "id: Transit", "Transit", "'Transit' cannot be an id", "small letters"),
    ("id: transit", "id: transfer", "transfer", "the id is 'transfer'", "'transit'"),
    ("type: integer", "type: intger", "intger", "'intger'", "did you mean 'integer'?"),
    ("type: integer, ", "", "hours:", "'type' is missing", "add 'type: …'"),
    ("min: 1", "mni: 1", "mni", "no key is called 'mni'", "did you mean 'min'?"),
    ("min: 1", "unit: days", "unit", "no key is called 'unit'", "prompt, type, min, max and default"),
    ("max: 240", "max: 0", "0}", "below the lowest, 1", "1 or more"),
    ("default: 24", "default: 0", "0", "0 is too little", "the least is 1"),
    ("default: 24", "default: a day", "a day", "a whole number", "without quotes"),
    ("default: road", "default: raod", "raod", "'raod' is none of the choices", "did you mean 'road'?"),
    ("hours:", "short:", "short", "'short' cannot be a name", "a form of a role's name"),
    ("hours:", "Hours:", "Hours", "'Hours' cannot be a name", "small letters"),
    ("default: false", "default: no", "no}", "true or false", "'true' or 'false'"),
    ("target: maps\n", "target: maps/\n", "maps/", "'maps/' is no target", "'topic/alternative'"),
    ("target: maps\n", "target: param:Maps.x\n", "param:", "'param:Maps.x' is no target", "'param:role'"),
    (
        "target: maps\n",
        "target: type:memorandun\n",
        "type:",
        "no text is called 'memorandun'",
        "did you mean 'memorandum'?",
    ),
    ("target: maps\n", "target: {any: []}\n", "{any", "a target is expected", "'any: […]'"),
    ("maps/agreed", "Maps", "Maps", "'Maps' is no target", "'topic'"),
    ("    because: it shows the line.\n", "", "target: maps", "'because' is missing", "add"),
    ("relation: inspired", "relation: copied", "copied", "'copied'", "quoted, adapted, inspired or contrast"),
    ("relation: inspired", "relation: inspired, confidence: sure", "sure", "'sure'", "verified or known"),
    (
        "relation: inspired",
        "relation: inspired, wordings: [fre]",
        "fre",
        "no wording is called 'fre'",
        "full and short",
    ),
    ("strength: 3", "strength: 7", "7", "7 is too much", "the most is 5"),
    ("strength: 3", "strength: 0", "0\n", "0 is too little", "the least is 1"),
    ("[framework, comprehensive]", "framework", "framework", "a list is expected", "'- '"),
    ("[framework, comprehensive]", "[]", "[]", "nothing is written", "at least one"),
    ("    for: A party will say yes.\n", "", "id: full", "'for' is missing", "add"),
    ("for: A", "pro: A", "pro", "no key is called 'pro'", "for, against"),
    ("id: short", "id: full", "full", "a second alternative 'full'", "its own id"),
]


@pytest.mark.parametrize(("right", "wrong", "place", "message", "hint"), MISTAKES)
def test_a_mistake_is_told_with_its_place_and_its_remedy(
    right: str, wrong: str, place: str, message: str, hint: str
) -> None:
    before, found, after = front_matter("transit", "full", "short", facts=FACTS).partition(right)
    text = f"---\n# A comment.\n{before}{wrong}{after}---\n"
    offset = text.index(place, len("---\n# A comment.\n" + before) if place in wrong else 0)

    with pytest.raises(ContentError) as caught:
        load_front_matter(text, "transit.md", "transit")

    assert found
    assert message in caught.value.message
    assert caught.value.where == Where(
        "transit.md", text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
    )
    assert hint in (caught.value.hint or "")


def test_a_wrong_entry_is_not_told_as_a_list_that_is_too_short() -> None:
    with pytest.raises(ContentError, match="7 is too much"):
        loaded(front_matter("transit", "full").replace("strength: 3", "strength: 7"))


@pytest.mark.parametrize(
    ("text", "where", "message"),
    [
        ("", "transit.md:1", "without front matter"),
        ("id: transit\n", "transit.md:1", "without front matter"),
        ("---\nid: transit\n", "transit.md:1", "does not end"),
        ("---\n---\n", "transit.md", "nothing is written here"),
        ("---\ntransit\n---\n", "transit.md:2:1", "not the text 'transit'"),
    ],
)
def test_a_file_without_front_matter_is_refused(text: str, where: str, message: str) -> None:
    with pytest.raises(ContentError) as caught:
        load_front_matter(text, "transit.md", "transit")

    assert message in caught.value.message
    assert str(caught.value.where) == where


def test_windows_line_ends_and_a_byte_order_mark_mean_nothing() -> None:
    text = f"---\n{front_matter('transit', 'full')}---\n"

    assert (
        load_front_matter("\ufeff" + text.replace("\n", "\r\n"), "transit.md", "transit")[0]
        == load_front_matter(text, "transit.md", "transit")[0]
    )


def test_all_that_is_wrong_is_told_at_once_and_what_is_missing_last() -> None:
    text = front_matter("transit", "full", "short", facts=FACTS)
    for right, wrong in (
        ("title: Transit\n", "titel: Transit\n"),
        ("kind: article", "kind: artikle"),
        ("summary: What it is about.\n", ""),
        ("strength: 3", "strength: 7"),
        ("    for: A party will say yes.\n", ""),
        ("default: road", "default: raod"),
    ):
        assert right in text
        text = text.replace(right, wrong, 1)

    with pytest.raises(ContentError) as caught:
        loaded(text)

    told = [(error.where.line, error.message) for error in caught.value.all if error.where]
    assert told == [
        (3, "no key is called 'titel' here"),
        (5, "'artikle' is not possible here"),
        (10, "'raod' is none of the choices"),
        (28, "7 is too much"),
        (2, "'summary' is missing"),
        (23, "'for' is missing"),
    ]


def test_of_a_union_one_error_is_told() -> None:
    with pytest.raises(ContentError) as caught:
        loaded(
            front_matter(
                "transit", "full", facts="params: {days: {type: duration, prompt: x, unit: days, default: [1]}}"
            )
        )

    assert len(caught.value.lines) == 1
