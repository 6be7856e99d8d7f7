"""Read anybody's Markdown: headings, lists with their numbers, tables, notes; whatever is left out is said.

A file that says at its head that it is a manuscript of treatykit says more, and is read by `manuscript`.

Headings become `Role.HEADING` and the numbers of lists typed labels, since that is what the
file says; that ``Article 5`` opens an article is read from the words, by the outline.
"""

from __future__ import annotations

import re
from typing import Any

from markdown_it.tree import SyntaxTreeNode

from treatykit.errors import UnreadableError
from treatykit.markup.manuscript.facts import read_head
from treatykit.model.document import Document, Meta
from treatykit.model.normal import normalise
from treatykit.readers.decoding import decode
from treatykit.readers.manuscript import read_manuscript
from treatykit.readers.markdown_blocks import BlockReader, Findings
from treatykit.readers.markdown_syntax import parser, prepared
from treatykit.readers.one_line import without_paragraphs
from treatykit.readers.reading import Reading

_FACT = re.compile(r"^(?P<name>[\w-]+):[ \t]*(?P<value>.*)$", re.MULTILINE)


def read_markdown(data: bytes, name: str) -> Reading:
    """The blocks of a Markdown file.

    Raises:
        UnreadableError: The file holds no text, or nests its lists and quotations without end.
    """
    decoded = decode(data, name)
    if head := read_head(decoded.text, name):
        reading = read_manuscript(head, name)
        return Reading(reading.document, (*decoded.diagnostics, *reading.diagnostics))
    ready = prepared(decoded.text)
    findings = Findings(name)
    for line in ready.headings:
        findings.add("heading-without-space", "a heading without a space after its signs", line)
    for line in ready.attributes:
        findings.add("attributes", "left out a line of attributes {:…}", line)
    environment: dict[str, Any] = {}
    root = SyntaxTreeNode(parser().parse(ready.text, environment))
    try:
        body = BlockReader(findings).read(root)
    except RecursionError as error:
        raise UnreadableError("its lists and quotations are nested too deeply", where=name) from error
    for label, link in environment.get("references", {}).items():
        findings.add("link", f"left out the address of “{label.lower()}”", link["map"][0] + 1)
    document = Document(body=body, meta=_meta(root, findings))
    return Reading(
        normalise(document), (*decoded.diagnostics, *findings.diagnostics(), *without_paragraphs(body, name))
    )


def _meta(root: SyntaxTreeNode, findings: Findings) -> Meta:
    """The facts that the file says before its words."""
    for node in root.children:
        if node.type == "front_matter":
            facts = {fact["name"].lower(): fact["value"].strip("\"' ") for fact in _FACT.finditer(node.content)}
            findings.add(
                "front-matter", f"read as facts, not as words: {', '.join(facts) or 'the lines at the head'}", 1
            )
            return Meta(title=facts.get("title", ""), author=facts.get("author", ""), date=facts.get("date", ""))
    return Meta()
