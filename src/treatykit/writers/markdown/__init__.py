"""Markdown: a manuscript, readable as it stands, with redlines in CriticMarkup."""

from treatykit.writers.markdown.document import write_markdown
from treatykit.writers.markdown.losses import carried, markdown_losses

__all__ = ["carried", "markdown_losses", "write_markdown"]
