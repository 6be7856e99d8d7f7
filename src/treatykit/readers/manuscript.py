"""Read a manuscript in Markdown: what `write_markdown` wrote comes back, and so does what people wrote into it."""

from __future__ import annotations

from typing import Any

from markdown_it.tree import SyntaxTreeNode

from treatykit.errors import UnreadableError
from treatykit.markup.manuscript.facts import Head
from treatykit.model.document import Document
from treatykit.model.normal import normalise
from treatykit.readers.manuscript_blocks import ManuscriptReader
from treatykit.readers.manuscript_syntax import manuscript_parser
from treatykit.readers.markdown_blocks import Findings
from treatykit.readers.reading import Reading


def read_manuscript(head: Head, name: str) -> Reading:
    """The document that a manuscript says (docs/manuscript.md).

    Raises:
        UnreadableError: It nests its lists and quotations without end.
    """
    findings = Findings(name)
    environment: dict[str, Any] = {}
    root = SyntaxTreeNode(manuscript_parser(head.facts).parse(head.text, environment))
    reader = ManuscriptReader(head.facts, head.text.split("\n"), findings)
    try:
        body = reader.read(root)
    except RecursionError as error:
        raise UnreadableError("its lists and quotations are nested too deeply", where=name) from error
    for label, link in environment.get("references", {}).items():
        findings.add("link", f"left out the address of “{label.lower()}”", link["map"][0] + 1)
    document = Document(body=body, headers=tuple(reader.headers), meta=head.facts.meta)
    return Reading(normalise(document), findings.diagnostics())
