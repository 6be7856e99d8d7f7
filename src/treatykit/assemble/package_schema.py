"""The entries of a package file, ``treatykit-package/1``: what several instruments share, and which they are."""

from __future__ import annotations

from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from treatykit.assemble.draft_schema import Code, Day, Done, Entry, Languages, Name, Party, Words, one_of, scheme
from treatykit.assemble.register import Designation
from treatykit.assemble.wording import Level
from treatykit.library.validation import Strict, refusal
from treatykit.model.divisions import Divisions
from treatykit.model.document import Status


class Frame(Strict):
    """What a package may say instead of its drafts, for all instruments or for one of them."""

    symbol: str | None = None
    date: Day | None = None
    status: Annotated[Status, BeforeValidator(one_of(Status))] | None = None
    done: Done | None = None
    params: Annotated[dict[str, Entry], Field(default_factory=dict)]
    options: Annotated[dict[str, bool], Field(default_factory=dict)]


class Instrument(Frame):
    """One of the instruments.

    Attributes:
        draft: The draft file, seen from the package file.
        reply: Instead of a draft: the letter to which this one is the reply.
        parent: The instrument that it belongs to, such as the treaty of a protocol.
        short: What the others call it, ``the Treaty``.
        between: The parties that conclude it, where not all do.
        variant: The variant in which it is always made, whatever that of the package.
        variants: The variants of the package that have it; None for all.
    """

    draft: Words | None = None
    reply: Name | None = None
    parent: Name | None = None
    title: Words | None = None
    short: Words | None = None
    between: tuple[Code, ...] | None = None
    variant: Name | None = None
    variants: tuple[Name, ...] | None = None

    @model_validator(mode="after")
    def _a_draft_or_a_reply(self) -> Self:
        if self.draft is None and self.reply is None:
            raise refusal("nothing says what this instrument is", "add 'draft: …', or 'reply: …' with a letter")
        if self.draft is not None and self.reply is not None:
            raise refusal("a reply repeats its letter and has no draft", "say one of the two", at=("draft",), key=True)
        return self


class PackageFile(Frame):
    """A package file, whole.

    Attributes:
        variant: In which the instruments are made where nobody names another.
        instruments: By name, in the order in which they are signed.
    """

    format: Literal["treatykit-package/1"]
    variant: Name
    parties: dict[Code, Party]
    level: Annotated[Level, BeforeValidator(one_of(Level))] | None = None
    designation: Annotated[Designation, BeforeValidator(one_of(Designation))] | None = None
    divisions: Annotated[Divisions, BeforeValidator(one_of(Divisions))] | None = None
    numbering: Annotated[str, AfterValidator(scheme)] | None = None
    languages: Languages | None = None
    instruments: dict[Name, Instrument]

    @model_validator(mode="after")
    def _several(self) -> Self:
        if len(self.parties) < 2:
            raise refusal("a package needs two parties at least", "add the others", at=("parties",))
        if not self.instruments:
            raise refusal(
                "a package without instruments", "name one: 'treaty: {draft: treaty.yaml}'", at=("instruments",)
            )
        return self


SHARED: Final = ("parties", "level", "designation", "divisions", "numbering", "languages", *Frame.model_fields)
"""The entries of a package that count as if each of its drafts said them."""

OWN: Final = ("title", *Frame.model_fields)
"""The entries of an instrument that outweigh those of its draft."""
