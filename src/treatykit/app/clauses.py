"""The use cases `clauses list` and `clauses show`: what there is to choose from, and why one would."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, get_args

from treatykit.app.files import read_bytes, write_all
from treatykit.app.shelves import DRAFTS, shelf_for
from treatykit.assemble.specimen import commentary, specimen
from treatykit.errors import Errors, UsageError
from treatykit.library.clause import Clause
from treatykit.library.index import Library
from treatykit.library.params import ParamSpec, PartyParam, default_value
from treatykit.library.rules import VERBS
from treatykit.library.schema import AlternativeFacts, Citation, FrontMatter, Part, Ruled
from treatykit.library.targets import simple_targets
from treatykit.markup.nearest import did_you_mean
from treatykit.markup.printer import print_body
from treatykit.markup.syntax import Body
from treatykit.records import dataclass
from treatykit.writers.text import text_alone

_WIDTH: Final = 118  # characters in a line of a clause file
PARTS: Final[tuple[str, ...]] = get_args(Part)
"""The parts of the library, in the order of a treaty."""


def library_here() -> Library:
    """The library as the project in the current folder has it."""
    return shelf_for(Path(DRAFTS) / "any.yaml")


def listing(errors: Errors, *, part: str | None = None, variant: str | None = None) -> tuple[FrontMatter, ...]:
    """The facts on the clauses, part by part.

    Args:
        errors: Takes what is wrong in clauses, which are then left out.
        part: Only this part.
        variant: Only clauses with a wording for this variant, and these wordings.

    Raises:
        UsageError: There is no such part or variant.
    """
    library = library_here()
    _check("part", part, PARTS)
    _check("variant", variant, library.variants())
    found = [facts for facts in library.listing(errors) if part in (None, facts.part)]
    if variant:
        found = [fitting for facts in found if (fitting := _fitting(facts, variant)).alternatives]
    return tuple(sorted(found, key=lambda facts: PARTS.index(facts.part)))


def shown(name: str, *, parties: int = 2, with_commentary: bool = False, width: int | None = None) -> str:
    """A clause as a person reads it, or one wording of it.

    Args:
        parties: Between how many parties the treaty is whose words are shown.
        with_commentary: Print the teaching text too.
        width: The characters that a line of a table may have.

    Raises:
        ContentError: There is no clause or alternative of that name.
    """
    topic, _, alternative = name.partition("/")
    shelf = library_here()
    clause = shelf.clause(topic)
    page = _Page(shelf, clause, parties, width)
    lines = page.alone(clause.facts_on(alternative)) if alternative else page.whole()
    return "\n".join((*lines, *page.commentary()) if with_commentary else lines)


def described(name: str, *, parties: int = 2, with_commentary: bool = False) -> dict[str, object]:
    """What `shown` prints, for programs: the facts under the names of the clause file, and the words of each wording.

    Raises:
        ContentError: There is no clause or alternative of that name.
    """
    topic, _, alternative = name.partition("/")
    shelf = library_here()
    clause = shelf.clause(topic)
    wordings = (clause.facts_on(alternative),) if alternative else clause.facts.alternatives
    record = _facts(clause.facts)
    record["alternatives"] = [
        {**_facts(each), "words": text_alone(specimen(shelf, topic, each.id, parties=parties)).strip("\n")}
        for each in wordings
    ]
    return {**record, "commentary": explained(shelf, topic)} if with_commentary else record


def explained(library: Library, topic: str) -> str:
    """What a clause says to those who teach or choose; empty where it says nothing.

    Raises:
        ContentError: There is no such clause, or it is wrong.
    """
    return text_alone(commentary(library, topic)).strip("\n") if library.clause(topic).body.commentary else ""


def source(name: str) -> str:
    """A clause file as it was written, or one wording of it in the notation.

    Raises:
        ContentError: There is no clause or alternative of that name.
    """
    topic, _, alternative = name.partition("/")
    shelf = library_here()
    if not alternative:
        return shelf.text(topic)
    return print_body(Body((shelf.clause(topic).wording(alternative),)), width=_WIDTH)


def save_source(name: str, path: Path) -> None:
    """Save a clause file, to make one of your own from; only an empty file is written over.

    Raises:
        ContentError: There is no clause or alternative of that name.
        UsageError: The file says something already.
        UnreadableError: It cannot be written.
    """
    text = source(name)
    if path.is_file() and read_bytes(path).strip():
        hint = "name another file; to begin again with the packaged clause take yours away first"
        raise UsageError(f"'{path}' is there already", hint=hint)
    write_all({path: text.encode("utf-8")})


def _check(kind: str, name: str | None, known: tuple[str, ...]) -> None:
    if name is not None and name not in known:
        hint = did_you_mean(name, known, otherwise=f"there are {', '.join(known)}")
        raise UsageError(f"no {kind} is called '{name}'", hint=hint)


def _facts(facts: FrontMatter | AlternativeFacts) -> dict[str, object]:
    """Facts as a clause file names them, a rule's target in its notation."""
    record: dict[str, object] = facts.model_dump(mode="json", by_alias=True, exclude={"alternatives", *facts.rules})
    for kind, rules in facts.rules.items():
        record[kind] = [
            {"targets": [str(each) for each in simple_targets(rule.target)], "because": _flat(rule.because)}
            for rule in rules
        ]
    return record


