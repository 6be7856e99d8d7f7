"""A package: several instruments that are negotiated and signed together, each of them a draft.

What the package says once counts as if each of its drafts said it. So an instrument is an ordinary
draft, and everything else treats it as one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field, replace
from typing import Final

from treatykit.assemble.draft import Draft, draft_facts, draft_from
from treatykit.assemble.package_schema import OWN, SHARED, Instrument, PackageFile
from treatykit.assemble.settings import full_title, title_of
from treatykit.errors import ContentError, Errors, Where
from treatykit.library.instruments import InstrumentType
from treatykit.library.validation import validated
from treatykit.markup.nearest import did_you_mean, listed
from treatykit.markup.yaml_document import YamlDocument, facts, read_yaml
from treatykit.records import dataclass

_EXCHANGE: Final = "Exchange of Letters"


@dataclass(frozen=True, slots=True)
class Package:
    """A package file as it was read.

    Attributes:
        facts: Where each entry stands, for errors about it.
    """

    file: PackageFile
    facts: YamlDocument

    @property
    def name(self) -> str:
        """The file as the user named it."""
        return self.facts.name

    def instruments(self, variant: str) -> tuple[str, ...]:
        """The names of the instruments that a variant has, in order."""
        entries = self.file.instruments.items()
        return tuple(name for name, each in entries if each.variants is None or variant in each.variants)

    def place(self, name: str) -> int:
        """Which of all its instruments one is, counted from 1; the same in every variant."""
        return list(self.file.instruments).index(name) + 1

    def entry(self, name: str, variant: str, *, where: Where | None = None) -> Instrument:
        """What the package says of an instrument that a variant has.

        Args:
            where: The place that names it.

        Raises:
            ContentError: There is none of that name, or not in this variant.
        """
        known = self.file.instruments
        if name not in known:
            hint = did_you_mean(name, known, otherwise=f"it has {listed(known, last='and')}")
            raise ContentError(f"the package has no instrument '{name}'", where=where or self.name, hint=hint)
        if name not in self.instruments(variant):
            raise ContentError(
                f"the package has the instrument '{name}' only in other variants than {variant}",
                where=where or self.where(name),
                hint=f"it is in {listed(known[name].variants or (), last='and')}; see 'variants' of '{name}'",
            )
        return known[name]

    def parent(self, name: str) -> str | None:
        """The instrument to which one belongs; a reply belongs where its letter does."""
        entry = self.file.instruments[name]
        return entry.parent or (self.parent(entry.reply) if entry.reply else None)

    def where(self, name: str, *entry: str) -> Where:
        """The place of an instrument, or of what is said of it."""
        return self.facts.where_key(("instruments", name, *entry))


def read_package(text: str, name: str) -> Package:
    """Read a package file.

    Args:
        name: The file as the user named it, for errors.

    Raises:
        ContentError: It is no package, or says something that cannot stand by itself; the first error
            brings the others.
    """
    said = read_yaml(text, name)
    package = Package(validated(PackageFile, said), said)
    errors = Errors()
    for error in _contradictions(package):
        errors.note(error)
    errors.raise_any()
    return package


@dataclass(slots=True)
class Instruments:
    """The instruments of a package in one of its variants.

    Attributes:
        read: What the draft file holds that the package names at a place, and how errors call that file.
    """

    package: Package
    variant: str
    read: Callable[[str, Where], tuple[str, str]]
    _drafts: dict[str, Draft] = field(default_factory=dict)
    _files: dict[str, YamlDocument] = field(default_factory=dict)

    def in_variant(self, variant: str) -> Instruments:
        """Those of the same package in another variant."""
        return Instruments(self.package, variant, self.read)

    @property
    def names(self) -> tuple[str, ...]:
        """Those that the variant has, in order."""
        return self.package.instruments(self.variant)

    def variant_of(self, name: str) -> str:
        """The variant in which an instrument is made: that of the package, unless it or its letter has its own."""
        entry = self.package.entry(name, self.variant)
        return entry.variant or (self.variant_of(entry.reply) if entry.reply else self.variant)

    def draft(self, name: str, *, where: Where | None = None) -> Draft:
        """The draft of an instrument, with all that the package says of it.

        Args:
            where: The place that names it.

        Raises:
            ContentError: There is none in this variant, or it says something that cannot stand.
        """
        entry = self.package.entry(name, self.variant, where=where)
        if name not in self._drafts:
            self._drafts[name] = draft_from(self._facts(name, entry))
        return self._drafts[name]

    def called(self, name: str) -> str:
        """What the other instruments call one, ``the Treaty``: of several of a kind, each by its title."""
        entry = self.package.entry(name, self.variant)
        if entry.short:
            return entry.short
        if entry.reply:
            return self.called(entry.reply)
        kinds = [self._kind(each) for each in self.names if not self.package.file.instruments[each].reply]
        kind = self._kind(name)
        return f"the {kind if kinds.count(kind) == 1 else title_of(self.draft(name), self.variant_of(name))}"

    def _kind(self, name: str) -> str:
        """What a draft file says that it makes; its parent, whose name depends on the kinds, is not asked for."""
        said = self._drafted(name, self.package.file.instruments[name]).mapping()
        return _EXCHANGE if "letter" in said else str(said.get("type", InstrumentType.TREATY)).capitalize()

    def _facts(self, name: str, entry: Instrument) -> YamlDocument:
        said = self.package.facts
        own = said.at("instruments", name).only(OWN)
        shared = said.only((*SHARED, "variant"))
        drafted = self._replied(name, entry) if entry.reply else self._drafted(name, entry)
        whole = own.over(drafted).over(shared).over(self._computed(name, entry))
        return self._among(replace(whole, name=drafted.name), entry)

    def _drafted(self, name: str, entry: Instrument) -> YamlDocument:
        """What the draft file of an instrument says."""
        if name in self._files:
            return self._files[name]
        where = self.package.facts.where(("instruments", name, "draft"))
        said = draft_facts(*self.read(entry.draft or "", where))
        if "parties" in said.mapping():
            hint = "take them out of the draft"
            where = said.where_key(("parties",))
            raise ContentError(f"the parties are said in the package '{self.package.name}'", where=where, hint=hint)
        self._files[name] = said
        return said

    def _replied(self, name: str, entry: Instrument) -> YamlDocument:
        """What the draft of a letter says, turned into its reply."""
        letter = self.draft(entry.reply or "", where=self.package.where(name, "reply"))
        if letter.file.letter is None:
            raise ContentError(
                f"'{entry.reply}' is no letter to which there could be a reply",
                where=self.package.where(name, "reply"),
                hint="its draft says who writes to whom: 'letter: {from: …, to: …}'",
            )
        day = letter.facts.mapping("done").get("date")
        received = {"received": day} if day else {}
        return facts({"letter": {"reply": True, **received}}, self.package.name).over(letter.facts)

    def _computed(self, name: str, entry: Instrument) -> YamlDocument:
        """What follows from the other instruments: the full name of the one that this one belongs to."""
        if entry.parent is None:
            return facts({}, self.package.name)
        parent = self.draft(entry.parent, where=self.package.where(name, "parent"))
        title = f"the {full_title(parent, self.variant_of(entry.parent))}"
        called = self.called(entry.parent).removeprefix("the ")
        return facts({"parent": {"title": title, "name": called}}, self.package.name)

    def _among(self, said: YamlDocument, entry: Instrument) -> YamlDocument:
        """The facts with only those parties that conclude the instrument."""
        letter = said.mapping("letter")
        among = entry.between or tuple(str(letter[each]) for each in ("from", "to") if each in letter)
        if len(set(among) & set(self.package.file.parties)) < 2:
            return said
        return said.replaced("parties", {code: each for code, each in said.mapping("parties").items() if code in among})


def _contradictions(package: Package) -> Iterator[ContentError]:
    """Entries that contradict each other."""
    before: list[str] = []
    for name, entry in package.file.instruments.items():
        for key in ("parent", "reply"):
            named = getattr(entry, key)
            if named is not None and named not in before:
                yield ContentError(
                    f"'{named}' is no instrument that stands before '{name}'",
                    where=package.facts.where(("instruments", name, key)),
                    hint=did_you_mean(named, before, otherwise="put it before this one"),
                )
        for at, code in enumerate(entry.between or ()):
            if code not in package.file.parties:
                yield ContentError(
                    f"no party has the code '{code}'",
                    where=package.facts.where(("instruments", name, "between", at)),
                    hint=f"the parties are {', '.join(package.file.parties)}",
                )
        before.append(name)
