"""Which Markdown a manuscript is: CommonMark with tables and notes, and the signs of a treaty and of CriticMarkup.

* ``[A: shall][B: may]`` is text that is not agreed, unless the head says that brackets are words;
* ``{{ days }}`` is a blank;
* ``{++came++}``, ``{--went--}``, ``{~~old~>new~~}``, ``{==looked different==}``, ``{>>remark<<}``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from treatykit.markup.manuscript.facts import Brackets, Facts
from treatykit.markup.manuscript.stances import stances_pattern
from treatykit.readers.markdown_syntax import parser

_Rule = Callable[[StateInline, bool], bool]

_SLOT: Final = re.compile(r"\{\{ ?(?P<name>[^\s{}]+) ?\}\}")
_CRITIC: Final = re.compile(
    r"\{>>(?P<remark>.{0,2000}?)<<\}"
    r"|\{~~(?P<old>(?:\\.|(?!~>|~~\}).){0,2000})~>(?P<new>(?:\\.|(?!~~\}).){0,2000})~~\}"
    r"|\{(?P<open>\+\+|--|==)|(?P<close>\+\+|--|==)\}",
    re.DOTALL,
)
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_NEXT: Final = re.compile(r"\]\[(?!\^|(?:\\.|[^\[\]\\])*\]\(#)")


def manuscript_parser(facts: Facts) -> MarkdownIt:
    """The parser of the Markdown that is read behind this head."""
    made = parser().disable(["html_block", "text_join"])
    critic_parser(made)
    made.inline.ruler.before("escape", "slot", _slot)
    if facts.brackets is Brackets.UNAGREED:
        made.inline.ruler.after("footnote_ref", "bracket", _bracket(stances_pattern(facts.codes)))
    return made


def critic_parser(made: MarkdownIt) -> MarkdownIt:
    """The parser, which now reads CriticMarkup too."""
    made.inline.ruler.before("escape", "critic", _critic)
    return made


def _slot(state: StateInline, silent: bool) -> bool:
    found = _SLOT.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.push("slot", "", 0).content = found["name"]
    state.pos = found.end()
    return True


def _critic(state: StateInline, silent: bool) -> bool:
    found = _CRITIC.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        if found["remark"] is not None:
            state.push("remark", "", 0).content = found["remark"]
        elif found["old"] is not None:
            state.push("substitution", "", 0).meta = {side: _ESCAPE.sub(r"\1", found[side]) for side in ("old", "new")}
        else:
            state.push("critic_open" if found["open"] else "critic_close", "", 0).markup = (
                found["open"] or found["close"]
            )
    state.pos = found.end()
    return True


def _bracket(attribution: re.Pattern[str] | None) -> _Rule:
    def rule(state: StateInline, silent: bool) -> bool:
        sign, kind = state.src[state.pos], ""
        end = state.pos + 1
        if sign == "[":
            kind = "bracket_open"
        elif sign == "]":
            following = _NEXT.match(state.src, state.pos, state.posMax)
            kind = "bracket_next" if following else "bracket_close"
            end = following.end() if following else end
        if not kind:
            return False
        named = attribution.match(state.src, end, state.posMax) if attribution and kind != "bracket_close" else None
        if not silent:
            state.push(kind, "", 0).content = named["stances"] if named else ""
        state.pos = named.end() if named else end
        return True

    return rule
