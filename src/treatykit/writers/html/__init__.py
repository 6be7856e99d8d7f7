"""HTML: the text as semantic elements, for the web page and for the PDF that is made of it."""

from treatykit.writers.html.page import write_html

__all__ = ["write_html"]
