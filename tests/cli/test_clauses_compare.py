"""`clauses compare`: two wordings of the library beside each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Command

from treatykit.model.decide import accept, reject
from treatykit.readers.json import read_json

TWO = ("non-use-of-force", "charter", "consultation")


def test_two_alternatives_are_printed_beside_each_other_with_what_is_known_of_them(treatykit: Command) -> None:
    done = treatykit("clauses", "compare", *TWO)

    assert (done.code, done.err) == (0, "")
    assert done.lines[0].split() == ["non-use-of-force/charter", "non-use-of-force/consultation"]
    assert any(line.split() == ["Depth:", "[-principles-]", "Depth:", "{+full+}"] for line in done.lines)
    assert any(line.split() == ["Favours:", "neither", "Favours:", "neither"] for line in done.lines)
    assert "For: A party seeking brevity" in done.out
    assert "2. {+That obligation" in done.out
    assert max(map(len, done.lines)) <= 80


def test_wordings_of_two_topics_are_compared_too(treatykit: Command) -> None:
    first = treatykit("clauses", "compare", "recognition/general", "no-territorial-claims/present")

    assert first.code == 0
    assert "[-Recognition of sovereignty" in first.out


def test_the_redline_leads_from_the_one_to_the_other_below_the_facts(treatykit: Command) -> None:
    made = [f"both{suffix}" for suffix in (".docx", ".html", ".md", ".json")]
    done = treatykit("clauses", "compare", *TWO, *(part for name in made for part in ("-o", name)))

    assert (done.code, done.lines) == (0, made)
    redline = read_json(Path("both.json").read_bytes(), "both.json").document
    table, *words = redline.body
    old, new = reject(redline).body[1:], accept(redline).body[1:]
    assert table == reject(redline).body[0] == accept(redline).body[0]
    assert len(old) < len(new) < len(words) + 1
    assert "| Depth | **principles** | **full** |" in Path("both.md").read_text(encoding="utf-8")


def test_a_program_is_told_the_facts_and_the_changes(treatykit: Command) -> None:
    data = treatykit("clauses", "compare", *TWO, "--json").data

    assert {"name": "Strength", "old": "3 of 5", "new": "5 of 5"} in data["facts"]
    assert data["report"]["summary"]["counts"] == [["amended", 2], ["inserted", 15]]


def test_a_wording_compared_with_itself_has_no_change(treatykit: Command) -> None:
    done = treatykit("clauses", "compare", "recognition", "general", "general")

    assert "The two texts are the same." in done.out
    assert "[-" not in done.out


@pytest.mark.parametrize(
    ("names", "code", "message"),
    [
        (("recognition", "general"), 2, "two wordings are compared — write "),
        (("recognition", "general", "instruments", "x"), 2, "two wordings are compared — write "),
        (("recognition/general", "general"), 2, "two wordings are compared — write "),
        (("recognition", "general", "instrments"), 4, "no alternative 'instrments' in 'recognition' — did you mean"),
        (("recogniton/general", "recognition/general"), 4, "no clause 'recogniton' in the library — did you mean"),
    ],
)
def test_what_cannot_be_compared_is_told(treatykit: Command, names: tuple[str, ...], code: int, message: str) -> None:
    done = treatykit("clauses", "compare", *names, "-o", "redline.docx")

    assert (done.code, done.out) == (code, "")
    assert done.err.startswith(message)
    assert not Path("redline.docx").exists()
