"""Markdown: pandoc's, readable as it stands, with redlines in CriticMarkup."""

from treatykit.writers.markdown.document import write_markdown

__all__ = ["write_markdown"]
