"""Word files: a document as WordprocessingML, with live numbers and real tracked changes."""

from treatykit.writers.docx.file import write_docx

__all__ = ["write_docx"]
