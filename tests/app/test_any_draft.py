"""Whatever a draft chooses from the real library: it becomes a sound text, or the broken rules are named."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from tests.assemble.making import DRAFT, THREE
from tests.thoroughness import thorough

from treatykit.app.shelves import packaged_shelf
from treatykit.assemble.assembly import Assembly, assemble
from treatykit.assemble.draft import Draft, read_draft
from treatykit.assemble.rules import RulesBrokenError
from treatykit.check.checking import check_document
from treatykit.diagnostics import Diagnostic, Severity
from treatykit.model.annotations import is_annotation, without_annotations
from treatykit.model.content import NoteReference, Reference, Text
from treatykit.model.normal import normalise
from treatykit.model.plain import plain_text
from treatykit.model.walk import paragraphs

LIBRARY = packaged_shelf()
BY_THE_AUTHOR = {"undefined-term", "unused-term", "no-entry-into-force"}
"""Checks that a choice of clauses can fail by itself, such as leaving the entry into force out."""


@st.composite
def drafts(draw: st.DrawFn) -> dict[str, Any]:
    """A draft that chooses wordings, brackets and options at random."""
    variant = draw(st.sampled_from(LIBRARY.variants()))
    choose, bracket, options, omit = {}, {}, {}, {}
    for choice in LIBRARY.profile(variant).topics:
        facts = LIBRARY.facts(choice.topic)
        ids = [each.id for each in facts.alternatives if variant in each.variants]
        what = draw(st.sampled_from(["profile", "profile", "choose", "choose", "bracket", "omit"]))
        if what == "choose":
            choose[choice.topic] = draw(st.sampled_from(ids))
        elif what == "bracket":
            first, second = draw(st.permutations([*ids, "none"]))[:2]
            bracket[choice.topic] = {"KAR": first, "TES": second}
        elif what == "omit" and draw(st.booleans()):
            omit[choice.topic] = "not now"
        for option in facts.options:
            options[f"{choice.topic}.{option}"] = draw(st.booleans())
    kind = draw(st.sampled_from(["treaty", "memorandum", "declaration"]))
    head = draw(st.sampled_from([DRAFT, THREE]))
    return {
        "variant": variant,
        "head": head,
        "type": kind,
        "choose": choose,
        "bracket": bracket,
        "omit": omit,
        "options": options,
    }


@settings(max_examples=thorough(60), suppress_health_check=[HealthCheck.too_slow])
@given(drafts())
def test_a_text_is_sound_or_its_broken_rules_are_named(facts: dict[str, Any]) -> None:
    head, variant = facts.pop("head"), facts.pop("variant")
    draft = read_draft(head + "".join(f"{entry}: {_yaml(value)}\n" for entry, value in facts.items()), "draft.yaml")

    made, broken = _made(draft, variant)
    event("sound" if made else "rules broken")
    if made is None:
        assert broken
        assert all(each.message and each.hint for each in broken)
        return

    document = made.document
    assert document == normalise(document)
    assert "{" not in plain_text(document)
    for paragraph in paragraphs(document):
        for inline in paragraph.inlines:
            if isinstance(inline, Reference):
                assert inline.text
            if isinstance(inline, NoteReference):
                assert inline.blocks
    wrong = [each for each in check_document(document, "draft") if each.severity is Severity.ERROR]
    assert [str(each) for each in wrong if each.code not in BY_THE_AUTHOR] == []
    assert assemble(draft, LIBRARY, variant=variant) == made
    assert_annotated_like(made, assemble(draft, LIBRARY, variant=variant, annotated=True))


def assert_annotated_like(made: Assembly, annotated: Assembly) -> None:
    """The annotated edition has the same text, and its annotations have nothing that is not agreed or filled in."""
    assert without_annotations(annotated.document) == made.document
    assert (annotated.figures, annotated.blanks) == (made.figures, made.blanks)
    for block in filter(is_annotation, annotated.document.body):
        assert all(isinstance(inline, Text | Reference) for inline in block.inlines)
        assert all(inline.text for inline in block.inlines if isinstance(inline, Reference))


def _made(draft: Draft, variant: str) -> tuple[Assembly | None, tuple[Diagnostic, ...]]:
    try:
        return assemble(draft, LIBRARY, variant=variant), ()
    except RulesBrokenError as error:
        return None, error.broken


def _yaml(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_yaml(each)}" for key, each in value.items()) + "}"
    return str(value).lower() if isinstance(value, bool) else str(value)
