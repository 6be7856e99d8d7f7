"""LibreOffice's own *accept all* and *reject all*, beside the judge and the plain files.

Where LibreOffice is known to depart from Word is written down in docs/analysis/tracked-changes.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import pytest
from lxml import etree
from tests.app.test_sample import made
from tests.judge.office import ACCEPT, REJECT, SHOW, printed
from tests.judge.package import DOCUMENT, parts
from tests.judge.said import line, paragraphs
from tests.judge.told import judge
from tests.writers.docx_specimens import MOMENT, article, cell, document, item, paragraph

from treatykit.compare import compare
from treatykit.model.citations import refer
from treatykit.model.content import Block, Reference, Row, Table
from treatykit.model.document import Document
from treatykit.model.properties import Role, RowProperties
from treatykit.writers.docx import write_docx

pytestmark = pytest.mark.soffice

FURTHER = Reference("transit", "")
PEACE = (
    article("Peace"),
    item("The Parties shall live in peace and friendship with each other."),
    item("Each Party shall refrain from any hostile act."),
)
TRANSIT = (
    article("Transit", key="transit"),
    item("Each Party shall permit traffic in transit on the routes designated."),
    item("Transit dues shall be reasonable and published in advance."),
)
MINORITIES = (
    article("Minorities"),
    item("The Parties shall protect the identity of national minorities."),
    item("Instruction in the language of a minority shall be provided in schools."),
)
CITING = (
    article("Rivers"),
    item("The Parties shall share the waters of the rivers that cross the frontier, as provided in ", FURTHER, "."),
    item("Neither Party shall divert a river."),
)
GROWN = (*MINORITIES[:2], item("A new paragraph comes in between."), *MINORITIES[2:])
FINAL = (
    article("Final"),
    item("This Treaty shall be ratified."),
    item("It shall enter into force on the thirtieth day."),
)
TERMS = (
    article("Terms"),
    item("For the purposes of this Treaty:"),
    item("“traffic” means the passage of goods; and", level=2),
    item("“State” means a Party.", level=2),
)
MORE_TERMS = (
    *TERMS[:3],
    item("“State” means a Party; and", level=2),
    item("“route” means a road.", level=2),
)
TABLE = Table(
    (
        Row((cell("Point"), cell("Position")), properties=RowProperties(header=True)),
        Row((cell("1"), cell("North of the river"))),
    )
)
LISTED = (article("Points"), item("The points are those of the following table, which is final:"), TABLE)


def counted(*articles: tuple[Block, ...]) -> Document:
    return refer(document(paragraph(Role.TITLE, "Treaty"), *chain.from_iterable(articles)))


PAIRS = {
    "moved up": (counted(PEACE, TRANSIT, MINORITIES, FINAL), counted(MINORITIES, PEACE, TRANSIT, FINAL)),
    "moved from the end": (counted(PEACE, TRANSIT, MINORITIES), counted(MINORITIES, PEACE, TRANSIT)),
    "moved to the end": (counted(MINORITIES, PEACE, TRANSIT), counted(PEACE, TRANSIT, MINORITIES)),
    "moved and grown": (counted(PEACE, TRANSIT, MINORITIES, FINAL), counted(GROWN, PEACE, TRANSIT, FINAL)),
    "moved and shrunk": (counted(GROWN, PEACE, TRANSIT, FINAL), counted(PEACE, TRANSIT, MINORITIES, FINAL)),
    "order reversed": (counted(PEACE, TRANSIT, MINORITIES, FINAL), counted(FINAL, MINORITIES, TRANSIT, PEACE)),
    "more terms": (counted(PEACE, TERMS, FINAL), counted(PEACE, MORE_TERMS, FINAL)),
    "another level": (counted(PEACE, TERMS), counted(PEACE, (*TERMS[:3], item("“State” means a Party.")))),
    "another end": (counted(PEACE, TRANSIT), counted(PEACE, MINORITIES)),
    "a table came": (counted(PEACE, TRANSIT, FINAL), counted(PEACE, LISTED, FINAL)),
    "a table went": (counted(PEACE, LISTED, FINAL), counted(PEACE, TRANSIT, FINAL)),
    "a moved reference": (counted(PEACE, CITING, TRANSIT, FINAL), counted(PEACE, TRANSIT, CITING, FINAL)),
    "the sample": (made("framework").document, made("comprehensive").document),
    "the sample backwards": (made("comprehensive").document, made("framework").document),
}


DONE = ("accepted", "rejected")
CONTENTS_LEFT = {"the sample": "Part I"}  # rejected, LibreOffice leaves the first line of a table of contents behind
ONLY_ACCEPTED = ("a moved reference",)  # rejected, LibreOffice leaves the paragraph with the reference behind, empty


@pytest.fixture(scope="module")
def prints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What LibreOffice prints of both texts and of the redline, accepted and rejected."""
    files: dict[str, tuple[bytes, str]] = {}
    for name, (old, new) in PAIRS.items():
        marked = redline(old, new)
        files |= {
            f"{name}, old": (write_docx(old), SHOW),
            f"{name}, new": (write_docx(new), SHOW),
            f"{name}, rejected": (marked, REJECT),
            f"{name}, accepted": (marked, ACCEPT),
        }
    return printed(files, tmp_path_factory.mktemp("office"))


def redline(old: Document, new: Document) -> bytes:
    return write_docx(compare(old, new, author="Tesmar", date=MOMENT))


@pytest.mark.parametrize("name", PAIRS)
def test_another_program_that_decides_all_changes_prints_the_plain_texts(
    name: str, prints: dict[str, list[str]]
) -> None:
    old, new = PAIRS[name]
    added = {line for file in (write_docx(old), write_docx(new), redline(old, new)) for line in furniture(file)}
    accepted, rejected, before, after = (
        [line for line in prints[f"{name}, {done}"] if line not in added] for done in (*DONE, "old", "new")
    )

    assert accepted == after
    if name in CONTENTS_LEFT:
        assert rejected[2] == CONTENTS_LEFT[name]
        del rejected[2]
    if name not in ONLY_ACCEPTED:
        assert rejected == before


@pytest.mark.parametrize("name", [name for name in PAIRS if "sample" not in name and name not in ONLY_ACCEPTED])
def test_the_judge_finds_the_text_that_another_program_finds(name: str, prints: dict[str, list[str]]) -> None:
    marked = redline(*PAIRS[name])
    note = set(furniture(marked))

    for decision, done in zip(("accept", "reject"), DONE, strict=True):
        found = " ".join(line(paragraph) for paragraph in paragraphs(judge(marked, decision).body))
        assert found.split() == " ".join(one for one in prints[f"{name}, {done}"] if one not in note).split()


def furniture(file: bytes) -> Iterator[str]:
    """What our writer adds and nobody tracks: the note at the head of a redline, and tables of contents."""
    for one in etree.fromstring(parts(file)[DOCUMENT]).iter("{*}p"):
        style = next((str(style.values()[0]) for style in one.iter("{*}pStyle")), "")
        if style.startswith(("TreatyRedlineNote", "TOC")):
            leaves = one.iter("{*}t", "{*}tab")
            yield " ".join("".join(leaf.text or " " for leaf in leaves).split())
