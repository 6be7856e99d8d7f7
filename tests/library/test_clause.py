from __future__ import annotations

import pytest
from tests.library.samples import clause_file

from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import ContentError, Where
from treatykit.library.clause import Clause, labels, references
from treatykit.library.cross_check import clause_findings
from treatykit.library.loader import load_clause, split_clause
from treatykit.library.schema import FrontMatter
from treatykit.library.validation import validated
from treatykit.library.wordings import Wordings
from treatykit.markup.syntax import Reference
from treatykit.markup.yaml_document import read_yaml

FACTS = """\
params:
  hours: {type: integer, prompt: How many?}
  deadline: {type: duration, prompt: How long?, unit: days}
  day: {type: date, prompt: When?}
  fee: {type: money, prompt: How much?}
  routes: {type: list, prompt: Which?}
  name: {type: text, prompt: Which?}
  transit_state: {type: party, prompt: Who?}
options:
  escorts: {prompt: May it?, default: false}
"""

WORDING = """\
1. {#ban} {{ transit_state.short | cap }} acts within {{ transit.hours | words }} hours,
   {{ transit.deadline | words | cap }}, on {{ transit.day | date }}, for {{ transit.fee | money }},
   along {{ transit.routes | join }} under {{ transit.name | upper }}, see {@#ban}, {@transit#ban} and {@maps#scale}.
   > See {@notes}.

2. {?escorts} {{ the_parties | cap }} may escort on {{ done_date | date }}.
"""


def loaded(wording: str = WORDING, facts: str = FACTS) -> Clause:
    return load_clause(clause_file("transit", wording, facts=facts), "transit.md", "transit")


def findings(text: str) -> tuple[Diagnostic, ...]:
    """What a clause file that may be wrong is told, without loading it first."""
    parts = split_clause(text, "transit.md")
    document = read_yaml(parts.front_matter, "transit.md", first_line=2)
    words = Wordings(parts.body, "transit.md", parts.body_line)
    return clause_findings(Clause(validated(FrontMatter, document), words, document))


def test_a_sound_clause_is_loaded_with_its_facts_and_its_words() -> None:
    clause = loaded()

    assert clause.topic == "transit"
    assert clause.wording("full") is clause.body.alternatives[0]
    assert clause.facts_on("full") is clause.facts.alternatives[0]
    assert clause_findings(clause) == ()


def test_the_words_of_a_clause_know_their_lines_in_the_file() -> None:
    text = clause_file("transit", WORDING, facts=FACTS)
    line = text.splitlines().index("## alternative: full") + 1

    assert loaded().wording("full").where == Where("transit.md", line, 1)


def test_an_unknown_alternative_is_told_with_the_nearest() -> None:
    with pytest.raises(ContentError) as caught:
        loaded().wording("ful", where=Where("drafts/fish.yaml", 12, 5))

    assert str(caught.value) == "drafts/fish.yaml:12:5: no alternative 'ful' in 'transit' — did you mean 'full'?"


def test_references_are_told_with_their_topic_and_those_in_notes_are_none() -> None:
    wording = loaded().wording("full")

    assert list(labels(wording)) == ["ban"]
    assert [reference for reference, _ in references(wording, "transit")] == [
        Reference("transit", "ban"),
        Reference("transit", "ban"),
        Reference("maps", "scale"),
    ]


# What stands in the right file, what stands there instead, code, line and column by the text there, message, hint.
MISTAKES = [
    ("transit.hours", "transit.ours", "undeclared-param", "{{ transit.ours", "'ours'", "did you mean 'hours'?"),
    ("transit_state.short", "transit.transit_state", "role-as-param", "{{ transit.t", "a role", "transit_state.short"),
    (
        "transit_state.short",
        "transit_stat.short",
        "undeclared-role",
        "{{ transit_stat",
        "'transit_stat'",
        "did you mean",
    ),
    ("transit_state.short | cap", "user.short", "undeclared-role", "{{ user", "'user'", "'type: party'"),
    ("hours | words", "hours | date", "unfitting-filter", "{{ transit.hours", "of type integer", "cap, upper"),
    ("fee | money", "fee | words", "unfitting-filter", "{{ transit.fee", "of type money", "money can"),
    ("name | upper", "name | join", "unfitting-filter", "{{ transit.name", "of type text", "cap and upper can"),
    ("short | cap", "short | words", "unfitting-filter", "{{ transit_state", "'transit_state.short'", "no filter"),
    ("the_parties | cap", "the_parties | words", "unfitting-filter", "{{ the_parties", "'the_parties'", "cap"),
    ("{?escorts}", "{?escort}", "undeclared-option", "{?escort}", "'escort'", "did you mean 'escorts'?"),
    ("{@#ban}", "{@#bam}", "unknown-label", "{@#bam}", "no label 'bam' in 'full'", "did you mean 'ban'?"),
    ("{@transit#ban}", "{@transit#x}", "unknown-label", "{@transit#x}", "no label 'x'", "'{#x}'"),
    ("{{ transit.name | upper }}", "law", "unused-param", "name: {", "'name'", "'{{ transit.name }}'"),
    ("{?escorts} ", "", "unused-option", "escorts: {", "'escorts'", "'{?escorts}'"),
    ("- id: full", "- id: fall", "no-wording", "fall", "'fall' has no wording", "did you mean 'full'?"),
    (": full\n\n1", ": long\n\n1", "no-facts", "## alt", "does not know 'long'", "'alternatives'"),
]


