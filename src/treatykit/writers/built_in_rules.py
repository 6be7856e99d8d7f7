"""Leave out the built-in rules of WeasyPrint that concern every element of a page and change none of ours.

WeasyPrint 70 gives each element that there is a sign and a text of notes and the marker of a list
(``css/html5_ua.css``, ``::footnote-call`` and five more), and works out a style for each of the six before it knows
whether it is drawn, which takes a tenth of a long redline. Our own rules say how the signs of notes look
(``templates/print.css``), and the items of the lists that we print are paragraphs with labels.
"""

from __future__ import annotations

from copy import copy
from typing import Any


def without_rules_for_all(sheet: Any) -> Any:
    """A style sheet without the rules for what stands before, after or beside every element.

    Args:
        sheet: Of the class ``weasyprint.CSS``.
    """
    lean, matcher = copy(sheet), copy(sheet.matcher)
    # Each is (test, specificity, order, pseudo-element, declarations), as `cssselect2.Matcher.add_selector` has it.
    matcher.other_selectors = [rule for rule in matcher.other_selectors if rule[3] is None]
    lean.matcher = matcher
    return lean
