"""The number of a change stands beside each of its marks, where every other program passes over it."""

from __future__ import annotations

import pytest
from lxml import etree

from treatykit.model.revisions import Revision, RevisionKind
from treatykit.ooxml.change_numbers import (
    note_change,
    noted_change,
    told_of_notes,
    with_room_for_notes,
    without_room_for_notes,
)
from treatykit.ooxml.names import NAMESPACES, qn

IGNORABLE = qn("mc:Ignorable")


def part(declared: str = "", attributes: str = "", prolog: str = "") -> bytes:
    return (
        f'{prolog}<w:document xmlns:w="{NAMESPACES["w"]}" {declared} {attributes}>'
        "<w:body><w:p><w:ins w:id='1'/></w:p></w:body></w:document>"
    ).encode()


def noted(data: bytes, kind: RevisionKind = RevisionKind.INSERTED, change: int = 4) -> etree._Element:
    root = etree.fromstring(with_room_for_notes(data))
    note_change(next(root.iter(qn("w:ins"))), Revision(kind=kind, author="Chair", date=None, change=change))
    assert told_of_notes(root) is (change > 0)
    return root


def read(root: etree._Element) -> tuple[int, bool] | None:
    return noted_change(next(etree.fromstring(etree.tostring(root)).iter(qn("w:ins"))))


def test_what_is_noted_is_read_back() -> None:
    assert read(noted(part())) == (4, False)
    assert read(noted(part(), RevisionKind.MOVED_HERE)) == (4, True)
    assert read(noted(part(), change=0)) is None


def test_other_programs_are_told_once_that_they_may_pass_over_it() -> None:
    once = noted(part(f'xmlns:mc="{NAMESPACES["mc"]}" xmlns:w14="urn:w14"', 'mc:Ignorable="w14"'))
    root = noted(etree.tostring(once))

    assert root.get(IGNORABLE) == "w14 tk"
    assert root.nsmap["tk"] == NAMESPACES["tk"]
    assert etree.tostring(root).count(b"xmlns:") == 4


def test_a_prefix_that_means_something_else_is_left_alone() -> None:
    root = noted(part('xmlns:tk="urn:theirs" xmlns:mc="urn:theirs-as-well"'))

    assert (root.nsmap["tk"], root.nsmap["mc"]) == ("urn:theirs", "urn:theirs-as-well")
    assert root.get(IGNORABLE) == "tk2"
    assert read(root) == (4, False)


@pytest.mark.parametrize("prolog", ["", "\ufeff", '<?xml version="1.0"?>\r\n', "<!-- <w:document> --><?a b?>\n"])
def test_whatever_stands_before_the_root_notes_are_declared_on_it(prolog: str) -> None:
    assert noted(part(prolog=prolog)).nsmap["tk"] == NAMESPACES["tk"]


def test_a_part_without_notes_is_printed_as_it_was() -> None:
    data = etree.tostring(etree.fromstring(part()))
    root = etree.fromstring(with_room_for_notes(data))

    assert not told_of_notes(root)
    assert without_room_for_notes(etree.tostring(root), data) == data