def _fitting(facts: FrontMatter, variant: str) -> FrontMatter:
    alternatives = tuple(each for each in facts.alternatives if variant in each.variants)
    return facts.model_copy(update={"alternatives": alternatives})


@dataclass(frozen=True, slots=True)
class _Page:
    """What is printed of a clause."""

    library: Library
    clause: Clause
    parties: int
    width: int | None

    def whole(self) -> Iterator[str]:
        """The topic: what it asks for, every wording, and the sources."""
        facts = self.clause.facts
        yield f"{facts.title} ({facts.id}, {facts.kind}, part '{facts.part}')"
        yield facts.summary
        yield ""
        for name, spec in facts.params.items():
            yield f"  {name if isinstance(spec, PartyParam) else f'{facts.id}.{name}'}: {spec.prompt}{_default(spec)}"
        for name, option in facts.options.items():
            yield f"  {facts.id}.{name} (yes or no): {option.prompt} [{'yes' if option.default else 'no'}]"
        yield from _rules("The topic", facts)
        for alternative in facts.alternatives:
            yield ""
            yield from self.wording(alternative)
        yield from self.sources(facts.sources)

    def alone(self, facts: AlternativeFacts) -> Iterator[str]:
        """One wording, and the sources that bear on it."""
        yield from self.wording(facts)
        yield from self.sources(each for each in self.clause.facts.sources if each.bears_on(facts.id))

    def sources(self, sources: Iterable[Citation]) -> Iterator[str]:
        """The sources under their heading, if there are any."""
        lines = [f"  {each.relation}: {_flat(each.weighed)}" for each in sources]
        if lines:
            yield from ("", "Sources:", *lines)

    def wording(self, facts: AlternativeFacts) -> Iterator[str]:
        """One wording, after what is known of it."""
        yield f"{self.clause.topic}/{facts.id}: {facts.label}"
        yield (
            f"  for {', '.join(facts.variants)}; {facts.depth}, {facts.precision}, strength {facts.strength} of 5; "
            f"favours {facts.favours}"
        )
        yield f"  When: {_flat(facts.when)}"
        yield f"  For: {_flat(facts.pro)}"
        yield f"  Against: {_flat(facts.against)}"
        yield from _rules("It", facts)
        yield ""
        made = specimen(self.library, self.clause.topic, facts.id, parties=self.parties)
        yield text_alone(made, width=self.width).strip("\n")

    def commentary(self) -> Iterator[str]:
        """What the clause says to those who teach or choose."""
        if words := explained(self.library, self.clause.topic):
            yield ""
            yield "Commentary:"
            yield ""
            yield words


def _rules(who: str, ruled: Ruled) -> Iterator[str]:
    for kind, rules in ruled.rules.items():
        for rule in rules:
            yield f"  {who} {VERBS[kind]} {rule.target}: {_flat(rule.because)}"


def _default(spec: ParamSpec) -> str:
    value = default_value(spec)
    return "" if value is None else f" [{', '.join(value) if isinstance(value, tuple) else value}]"


def _flat(words: str) -> str:
    return " ".join(words.split())
