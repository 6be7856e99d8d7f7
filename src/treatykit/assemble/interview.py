"""An interview about a draft: a question, its answer, and what is asked next.

An interview is a value. Every answer makes a new one, which remembers the one before, so that
a step back is no special case. Answers that were given beforehand are answers like any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, replace

from treatykit.assemble.answers import TOPIC_KINDS, Key, Kind, Said, with_answer
from treatykit.assemble.draft_printing import print_draft
from treatykit.assemble.entries import entries
from treatykit.assemble.mending import changed, mends, reasons
from treatykit.assemble.question import BLANK_STANDS, Changes, Question, is_answered, is_wanted
from treatykit.assemble.questions import agenda
from treatykit.assemble.replies import as_reply, changes, check_words, is_reply
from treatykit.assemble.sketch import Decided, judged_again, key_of, sketch
from treatykit.errors import ContentError
from treatykit.library.index import Library
from treatykit.markup.nearest import listed
from treatykit.records import dataclass

_FEW = 3  # remedies that an error names
_FREE = (
    *(Kind.SYMBOL, Kind.STATUS, Kind.DATE, Kind.FREEZE, Kind.ADD, Kind.ADJECTIVE, Kind.LANGUAGE, Kind.SIGNATORY),
    *(Kind.DESIGNATION, Kind.ASK, Kind.STRUCTURE, Kind.IN, *TOPIC_KINDS),
)  # said of a draft though nothing asks for it

Left = Mapping[Key, tuple[str, ...]]
"""Replies that steps back have left, by the key of their question; the last one stands first."""


class WrongAnswerError(ContentError):
    """An answer that was given beforehand says what the draft could not say.

    Attributes:
        key: What it answers.
    """

    def __init__(self, key: Key, error: ContentError) -> None:
        super().__init__(error.message, hint=error.hint)
        self.key = key


@dataclass(frozen=True, slots=True)
class Interview:
    """The state of an interview; made by `begin`.

    Attributes:
        said: The answers, in the order in which they were given.
        given: The keys of those that were given beforehand.
        decided: What they decide; None before a variant is chosen.
        agenda: Every question that they lead to, as far as can be seen, the answered ones too.
        before: The interview before the last answer; None at its beginning.
        left: What was replied at the questions that steps back have led away from.
    """

    library: Library = field(repr=False)
    said: Said
    given: frozenset[Key]
    decided: Decided | None = field(repr=False)
    agenda: tuple[Question, ...] = field(repr=False)
    before: Interview | None = field(default=None, repr=False)
    left: Left = field(default_factory=dict, repr=False)

    def question(self) -> Question | None:
        """What is asked next: how a broken rule is mended, before all else; None where all is answered."""
        open_ones = (each for each in self.agenda if not is_answered(each, self.said))
        asked = next((each for each in open_ones if is_wanted(each, self.said)), None)
        if asked and (left := self.left.get(asked.key)) and is_reply(asked, left[-1]):
            return replace(asked, earlier=left[-1])
        return asked

    def answer(self, words: str) -> Interview:
        """The interview after an answer to its question; an empty one takes the earlier answer, or else the default.

        Raises:
            ContentError: The answer says what the draft could not say; the question stands.
        """
        question = self.question()
        if question is None:
            raise ContentError("every question is answered", hint="the draft can be written")
        said = changed(self.said, changes(question, words.strip() or question.earlier))
        return self._after(said, _without_last(self.left, question.key))

    def take_default(self) -> Interview:
        """The interview after an empty answer; of several remedies, the first for good that leaves what was given.

        Raises:
            ContentError: There is no default, or no such remedy.
        """
        question = self.question()
        if question is None or question.key.kind is not Kind.MEND:
            return self.answer("")
        for offer in question.offers:
            asks_again = all(words is None and key.kind is Kind.SET for key, words in offer.changes.items())
            if not asks_again and not self.given & _touched(offer.changes):
                return self._after(changed(self.said, offer.changes), self.left)
        few = [offer.label for offer in question.offers[:_FEW]]
        remedy = listed(few) if few else "change one of the answers"
        raise ContentError(question.told[0], hint=remedy)

    def back(self, to: Interview | None = None) -> Interview:
        """The interview before the last answer; at the beginning, itself. What was answered since stands again.

        Args:
            to: One further back, to which this one goes back.
        """
        earlier = to or self.before
        if earlier is None:
            return self
        left, now = self.left, self
        while now is not earlier and now.before is not None:
            left, now = _with_reply(left, now.before, now), now.before
        return replace(earlier, left=left)

    def forgotten(self) -> Interview:
        """The interview without the earlier answer to its question, so that the default stands."""
        question = self.question()
        return replace(self, left=_without_last(self.left, question.key)) if question else self

    def unasked(self) -> tuple[Key, ...]:
        """What was given beforehand and answers no question, so that the draft would not say it."""
        asked = {key for each in self.agenda for key in _alternatives(each.key)}
        asked |= {key for key in self.said if key.kind in _FREE}
        return tuple(key for key in self.said if key in self.given and key not in asked)

    def answers(self) -> dict[Key, str]:
        """The answers that count: without those to questions that later answers have made idle."""
        asked = {key for each in self.agenda for key in _alternatives(each.key)}
        return {
            key: words
            for key, words in self.said.items()
            if key in asked or key in self.given or key.kind in (Kind.ADD, Kind.IN, *TOPIC_KINDS)
        }

    def entries(self) -> dict[str, object]:
        """What the draft says, in the order of the file."""
        wanted = [key for need in (self.decided.asked if self.decided else ()) if (key := key_of(need))]
        return entries(self.answers(), self.library, wanted)

    def text(self) -> str:
        """The draft file, with the names of the chosen wordings and the blanks that are still open as comments."""
        said = self.entries()
        return print_draft(
            said,
            head=(
                "A draft holds decisions; the words come from the clauses.",
                "'treatykit clauses show TOPIC' explains a choice.",
            ),
            comments=_comments(said, self.library),
            foot=tuple(self._open(said)),
        )

    def _after(self, said: Said, left: Left) -> Interview:
        """The interview with these answers; where they decide nothing anew, the agenda is the one before."""
        if self.decided and entries(said, self.library) == entries(self.said, self.library):
            decided = judged_again(self.decided, said)
            if not decided.broken and not self.decided.broken:
                return replace(self, said=said, decided=decided, before=self, left=left)
        return replace(_judged(self.library, said, self.given), before=self, left=left)

    def _open(self, said: Mapping[str, object]) -> Iterator[str]:
        """The values that are asked for and stay blank, each with its question."""
        params = said.get("params", {})
        blanks = [
            f"{each.key.name}: {each.prompt.partition(': ')[2] or each.prompt}"
            for each in self.agenda
            if each.key.kind is Kind.SET
            and each.usual == BLANK_STANDS
            and isinstance(params, dict)
            and each.key.name not in params
        ]
        if blanks:
            yield "Still to be filled in, under 'params':"
            yield from (f"  {blank}" for blank in blanks)


def begin(library: Library, given: Mapping[Key, str] | None = None) -> Interview:
    """An interview that makes a draft from a library.

    Args:
        given: Answers that were given beforehand.

    Raises:
        WrongAnswerError: One of them says what the draft could not say.
    """
    told = {key: words.strip() for key, words in (given or {}).items()}
    try:
        return _begun(library, told)
    except ContentError:
        so_far: dict[Key, str] = {}
        for key in sorted(told, key=lambda key: list(Kind).index(key.kind)):
            so_far[key] = told[key]
            try:
                _begun(library, so_far)
            except ContentError as error:
                raise WrongAnswerError(key, error) from None
        raise


def _begun(library: Library, given: Said) -> Interview:
    said: dict[Key, str] = {}
    for key, words in given.items():
        check_words(words)
        said = with_answer(said, key, words)
    return _judged(library, said, frozenset(said))


def _judged(library: Library, said: Said, given: frozenset[Key]) -> Interview:
    decided = sketch(said, library)
    mending = (_mending(said, library, decided),) if decided and decided.broken else ()
    return Interview(library, said, given, decided, (*mending, *agenda(said, library, decided)))


def _mending(said: Said, library: Library, decided: Decided) -> Question:
    violation = decided.broken[0]
    return Question(
        key=Key(Kind.MEND),
        prompt="These do not go together. What shall be changed?",
        offers=mends(violation, said, library, decided),
        told=reasons(decided),
        about=violation.topic,
        hint="a number; or '<' to answer the last question differently",
    )


def _with_reply(left: Left, before: Interview, after: Interview) -> Left:
    """What steps back have left, with the reply between two interviews, unless it was the default or a remedy."""
    question = before.question()
    if question is None or question.key.kind is Kind.MEND:
        return left
    reply = as_reply(*list(after.said.items())[-1])
    if not reply or reply == question.default:
        return left
    return {**left, question.key: (*left.get(question.key, ()), reply)}


def _without_last(left: Left, key: Key) -> Left:
    return {**left, key: left[key][:-1]} if left.get(key) else left


def _touched(changes: Changes) -> set[Key]:
    return {other for key in changes for other in _alternatives(key)}


def _alternatives(key: Key) -> tuple[Key, ...]:
    """The keys that answer the same question."""
    return tuple(Key(kind, key.name) for kind in TOPIC_KINDS) if key.kind in TOPIC_KINDS else (key,)


def _comments(said: Mapping[str, object], library: Library) -> dict[tuple[str, str], str]:
    """Beside each chosen wording, its name."""
    chosen = said.get("choose")
    if not isinstance(chosen, dict):
        return {}
    return {
        ("choose", topic): library.clause(topic).facts_on(alternative).label for topic, alternative in chosen.items()
    }
