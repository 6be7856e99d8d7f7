"""Let fields that are brought from another package lead somewhere in this one, or be words.

The bookmarks of deleted content stay behind (docs/analysis/in-place-redline.md): a field that
looked for one would print an error as soon as Word works it out anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import Final

from lxml import etree

from treatykit.ooxml.edited_package import EditedPackage
from treatykit.ooxml.names import qn
from treatykit.ooxml.origin import facts_root
from treatykit.ooxml.own_marks import BOOKMARK_PREFIX
from treatykit.records import dataclass

_CODE: Final = qn("w:instrText")
_CHARACTER: Final = qn("w:fldChar")
_LEADING: Final = ("REF", "PAGEREF", "NOTEREF")


@dataclass(slots=True)
class Links:
    """Where the references of one package lead in another."""

    source: EditedPackage
    target: EditedPackage
    _there: frozenset[str] = field(init=False)
    _here: frozenset[str] = field(init=False)
    _names: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self._there, self._here = _bookmarks(self.source), _bookmarks(self.target)
        names = {key: name for name, key in _keys(self.target).items()}
        self._names = {name: names[key] for name, key in _keys(self.source).items() if key in names}

    def settle(self, runs: Iterable[etree._Element]) -> list[etree._Element]:
        """The runs of a whole field, leading to the same place here; only its result where that is not here."""
        kept = list(runs)
        kinds = [mark.get(qn("w:fldCharType")) for run in kept for mark in run.iter(_CHARACTER)]
        if not kinds or kinds.count("begin") != kinds.count("end"):
            return kept
        for code in [code for run in kept for code in run.iter(_CODE)]:
            kind, name, *switches = [*(code.text or "").split(), "", ""]
            if kind.upper() not in _LEADING or name not in self._there:
                continue  # what led nowhere before may do so here
            found = self._name(name)
            if found is None:
                return list(_result(kept))
            code.text = f" {' '.join(filter(None, (kind, found, *switches)))} "
        return kept

    def _name(self, name: str) -> str | None:
        if name.startswith(BOOKMARK_PREFIX):  # ours are numbered anew in every file
            name = self._names.get(name, "")
        return name if name in self._here else None


def _result(runs: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """What is shown of a field, without its code."""
    for run in runs:
        for leaf in list(run.iterchildren(_CODE, _CHARACTER)):
            run.remove(leaf)
        if any(leaf.tag != qn("w:rPr") for leaf in run):
            yield run


def _keys(package: EditedPackage) -> dict[str, str]:
    root = facts_root(package.parts)
    if root is None:
        return {}
    from treatykit.ooxml.facts import read_facts  # another's file needs nothing of what reads ours

    facts = read_facts(root)
    return {} if facts is None else dict(facts.keys)


def _bookmarks(package: EditedPackage) -> frozenset[str]:
    root = package.root(package.main)
    return frozenset(mark.get(qn("w:name")) or "" for mark in root.iter(qn("w:bookmarkStart")))
