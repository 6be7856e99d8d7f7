"""The options of `new`, each of which answers a question of the interview."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import click

from treatykit.cli.report import say
from treatykit.errors import ContentError, UsageError

if TYPE_CHECKING:
    from treatykit.assemble.answers import Key
    from treatykit.assemble.interview import Interview

_ONE: Final = (
    ("title", "TEXT", "Without the names of the parties, which are added."),
    ("type", "NAME", "treaty, agreement, protocol, convention, declaration or memorandum."),
    ("level", "NAME", "In whose name it is concluded: states or governments."),
    ("designation", "NAME", "What those who conclude it are called in it: parties, participants or sides."),
    ("variant", "NAME", "framework, partial, comprehensive, or a profile of your own."),
    ("structure", "TOPICS", "All topics in their order, with ';' between them, instead of those of the variant."),
    ("ask", "HOW-MUCH", "How much you want to be asked: all, wordings, or blanks."),
    ("numbering", "NAME", "united-nations, roman, continental or roman-continental."),
    ("divisions", "NAME", "What its articles are called: articles, sections or paragraphs."),
    ("parts", "yes|no", "Whether the articles stand in Parts."),
    ("symbol", "TEXT", "The sign under which the text circulates."),
    ("status", "NAME", "proposal, draft, negotiating …"),
    ("date", "DAY", "The day of this text, 2031-03-14."),
    ("freeze", "TEXT", "The text of the round before, whose numbers stand, as seen from the draft's folder."),
    ("working", "LANGUAGE", "The language in which the text is written."),
    ("authentic", "LANGUAGES", "The languages of the authentic texts, with ';' between them."),
    ("prevailing", "LANGUAGE", "The language that prevails."),
    ("done-place", "PLACE", "Where it is signed."),
    ("done-date", "DAY", "When it is signed."),
)
_MANY: Final = (
    ("party", "CODE=NAME", "A party with its full name: 'KAR=the Republic of Karvela'. Once for each, in order."),
    ("short", "CODE=NAME", "The short name of a party; its full name suggests one."),
    ("adjective", "CODE=WORD", "The adjective of a party."),
    ("language", "CODE=LANGUAGE", "The language of a party."),
    ("signatory", "CODE=NAME,TITLE", "Who signs for a party."),
    ("choose", "TOPIC=WORDING", "The wording of a topic."),
    ("omit", "TOPIC=REASON", "Leave a topic out."),
    ("add", "TOPIC[=BECAUSE]", "Add a topic that the variant does not have."),
    (
        "bracket",
        "TOPIC=CODE:WORDING,…",
        "Who proposes which wording; 'none' proposes no word.",
    ),
    ("set", "TOPIC.PARAM=VALUE", "A value; several with ';' between them, nothing for a blank that is to stay."),
    ("option", "TOPIC.OPTION=yes|no", "An option."),
)
_IN: Final = ("in", "VARIANT: …", "What differs in another variant: 'framework: choose recognition=general'.")


def answers(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that answer questions, in the order of the help."""
    for name, shape, told in reversed((*_MANY, _IN)):
        command = click.option(f"--{name}", f"many_{name}", metavar=shape, multiple=True, help=told)(command)
    for name, shape, told in reversed(_ONE):
        command = click.option(f"--{name}", f"one_{name.replace('-', '_')}", metavar=shape, help=told)(command)
    return command


def tell_mended(told: Sequence[str], before: Interview, after: Interview) -> None:
    """Which rule was broken, and by which answers it is kept."""
    say(told[0])
    for key, words in after.said.items():
        if before.said.get(key) != words:
            say(f"  so: {as_option(key, words)}")


def given_answers(given: Mapping[str, Any]) -> dict[Key, str]:
    """The answers that the options give.

    Raises:
        UsageError: One of them has another form, or says a second thing about the same.
    """
    from treatykit.assemble.answers import BLANK, Key, Kind
    from treatykit.assemble.differing import difference

    answers = {Key(Kind(name)): words for name, _, _ in _ONE if (words := given[f"one_{name.replace('-', '_')}"])}
    parties: Sequence[str] = given["many_party"]
    for number, words in enumerate(parties, 1):
        answers[Key(Kind.PARTY, str(number))] = words
    if len(parties) > 1:
        answers[Key(Kind.PARTY, str(len(parties) + 1))] = ""
    for name, shape, _ in _MANY:
        for each in given[f"many_{name}"] if name != "party" else ():
            subject, equals, words = (part.strip() for part in each.partition("="))
            key = Key(Kind(name), subject)
            if not subject or not (equals or name == "add"):
                raise UsageError(f"'{each}' says nothing", where=f"--{name}", hint=f"write '--{name} {shape}'")
            if key in answers:
                raise UsageError(f"'{subject}' is named twice", where=f"--{name}", hint="say it once")
            answers[key] = words or (BLANK if name in ("add", "set") else "")
            if not answers[key]:
                raise UsageError(f"'{each}' says nothing", where=f"--{name}", hint=f"write '--{name} {shape}'")
    for each in given["many_in"]:
        try:
            key, words = difference(each)
        except ContentError as error:
            raise UsageError(error.message, where="--in", hint=error.hint) from None
        if key in answers:
            raise UsageError(f"'{key.name}' is said twice", where="--in", hint="say it once")
        answers[key] = words
    return answers


def option_for(key: Key) -> str:
    """The option that answers a question."""
    shape = next((shape for name, shape, _ in (*_MANY, _IN) if name == key.kind), "")
    value = shape.partition("=")[2] or "…"
    if key.kind == "party" or not key.name:
        return f"'--{key.kind} {shape or '…'}'"
    return f"'--{key.kind} {key.name}={value}'"


def as_option(key: Key, words: str) -> str:
    """The option that gives an answer."""
    if key.kind == "party" or not key.name:
        return f"--{key.kind} {words}"
    return f"--{key.kind} {key.name}={words}"
