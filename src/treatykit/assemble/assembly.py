"""From a draft to a document, told in order: plan, values, rules, words, numbers and references."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import field

from treatykit.assemble.annotating import Annotator
from treatykit.assemble.composing import Composer
from treatykit.assemble.draft import Draft
from treatykit.assemble.freezing import Frozen, freeze, vacancies
from treatykit.assemble.missed import missed
from treatykit.assemble.outer import Siblings, settled
from treatykit.assemble.plan import Choice, LeftOut, Plan, Spoken
from treatykit.assemble.planning import plan
from treatykit.assemble.rules import across, check_rules
from treatykit.assemble.settings import settings
from treatykit.assemble.values import Values, read_values
from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import Errors, Where
from treatykit.library.index import Library
from treatykit.model.citations import target_indexes
from treatykit.model.content import Slot, Story
from treatykit.model.document import Document
from treatykit.model.normal import normalise
from treatykit.model.numbering import SCHEMES, dividing, number
from treatykit.model.outline import outline
from treatykit.model.properties import Role
from treatykit.model.walk import paragraphs, story_paragraphs
from treatykit.model.words import words_of
from treatykit.records import dataclass


@dataclass(frozen=True, slots=True)
class Blank:
    """A slot that nobody has filled.

    Attributes:
        name: The entry of the draft that fills it, ``transit-controls.hours``.
        prompt: The question that its value answers.
        times: In how many places it stands.
        place: The first of them, ``Article 5, paragraph 2``; empty in headers and footers.
        wanted: The draft says that it is to stay open.
    """

    name: str
    prompt: str
    times: int
    place: str
    wanted: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """How long the text is.

    Attributes:
        articles: As they are numbered: what competes for one number is one of them.
        competing: The further wordings of articles in brackets, each under a number that another one has too.
        words: As `treatykit.model.words` counts them.
    """

    articles: int
    competing: int
    annexes: int
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembly:
    """A text and what is to be known about it.

    Attributes:
        blanks: In the order of the text.
        left_out: What the library has and this text has not, with the reason.
        spoken: The topics that the text has, in the order of the plan.
        vacant: The places of an earlier text that are gone, where its numbers stand.
        aliases: Second names of paragraphs, by which other instruments of a package may refer to them.
        is_letter: The text is a letter, of which there is one original.
    """

    document: Document
    diagnostics: tuple[Diagnostic, ...]
    blanks: tuple[Blank, ...]
    figures: Figures
    left_out: tuple[LeftOut, ...]
    spoken: tuple[Spoken, ...]
    vacant: tuple[str, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    is_letter: bool = False


def assemble(
    draft: Draft,
    library: Library,
    *,
    variant: str | None = None,
    annotated: bool = False,
    lead: str | None = None,
    earlier: Document | None = None,
    siblings: Siblings | None = None,
) -> Assembly:
    """The text that a draft makes from the library.

    Args:
        variant: Instead of the one that the draft names.
        annotated: Put the annotations between the topics; the text, its figures and blanks are the same.
        lead: The code of the party that is named first throughout, as in its own original (the alternat).
        earlier: The text of an earlier round whose numbers stand, where the draft names one.
        siblings: The other instruments of its package, where it is in one.

    Raises:
        ContentError: The draft names what is not there, or its clauses do not go together; the first
            error brings the others.
    """
    name = variant or draft.file.variant
    chosen, values = _decided(draft, name, library)
    frame = settings(draft, chosen, lead)
    parent = siblings.in_parent() if siblings and draft.file.parent else frozenset()
    uneasy = (
        *check_rules(chosen, values, frame.codes, _elsewhere(draft, parent)),
        *across(chosen, values, frame.codes, parent, library),
    )
    composer = Composer(chosen, frame, values)
    scheme = dividing(SCHEMES[draft.file.numbering], frame.wording.divisions)
    named = draft.frozen(name)

    def numbered(body: Story) -> Frozen:
        document = number(normalise(Document(body=body, meta=frame.meta)), scheme)
        return Frozen(document) if earlier is None or named is None else freeze(document, earlier, scheme, named[1])

    frozen = numbered(composer.body())
    document = settled(frozen.document, composer.spoken, siblings)
    figures = _figures(document)
    annotator = Annotator(chosen, frame, values, library, frozenset(target_indexes(document.body)))
    shown = numbered(composer.annotated(annotator.head(), annotator.remarks)).document if annotated else None
    return Assembly(
        document=settled(shown, composer.spoken, siblings) if shown else document,
        diagnostics=(
            *chosen.diagnostics,
            *uneasy,
            *missed(chosen, frame.codes),
            *frame.diagnostics,
            *_length(figures, chosen, draft),
            *(vacancies(frozen, named[1]) if named else ()),
        ),
        vacant=frozen.vacant,
        blanks=_blanks(document, values),
        figures=figures,
        left_out=(*chosen.left_out, *composer.silent),
        spoken=composer.spoken,
        aliases=composer.aliases,
        is_letter=draft.file.letter is not None,
    )


def _decided(draft: Draft, variant: str, library: Library) -> tuple[Plan, Values]:
    """The plan and the values; what is wrong with either is told at once."""
    errors = Errors()
    choices: tuple[Choice, ...] = ()
    with errors.noted():
        chosen = plan(draft, variant, library)
        choices = chosen.choices
    with errors.noted():
        values = read_values(draft, variant, library, choices)
    errors.raise_any()
    return chosen, values


def _elsewhere(draft: Draft, parent: frozenset[str]) -> frozenset[str]:
    """What clauses may require and find outside the articles: in the parent, or in the form of a letter."""
    return parent | {"entry-into-force"} if draft.file.letter else parent


def _blanks(document: Document, values: Values) -> tuple[Blank, ...]:
    slots = [each for paragraph in paragraphs(document) for each in paragraph.inlines if isinstance(each, Slot)]
    times = Counter(slot.name for slot in slots)
    first = {slot.name: slot for slot in reversed(slots)}
    places = _places(document.body)
    return tuple(
        Blank(name, first[name].prompt, count, places.get(name, ""), name in values.left_open)
        for name, count in times.items()
    )


def _places(body: Story) -> dict[str, str]:
    """The first place of each slot."""
    found: dict[str, str] = {}
    addresses = outline(body)
    for index, block in enumerate(body):
        for paragraph in story_paragraphs((block,)):
            for each in paragraph.inlines:
                if isinstance(each, Slot) and each.name not in found:
                    found[each.name] = addresses.address(index)
    return found


def _figures(document: Document) -> Figures:
    printed = list(paragraphs(document))
    roles = Counter(paragraph.role for paragraph in printed)
    numbers = Counter(each.label.text for each in printed if each.role is Role.ARTICLE and each.label)
    competing = numbers.total() - len(numbers)
    return Figures(roles[Role.ARTICLE] - competing, competing, roles[Role.ANNEX], words_of(document))


def _length(figures: Figures, chosen: Plan, draft: Draft) -> tuple[Diagnostic, ...]:
    if draft.file.structure is not None or chosen.articles is None:
        return ()
    least, most = chosen.articles
    if least <= figures.articles <= most:
        return ()
    noun = "article" if figures.articles == 1 else "articles"
    message = f"{figures.articles} {noun}; a {chosen.variant} text has {least} to {most}"
    return (Diagnostic(severity=Severity.NOTE, code="length", message=message, where=Where(draft.name)),)
