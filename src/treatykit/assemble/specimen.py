"""A clause as a reader sees it before there is a draft: treaty language, and in ``‹ ›`` what a draft decides.

What stands between the marks is a value (the clause's default, or the name of what is to
be filled in), a reference to another topic, or the condition on which a passage is printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Final, assert_never

from treatykit.assemble.articles import articles
from treatykit.assemble.composing import heading_role, plain_role
from treatykit.assemble.conditions import printed
from treatykit.assemble.filters import write_out
from treatykit.assemble.paragraphs import Speaker, Voice
from treatykit.assemble.wording import Level, Wording
from treatykit.library.clause import Clause
from treatykit.library.index import Library
from treatykit.library.instruments import InstrumentType, register_of
from treatykit.library.params import default_value
from treatykit.markup import syntax
from treatykit.markup.parser import LIBRARY_PARTIES
from treatykit.markup.slots import DraftWord, ParamName, RoleForm, RoleName
from treatykit.model.content import Paragraph, Reference, Slot, Story, Text
from treatykit.model.document import Document
from treatykit.model.normal import normalise
from treatykit.model.numbering import number
from treatykit.model.properties import Role
from treatykit.model.walk import map_document

MARKS: Final = ("‹", "›")
"""What a draft decides stands between these."""

_OPEN: Final = {
    DraftWord.PARTY_NAMES: "names of the parties",
    DraftWord.AUTHENTIC_LANGUAGES: "authentic languages",
    DraftWord.PREVAILING_LANGUAGE: "prevailing language",
    DraftWord.PARENT: "parent instrument",
    DraftWord.PARENT_TITLE: "title of the parent instrument",
    DraftWord.PLACE: "place",
    DraftWord.DONE_DATE: "date",
}


def specimen(
    library: Library, topic: str, alternative: str, *, parties: int = 2, instrument: InstrumentType | None = None
) -> Document:
    """One wording of a clause, as a text between so many parties has it.

    Every passage is printed, with the condition on which a draft prints it.

    Args:
        instrument: What the text is called, which decides about its register; None for a treaty that
            shows the passages of other registers too.

    Raises:
        ContentError: There is no such topic or alternative, or a clause is wrong.
    """
    clause = library.clause(topic)
    wording = clause.wording(alternative)
    called = instrument or InstrumentType.TREATY
    words = _words(parties, called)
    speaker = _speaker(library, clause, {note.name: note for note in wording.footnotes}, words)
    blocks = printed(wording.blocks, partial(_may_hold, register_of(called))) if instrument else wording.blocks
    found = articles(speaker, clause.facts.title, _told(library, blocks), heading_role(clause.facts.kind))
    return _finished(tuple(block for article in found for block in article.blocks), library)


def commentary(library: Library, topic: str) -> Document:
    """What a clause says about itself to those who teach or choose; empty where it says nothing.

    Raises:
        ContentError: There is no such topic, or a clause is wrong.
    """
    clause = library.clause(topic)
    blocks = clause.body.commentary.blocks if clause.body.commentary else ()
    voice = _speaker(library, clause, {}, _words(2))
    return _finished(replace(voice, voice=replace(voice.voice, plain=Role.BODY)).body(blocks), library)


def spoken_words(parties: int = 2) -> Mapping[DraftWord, str]:
    """How the words that depend on a draft as a whole read in a specimen, ``each Party``."""
    words = _words(parties)
    return {word: _marked(_OPEN[word]) if word in _OPEN else words.word(word) or "" for word in DraftWord}


def _words(parties: int, called: InstrumentType = InstrumentType.TREATY) -> Wording:
    return Wording(instrument=called, level=Level.STATES, names=("",) * parties)


def _speaker(library: Library, clause: Clause, footnotes: dict[str, syntax.Footnote], words: Wording) -> Speaker:
    voice = Voice(
        topic=clause.topic,
        plain=plain_role(clause.facts.kind),
        register=words.register,
        designation=words.designation,
        divisions=words.divisions,
        fill=partial(_filled, library, words),
        codes={code: code for code in LIBRARY_PARTIES},
        annotated=True,
    )
    return Speaker(voice, footnotes)


def _finished(body: Story, library: Library) -> Document:
    """The document with numbers, and with the names of the topics that its references go to."""

    def named(paragraph: Paragraph) -> Paragraph:
        inlines = tuple(
            Text(_marked(f"the {subject_of(library, _topic(inline))}"), inline.format)
            if isinstance(inline, Reference) and not inline.text
            else inline
            for inline in paragraph.inlines
        )
        is_only = paragraph.role is Role.ARTICLE and headings == 1
        mark = replace(paragraph.mark, properties=replace(paragraph.mark.properties, label=None))
        return Paragraph(inlines, mark if is_only else paragraph.mark)

    headings = sum(isinstance(block, Paragraph) and block.role is Role.ARTICLE for block in body)
    return normalise(map_document(number(normalise(Document(body=body))), named))


def _topic(reference: Reference) -> str:
    return (reference.target or "").partition("#")[0]


def _filled(library: Library, words: Wording, slot: syntax.Slot) -> tuple[Text | Slot, ...]:
    match slot.subject:
        case DraftWord() as word if word in _OPEN:
            return (Text(_marked(_OPEN[word])),)
        case DraftWord() as word:
            return (Text(write_out(words.word(word) or "", slot.filters)),)
        case RoleName(role, form):
            name = role.replace("_", " ")
            return (Text(_marked(f"adjective of the {name}" if form is RoleForm.ADJECTIVE else name)),)
        case ParamName(topic, name):
            value = default_value(library.facts(topic).params[name])
            return (Text(_marked(name.replace("_", " ") if value is None else write_out(value, slot.filters))),)
        case _:
            assert_never(slot.subject)


def _may_hold(register: syntax.Register, condition: syntax.Condition) -> bool:
    """Whether some text of a register prints what has this condition."""
    return (
        not isinstance(condition, syntax.RegisterCondition) or (condition.register is register) is not condition.negated
    )


def _told(library: Library, blocks: syntax.Blocks) -> syntax.Blocks:
    """The blocks, the conditions of each said before its words."""

    def told(block: syntax.Block) -> syntax.Block:
        match block:
            case syntax.Article() | syntax.Section():
                inner = _told(library, block.blocks)
                return replace(block, title=conditioned(block.title, block.conditions), blocks=inner)
            case syntax.Item():
                inner = _told(library, block.blocks)
                return replace(block, inlines=conditioned(block.inlines, block.conditions), blocks=inner)
            case syntax.Paragraph() | syntax.WrapUp():
                return replace(block, inlines=conditioned(block.inlines, block.conditions))
            case syntax.BlockBracket(options):
                parts = tuple(replace(option, blocks=_told(library, option.blocks)) for option in options)
                return replace(block, options=parts)
            case syntax.Table() | syntax.DraftingNote():
                return block
            case _:
                assert_never(block)

    def conditioned(inlines: syntax.Inlines, conditions: Iterable[syntax.Condition]) -> syntax.Inlines:
        said = "".join(f"{_marked(f'if {_condition(library, each)}')} " for each in conditions)
        return (syntax.Text(said), *inlines) if said else inlines

    return tuple(map(told, blocks))


def _condition(library: Library, condition: syntax.Condition) -> str:
    match condition:
        case syntax.OptionCondition(option, negated):
            return f"{option.replace('_', ' ')}: {'no' if negated else 'yes'}"
        case syntax.TopicCondition(topic, negated):
            return f"there is {'no' if negated else 'an'} {subject_of(library, topic)}"
        case syntax.RegisterCondition(register, negated):
            return f"the text is {'no' if negated else 'a'} {register}"
        case _:
            assert_never(condition)


def subject_of(library: Library, topic: str) -> str:
    """How a topic is named where its number is not known yet: ``article on settlement of disputes``.

    Args:
        topic: Of another instrument, as a reference has it: ``parent:amendment``, or ``parent:``.
    """
    instrument, outer, topic = topic.rpartition(":")
    of = f"{instrument} instrument" if outer else ""
    if not topic:
        return of
    facts = library.facts(topic)
    noun = "annex" if facts.kind == "annex" else "article"
    return f"{noun} on {facts.title[:1].lower()}{facts.title[1:]}{f' of the {of}' if of else ''}"


def _marked(words: str) -> str:
    return words.join(MARKS)
