"""A profile: the topics of a variant in order, and what it leaves out and why."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from treatykit.errors import ContentError
from treatykit.library.params import Words
from treatykit.library.schema import Rule
from treatykit.library.targets import (
    AlternativeTarget,
    TopicTarget,
    simple_targets,
)
from treatykit.library.validation import Strict, refusal, validated
from treatykit.markup.yaml_document import read_yaml


def _in_order(bounds: tuple[int, int]) -> tuple[int, int]:
    if bounds[0] > bounds[1]:
        raise refusal("the least is above the most", f"write [{bounds[1]}, {bounds[0]}]")
    return bounds


Range = Annotated[tuple[int, int], AfterValidator(_in_order)]
"""From the least to the most."""


class Choice(Strict):
    """A topic of the profile, in the wording that stands unless a draft chooses another."""

    topic: Words
    alternative: Words


class Size(Strict):
    """How long a text of this variant should be.

    Attributes:
        articles: How many, from the least to the most.
        pages: How many, from the least to the most.
    """

    articles: Range | None = None
    pages: Range | None = None


class Profile(Strict):
    """A variant: a selection of topics and of their depth.

    Attributes:
        topics: In the order of the text.
        exclude: What a draft of this variant does not hold, unless it says why.
        targets: The size that is aimed at.
    """

    format: Literal["treatykit-profile/1"]
    id: Words
    title: Words
    summary: Words
    topics: Annotated[tuple[Choice, ...], Field(min_length=1)]
    exclude: tuple[Rule, ...] = ()
    targets: Size = Size()

    def choice(self, topic: str) -> Choice | None:
        """The profile's choice for a topic, if it has the topic."""
        return next((each for each in self.topics if each.topic == topic), None)

    def excluded(self, topic: str, alternative: str) -> Rule | None:
        """The exclusion that a wording falls under, if there is one."""
        for rule in self.exclude:
            for target in simple_targets(rule.target):
                match target:
                    case TopicTarget(name) if name == topic:
                        return rule
                    case AlternativeTarget(name, wording) if (name, wording) == (topic, alternative):
                        return rule
                    case _:
                        pass
        return None

    @model_validator(mode="after")
    def _once_each(self) -> Self:
        for number, choice in enumerate(self.topics):
            at = ("topics", number, "topic")
            if self.choice(choice.topic) is not choice:
                raise refusal(f"'{choice.topic}' is named twice", "name each topic once", at=at)
            if rule := self.excluded(choice.topic, choice.alternative):
                hint = "delete it here or under 'exclude'"
                raise refusal(f"the profile excludes '{rule.target}' and names it", hint, at=at)
        return self

    @model_validator(mode="after")
    def _excludes_topics(self) -> Self:
        for number, rule in enumerate(self.exclude):
            if not all(isinstance(target, TopicTarget | AlternativeTarget) for target in simple_targets(rule.target)):
                hint = "write 'topic' or 'topic/alternative'"
                raise refusal("a profile excludes topics and wordings", hint, at=("exclude", number, "target"))
        return self


def load_profile(text: str, name: str, variant: str) -> Profile:
    """Load a profile.

    Args:
        text: The text of the file.
        name: The file, for errors.
        variant: The variant that the file is named after.

    Raises:
        ContentError: The profile is wrong.
    """
    document = read_yaml(text, name)
    profile = validated(Profile, document)
    if profile.id != variant:
        hint = f"a profile has the name of its file, '{variant}'"
        raise ContentError(f"the id is '{profile.id}'", where=document.where(("id",)), hint=hint)
    return profile
