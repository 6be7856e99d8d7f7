"""Find out what the styles of one name say differently in two files, before the two are compared.

What is said directly of such a facet is read as said, in both files (docs/analysis/styles.md, Two files).
"""

from __future__ import annotations

from lxml import etree

from treatykit.errors import UnreadableError
from treatykit.ooxml.facets import Facets
from treatykit.ooxml.numbering import read_numbering
from treatykit.ooxml.package import Parts
from treatykit.ooxml.property_defaults import default
from treatykit.ooxml.relations import main_part, read_relations, related_part
from treatykit.ooxml.style_facets import Direct, Disputed, StyleFacets
from treatykit.ooxml.styles import read_styles
from treatykit.ooxml.xml import parse_xml

_NO_LIST: Direct = (None, None)


def disputed_styles(one: Parts, other: Parts) -> Disputed:
    """What the styles of one name say differently in two packages; a part that cannot be read says nothing."""
    mine, theirs = _style_facets(one), _style_facets(other)
    their_ids = {(style.kind, style.name.lower()): style.id for style in theirs.styles.by_id.values()}
    runs: dict[tuple[str, str], frozenset[str]] = {}
    paragraphs: dict[tuple[str, str], frozenset[str]] = {}
    for style in mine.styles.by_id.values():
        key = (style.kind, style.name.lower())
        if (other_id := their_ids.get(key)) is None:
            continue
        if style.kind == "character":
            runs[key] = _differing(mine.of_character_style(style.id), theirs.of_character_style(other_id))
        elif style.kind == "paragraph":
            runs[key] = _differing(mine.run(style.id, None, ()), theirs.run(other_id, None, ()), said=True)
            paragraphs[key] = _differing(
                mine.paragraph(style.id, _NO_LIST, ()), theirs.paragraph(other_id, _NO_LIST, ()), said=True
            )
    return Disputed(
        {key: names for key, names in runs.items() if names}, {key: names for key, names in paragraphs.items() if names}
    )


def _style_facets(parts: Parts) -> StyleFacets:
    relations = read_relations(parts, main_part(parts))

    def root(kind: str) -> etree._Element | None:
        part = related_part(parts, relations, kind)
        try:
            return None if part is None else parse_xml(parts.read(part), f"{parts.name}: {part}")
        except UnreadableError:
            return None

    style_sheet = root("styles")
    styles = read_styles(style_sheet)
    return StyleFacets(styles, read_numbering(root("numbering"), styles), style_sheet)


def _differing(mine: Facets, theirs: Facets, *, said: bool = False) -> frozenset[str]:
    """The names of what differs.

    Args:
        said: What is not named has its default; otherwise it is left to the paragraph.
    """

    def value(facets: Facets, name: str) -> str | None:
        return facets.get(name, default(name) if said else None)

    return frozenset(name for name in (*mine, *theirs) if not _alike(value(mine, name), value(theirs, name)))


def _alike(mine: str | None, theirs: str | None) -> bool:
    # A font of the theme and its name are no dispute: other programs write the name down.
    return mine == theirs or any(value is not None and value.startswith("theme ") for value in (mine, theirs))
