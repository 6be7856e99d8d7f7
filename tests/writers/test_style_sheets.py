"""The style sheets of paper: what stands for one value everywhere is that value."""

from __future__ import annotations

import re

from markupsafe import Markup
from tests.writers import samples

from treatykit.model.document import Document
from treatykit.writers.html.printed import printed_page
from treatykit.writers.html.templates import settled


def test_the_last_value_of_the_root_stands_for_a_name() -> None:
    style = ":root { --ink: #111; }\nins { color: var(--ink); }\n:root { --ink: #222; --x: 1; }\n"

    assert "ins { color: #222; }" in settled(Markup(style))


def test_a_name_that_elements_set_for_themselves_stays() -> None:
    style = ":root { --indent: 0em; }\np { padding: var(--indent); }\n.item { --indent: 2em; }\n"

    assert settled(Markup(style)) == style


def test_a_printed_page_asks_for_no_name_but_the_indent() -> None:
    assert set(re.findall(r"var\((.*?)\)", printed_page(Document(meta=samples.META)))) == {"--indent"}
