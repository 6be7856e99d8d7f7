"""The passage of two lines in which they differ, with as much around it as what is done to its words looks at.

A paragraph is mostly edited in one place. What stands far from it is neither cut into
units nor compared, and the edits are those of the whole lines nevertheless:

* A passage begins where a unit surely begins, and ends behind one that both lines have at the same distance from their
  ends, where nothing before it decides any more what it is. So its units are those of the lines.
* It begins and ends with `ANCHOR` kept units at least, as many as `contiguous` never lays anew.
* Among those at either end is one that stands in the passage only once in each line. Edits are moved sideways
  (`cleanup`, `semantics`) only over what comes again, so that none is ever moved beyond it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from treatykit.compare.contiguous import ANCHOR
from treatykit.compare.lines import Line
from treatykit.compare.matching import Run
from treatykit.compare.units import Lexicon, Units, identity

_AROUND = 40  # characters; no unit is decided by what stands so far before it


class Passage(NamedTuple):
    """Units of two lines, the marks that end them among them.

    Attributes:
        begins: The lines begin with it.
        ends: They end with it.
    """

    old: Units
    new: Units
    begins: bool
    ends: bool

    def is_wide(self, runs: Sequence[Run], old: Sequence[int], new: Sequence[int]) -> bool:
        """Whether the edits that leave these runs of its units are those of the whole lines.

        Args:
            runs: What is kept, before clean-up.
            old: The keys of the old units, without the mark.
            new: Those of the new ones.
        """
        if self.begins and self.ends:
            return True
        if not runs:
            return False
        first, last = runs[0], runs[-1]
        head = first.length if first.old == first.new == 0 else 0
        tail = last.length if (last.old + last.length, last.new + last.length) == (len(old), len(new)) else 0
        return (self.begins or _holds(old[:head], old, new)) and (self.ends or _holds(old[len(old) - tail :], old, new))


def passage(old: Line, new: Line, lexicon: Lexicon) -> Passage | None:
    """The passage in which two paragraphs without objects and links differ; None where both have no unit at its end."""
    head = _common_head(old.text, new.text)
    tail = _common_head(old.text[head:][::-1], new.text[head:][::-1])
    start, shift = lexicon.start_before(old.text, head - _AROUND), len(new.text) - len(old.text)
    olds = lexicon.units(old, start, len(old.text) - tail + _AROUND)
    end = olds.spans[-1][0] + shift
    news = lexicon.units(new, start, end)
    if news.spans[-1][0] != end:
        return None
    ends = olds.spans[-1][1] == len(old.text)
    if not ends:
        for units, line in ((olds, old), (news, new)):
            units.spans.append((len(line.text) - 1, len(line.text)))
            units.texts.append(line.text[-1])
            units.keys.append(lexicon.number(identity(line.nodes[-1])))
    return Passage(olds, news, start == 0, ends)


def _holds(units: Sequence[int], old: Sequence[int], new: Sequence[int]) -> bool:
    """Whether kept units hold whatever happens between them and the others: many, and one that stands nowhere else."""
    return len(units) >= ANCHOR and any(old.count(unit) == new.count(unit) == 1 for unit in units)


def _common_head(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[least:middle] == other[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least
