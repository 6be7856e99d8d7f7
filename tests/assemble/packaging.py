"""Small packages of small instruments."""

from __future__ import annotations

from tests.assemble.making import clause, library

from treatykit.assemble.assembly import Assembly, assemble
from treatykit.assemble.outer import OuterTarget, Siblings, cited, numbers_only
from treatykit.assemble.package import Instruments, read_package
from treatykit.assemble.planning import plan
from treatykit.errors import ContentError, Where

HEAD = """\
format: treatykit-package/1
variant: framework
parties:
  KAR: {full: the Republic of Karvela, short: Karvela, signatory: {name: Ilva Dorrenmark, title: Minister}}
  TES: {full: the Republic of Tesmar, short: Tesmar}
  VEN: {full: the Kingdom of Venn, short: Venn}
done: {place: Lindhaven, date: 2031-05-03}
"""

TREATY = "format: treatykit-draft/1\ntitle: Treaty on Peace\nvariant: framework\n"
PROTOCOL = "format: treatykit-draft/1\ntitle: Protocol on Fish\ntype: protocol\nvariant: framework\n"
LETTER = (
    "format: treatykit-draft/1\ntitle: Letters on Fish\ntype: agreement\nvariant: framework\n"
    "letter: {from: KAR, to: TES}\n"
)

SHELF = library(
    clause("war", "War is over."),
    clause("peace", "1. {#first} There is peace.\n\n2. {#second} It lasts."),
    clause("fish", "Fish are free, as {@parent:peace#second} says."),
    clause("carp", "### {#pond} Ponds\n\n1. {#first} Carp live in ponds.\n\n2. They stay, as {@carp} says."),
    clause("perch", "Perch live there too: {@treaty:carp#pond} and {@treaty:}."),
    clause("pike", "### Pike\n\nPike swim.\n\n### Young pike\n\nThey swim too."),
    clause("eel", "Eels are bound by {@parent:pike}."),
    clause("tench", "Tench are listed in {@parent:ponds}."),
    clause("ponds", "{#list} Two ponds.", kind="annex"),
    clause("bass", "Bass eat others.", of={"one": "    conflicts: [{target: peace/one, because: they break it.}]\n"}),
    clause("trout", "1. Trout are fish.\n\n2. Nothing in this Article concerns carp."),
    framework=["war", "peace"],
)


def instruments(more: str, variant: str = "framework", **drafts: str) -> Instruments:
    """A package with these instruments, in YAML; the drafts are found by the names of their files."""

    def read(named: str, _: Where) -> tuple[str, str]:
        return drafts[named], named

    return Instruments(read_package(HEAD + more, "package.yaml"), variant, read)


def siblings(of: Instruments, name: str) -> Siblings:
    """The other instruments, as one of them sees them."""

    def cite(target: OuterTarget, where: Where) -> str | None:
        other = of.package.parent(name) or "" if target.instrument == "parent" else target.instrument
        of.package.entry(other, of.variant, where=where)
        numbered = assemble(of.draft(other), SHELF, variant=of.variant, siblings=Siblings(numbers_only, frozenset))
        return cited(target, of.called(other), numbered.document, numbered.aliases)

    def in_parent() -> frozenset[str]:
        parent = of.package.parent(name)
        choices = plan(of.draft(parent), of.variant, SHELF).choices if parent else ()
        return frozenset(each for choice in choices for each in (choice.topic, f"{choice.topic}/one"))

    return Siblings(cite, in_parent)


def instrument(of: Instruments, name: str) -> Assembly:
    """One of the texts."""
    return assemble(of.draft(name), SHELF, variant=of.variant, siblings=siblings(of, name))


def refusal(more: str, **drafts: str) -> list[str]:
    """What is said of a package that cannot stand, by making all its texts."""
    try:
        of = instruments(more, **drafts)
        for name in of.names:
            instrument(of, name)
    except ContentError as error:
        return list(error.lines)
    return []
