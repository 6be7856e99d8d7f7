"""The front matter of a clause file: the facts on a topic and its wordings."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from treatykit.library.params import ParamSpec, Words
from treatykit.library.targets import Target
from treatykit.library.validation import Strict, refusal
from treatykit.markup.nearest import did_you_mean, listed
from treatykit.markup.slots import NAME, TOPIC, RoleForm

Kind = Literal["recital", "article", "final-clause", "annex", "testimonium"]
"""Where in an instrument a topic stands."""

Part = Literal[
    "opening", "peace", "border", "security", "connectivity", "humanitarian", "implementation", "final"
]  # fmt: skip
"""The part of the library that a topic belongs to."""

Depth = Literal["enabling", "principles", "full"]
"""How much a wording settles itself: it enables later agreement, lays down principles, or regulates in full."""

Precision = Literal["open", "bounded", "precise"]
"""How much room a wording leaves to interpretation."""

Relation = Literal["quoted", "adapted", "inspired", "contrast"]
"""What a wording has to do with a source."""

Confidence = Literal["verified", "known"]
"""How sure a citation is: compared with the text of the source, or known from its reputation."""


class RuleKind(StrEnum):
    """What a rule says of its target, as front matter names it; `REFERS` is what the words themselves ask for."""

    REQUIRES = "requires"
    CONFLICTS = "conflicts"
    EXPECTS = "expects"
    CAUTIONS = "cautions"
    REFERS = "refers"

    @property
    def wants(self) -> bool:
        """The target should be there; else it should not."""
        return self not in (RuleKind.CONFLICTS, RuleKind.CAUTIONS)

    @property
    def refuses(self) -> bool:
        """No text is made where the rule is broken; else there is a warning."""
        return self not in (RuleKind.EXPECTS, RuleKind.CAUTIONS)


class Rule(Strict):
    """What a topic or a wording says of something else in the draft.

    Attributes:
        because: The reason, in words that a negotiator would use.
    """

    target: Target
    because: Words


class Ruled(Strict):
    """What makes rules.

    Attributes:
        requires: What has to be in the draft too.
        conflicts: What cannot stand beside it.
        expects: What is usually in the draft too; a draft that lacks it is warned.
        cautions: What stands uneasily beside it; a draft that has both is warned.
    """

    requires: tuple[Rule, ...] = ()
    conflicts: tuple[Rule, ...] = ()
    expects: tuple[Rule, ...] = ()
    cautions: tuple[Rule, ...] = ()

    @property
    def rules(self) -> Mapping[RuleKind, tuple[Rule, ...]]:
        """All of them, kind by kind."""
        return {
            RuleKind.REQUIRES: self.requires,
            RuleKind.CONFLICTS: self.conflicts,
            RuleKind.EXPECTS: self.expects,
            RuleKind.CAUTIONS: self.cautions,
        }


class OptionSpec(Strict):
    """A question answered by yes or no, on which passages of the wordings depend."""

    prompt: Words
    default: bool


class Citation(Strict):
    """A precedent or source.

    Attributes:
        wordings: Those that it bears on; none named, on all.
    """

    cite: Words
    relation: Relation
    confidence: Confidence | None = None
    wordings: tuple[Words, ...] = ()

    @property
    def weighed(self) -> str:
        """The citation, on which wordings it bears, and how sure it is."""
        bearing = f"on {', '.join(self.wordings)}" if self.wordings else ""
        sure = {"verified": "compared with the text", "known": "not compared with the text", None: ""}[self.confidence]
        told = "; ".join(filter(None, (bearing, sure)))
        return f"{self.cite} ({told})" if told else self.cite

    def bears_on(self, alternative: str) -> bool:
        """Whether it says something to this wording."""
        return not self.wordings or alternative in self.wordings


class AlternativeFacts(Ruled):
    """The facts on one wording.

    Attributes:
        variants: The profiles that it fits.
        strength: How far it binds, from 1 to 5.
        favours: A role, ``the transit State``, or ``neither``.
        when: In what situation a drafter would choose it.
        pro: The argument for it, attributed to a role; `for` in the file.
        against: The argument against it, attributed to a role.
    """

    id: Words
    label: Words
    variants: Annotated[tuple[Words, ...], Field(min_length=1)]
    depth: Depth
    precision: Precision
    strength: Annotated[int, Field(ge=1, le=5)]
    favours: Words
    when: Words
    pro: Annotated[str, Field(alias="for", min_length=1)]
    against: Words

    @model_validator(mode="after")
    def _names(self) -> Self:
        _check_id(self.id, "id")
        return self


class FrontMatter(Ruled):
    """The facts on a topic.

    Attributes:
        id: The topic's name, which is also the file's.
        title: The title of its article, in sentence case.
        params: What can be filled in, by name; a `party` names a role shared by all topics.
        alternatives: Its wordings, in order of preference.
    """

    id: Words
    title: Words
    version: Words
    kind: Kind
    part: Part
    summary: Words
    params: Annotated[dict[str, ParamSpec], Field(default_factory=dict)]
    options: Annotated[dict[str, OptionSpec], Field(default_factory=dict)]
    alternatives: Annotated[tuple[AlternativeFacts, ...], Field(min_length=1)]
    sources: tuple[Citation, ...] = ()
    licence: Words

    def alternative(self, name: str) -> AlternativeFacts | None:
        """The facts on the wording of that id, if there is one."""
        return next((each for each in self.alternatives if each.id == name), None)

    @model_validator(mode="after")
    def _names(self) -> Self:
        _check_id(self.id, "id")
        for kind, names in (("params", self.params), ("options", self.options)):
            for name in names:
                _check_name(name, kind)
        for number, alternative in enumerate(self.alternatives):
            if self.alternative(alternative.id) is not alternative:
                at = ("alternatives", number, "id")
                raise refusal(f"a second alternative '{alternative.id}'", "give each wording its own id", at=at)
        known = [alternative.id for alternative in self.alternatives]
        for number, source in enumerate(self.sources):
            for place, name in enumerate(source.wordings):
                if name not in known:
                    hint = did_you_mean(name, known, otherwise=f"it has {listed(known, last='and')}")
                    raise refusal(f"no wording is called '{name}'", hint, at=("sources", number, "wordings", place))
        return self


def _check_id(name: str, *at: str) -> None:
    if not TOPIC.fullmatch(name):
        raise refusal(f"'{name}' cannot be an id", "ids have small letters, digits and hyphens", at=at)


def _check_name(name: str, kind: str) -> None:
    if not NAME.fullmatch(name):
        hint = "names have small letters, digits and underscores"
        raise refusal(f"'{name}' cannot be a name", hint, at=(kind, name), key=True)
    if name in set(RoleForm):
        hint = "that is a form of a role's name; choose another"
        raise refusal(f"'{name}' cannot be a name", hint, at=(kind, name), key=True)