@pytest.mark.parametrize(("right", "wrong", "code", "place", "message", "hint"), MISTAKES)
def test_facts_and_words_that_disagree_are_told_with_their_place(
    right: str, wrong: str, code: str, place: str, message: str, hint: str
) -> None:
    text = clause_file("transit", WORDING, facts=FACTS)
    assert right in text
    text = text.replace(right, wrong, 1)
    offset = text.index(place)
    where = Where("transit.md", text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))

    found = {finding.code: finding for finding in findings(text)}[code]

    assert (found.severity, found.where) == (Severity.ERROR, where)
    assert message in found.message
    assert hint in (found.hint or "")


def test_the_first_disagreement_in_the_file_keeps_a_clause_from_being_loaded() -> None:
    wrong = WORDING.replace("transit.hours", "transit.ours").replace("{?escorts}", "{?escort}")

    with pytest.raises(ContentError, match="no wording uses the parameter 'hours'"):
        loaded(wrong)


def test_a_parameter_or_option_may_be_there_for_a_rule_alone() -> None:
    facts = """\
        params:
          days: {type: integer, prompt: How many?}
        options:
          seals: {prompt: Are there?, default: true}
        requires:
          - {target: "param:transit.days", because: they count.}
          - {target: "option:transit.seals", because: they matter.}
        """

    assert clause_findings(loaded("Peace.", facts)) == ()


def test_facts_and_wordings_in_different_orders_are_a_warning() -> None:
    text = clause_file("transit", {"a": "x", "b": "y"})
    swapped = text.replace("## alternative: a", "## alternative: c").replace("## alternative: b", "## alternative: a")

    (finding,) = findings(swapped.replace("## alternative: c", "## alternative: b"))

    assert (finding.severity, finding.code) == (Severity.WARNING, "order-of-alternatives")


def told(text: str) -> list[str]:
    """What is told of a file that is wrong, with the line of each."""
    with pytest.raises(ContentError) as refused:
        load_clause(text, "transit.md", "transit")
    return [f"{error.where.line if error.where else 0} {error.message}" for error in refused.value.all]


def test_all_mistakes_of_a_file_are_told_at_once_in_the_order_of_the_file() -> None:
    body = """\
1. A {{ transit.hous }} slot.

   2. Here nothing begins.
2. **A term.

[A:
1. {?escort} A condition.
]][B:
]

(a) Bare [^one].
- A bullet.

#### Seals

{#ban} {#more} Labels.

## alternative: Other One

1. An { open mark.

## alternative: full

1. Words after *.
"""
    text = clause_file("transit", body, facts=FACTS).replace("kind: article", "kind: act")
    head = text[: text.index("1. A {{")].count("\n") + 1

    found = told(text)

    lines = [int(each.split()[0]) - head for each in found]
    assert lines == sorted(lines)
    assert lines[0] < 0, found
    assert set(lines[1:]) == {3, 7, 11, 15, 17, 19, 21, 23}, found


def test_what_a_broken_wording_may_still_say_is_not_told_to_be_missing() -> None:
    wording = WORDING.replace("1. {#ban}", "1. {#ban} **") + "\n3. {?escort} See {@#bann} and {{ transit.hous }}.\n"

    found = told(clause_file("transit", wording, facts=FACTS))

    assert [each.partition(" ")[2] for each in found] == [
        "'**' opens nothing",
        "no option is called 'escort'",
        "no parameter is called 'hous'",
    ]
