"""A small library of fictional clauses, written as a user would write them."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import dedent

from treatykit.library.index import Library
from treatykit.library.sources import MemorySource

FRONT_MATTER = """\
id: {topic}
title: {title}
version: "1.0"
kind: article
part: peace
summary: What it is about.
{facts}alternatives:
{alternatives}licence: CC-BY-4.0
"""

ALTERNATIVE = """\
  - id: {id}
    label: The {id} wording
    variants: [framework, comprehensive]
    depth: full
    precision: bounded
    strength: 3
    favours: neither
    when: The parties want it.
    for: A party will say yes.
    against: A party will say no.
"""


def front_matter(topic: str, *alternatives: str, facts: str = "", rules: Mapping[str, str] | None = None) -> str:
    """Front matter with the facts that a test is about, and plain ones besides."""
    entries = "".join(
        ALTERNATIVE.format(id=each) + "".join(f"    {line}\n" for line in (rules or {}).get(each, "").splitlines())
        for each in alternatives
    )
    title = topic.capitalize().replace("-", " ")
    facts = f"{dedent(facts).rstrip()}\n" if facts else ""
    return FRONT_MATTER.format(topic=topic, title=title, facts=facts, alternatives=entries)


def clause_file(
    topic: str, wordings: Mapping[str, str] | str, *, facts: str = "", rules: Mapping[str, str] | None = None
) -> str:
    """A clause file; a wording by itself is called `full`."""
    texts = {"full": wordings} if isinstance(wordings, str) else wordings
    body = "\n".join(f"## alternative: {name}\n\n{dedent(text)}" for name, text in texts.items())
    return f"---\n{front_matter(topic, *texts, facts=facts, rules=rules)}---\n\n{body}"


def library(*files: str, profiles: Mapping[str, str] | None = None) -> Library:
    """A library of clause files."""
    texts = {text.split("\n", 2)[1].removeprefix("id: "): text for text in files}
    return Library(MemorySource(texts, "clauses/*.md"), MemorySource(profiles or {}, "profiles/*.yaml"))
