"""Small libraries and drafts, so that a test shows the few facts that it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from treatykit.assemble.assembly import Assembly, assemble
from treatykit.assemble.draft import Draft, read_draft
from treatykit.library.index import Library
from treatykit.library.sources import MemorySource
from treatykit.model.content import Block, Paragraph
from treatykit.model.plain import paragraph_text

DRAFT = """\
format: treatykit-draft/1
title: Treaty on Good Order
variant: framework
parties:
  KAR: {full: the Republic of Karvela, short: Karvela, adjective: Karvelan, language: Karvelan}
  TES: {full: the Republic of Tesmar, short: Tesmar, adjective: Tesmari, language: Tesmari}
"""

THREE = DRAFT + "  VEN: {full: the Kingdom of Venn, short: Venn, language: Vennish}\n"


def clause(
    topic: str,
    *wordings: str,
    kind: str = "article",
    facts: str = "",
    of: Mapping[str, str] | None = None,
    variants: Mapping[str, Sequence[str]] | None = None,
    part: str = "peace",
) -> str:
    """The text of a clause file.

    Args:
        wordings: The bodies of its alternatives, which are called `one`, `two` …
        facts: More front matter, such as `params`.
        of: More facts on single alternatives, by name.
        variants: The variants that an alternative fits; by default both.
    """
    names = ("one", "two", "three")[: len(wordings)]
    alternatives = "".join(
        f"""\
  - id: {name}
    label: Wording {name}
    variants: [{", ".join((variants or {}).get(name, ("framework", "comprehensive")))}]
    depth: full
    precision: precise
    strength: 3
    favours: neither
    when: Always.
    for: A party will like it.
    against: A party will not.
{(of or {}).get(name, "")}"""
        for name in names
    )
    bodies = "".join(
        f"\n## alternative: {name}\n\n{words.strip()}\n" for name, words in zip(names, wordings, strict=True)
    )
    return f"""\
---
id: {topic}
title: {topic.replace("-", " ").capitalize()}
version: "1.0"
kind: {kind}
part: {part}
summary: About {topic}.
{facts}alternatives:
{alternatives}licence: CC-BY-4.0
---
{bodies}"""


def library(*clauses: str, framework: Sequence[str], comprehensive: Sequence[str] = (), exclude: str = "[]") -> Library:
    """A library of clauses with two profiles.

    Args:
        framework: Its topics, each `topic` (in its first wording) or `topic/alternative`.
        exclude: What the framework excludes, in YAML.
    """
    texts = {text.split("id: ", 1)[1].split("\n", 1)[0]: text for text in clauses}
    profiles = {"framework": _profile("framework", framework, exclude)}
    if comprehensive:
        profiles["comprehensive"] = _profile("comprehensive", comprehensive, "[]")
    return Library(MemorySource(texts, "clauses/*.md"), MemorySource(profiles, "profiles/*.yaml"))


def draft(more: str = "", *, head: str = DRAFT) -> Draft:
    """A draft between two parties, or with another head."""
    return read_draft(head + more, "draft.yaml")


def made(more: str, shelf: Library, *, head: str = DRAFT, variant: str | None = None) -> Assembly:
    """What the draft makes of the library."""
    return assemble(draft(more, head=head), shelf, variant=variant)


def lines(assembly: Assembly) -> list[str]:
    """The words from the first article on, a line a paragraph, without signatures."""
    blocks = assembly.document.body
    start = next((at for at, block in enumerate(blocks) if _is_article(block)), 0)
    return [paragraph_text(block) for block in blocks[start:] if isinstance(block, Paragraph)]


def article(body: str, *, facts: str = "", more: str = "", head: str = DRAFT) -> list[str]:
    """The words of an article made from one clause, without its heading."""
    shelf = library(clause("peace", body, facts=facts), framework=["peace"])
    return lines(made(more, shelf, head=head))[1:]


def _is_article(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role.value == "article"


def _profile(name: str, topics: Sequence[str], exclude: str) -> str:
    chosen = "".join(
        f"  - {{topic: {topic.partition('/')[0]}, alternative: {topic.partition('/')[2] or 'one'}}}\n"
        for topic in topics
    )
    return (
        f"format: treatykit-profile/1\nid: {name}\ntitle: {name.capitalize()}\nsummary: A profile.\n"
        f"topics:\n{chosen}exclude: {exclude}\n"
    )
