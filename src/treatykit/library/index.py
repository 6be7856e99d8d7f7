"""The library: finds a clause or a profile by its name, and reads no more than is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from treatykit.errors import ContentError, Errors, Where
from treatykit.library.clause import Clause
from treatykit.library.loader import Front, load_clause, load_front_matter
from treatykit.library.profile import Profile, load_profile
from treatykit.library.schema import FrontMatter
from treatykit.library.sources import MemorySource, Source
from treatykit.markup.nearest import did_you_mean, listed
from treatykit.markup.yaml_document import YamlDocument, read_yaml


class ClauseNotFoundError(ContentError):
    """A draft, profile or command names a clause that the library does not have."""


class ProfileNotFoundError(ContentError):
    """A draft or command names a variant that has no profile."""


class Library:
    """Clauses and profiles, each loaded once, when it is first asked for.

    Args:
        clauses: The clause files.
        profiles: The profiles.
    """

    def __init__(self, clauses: Source, profiles: Source | None = None) -> None:
        self._clause_source = clauses
        self._profile_source = profiles or MemorySource({})
        self._clauses: dict[str, Clause] = {}
        self._fronts: dict[str, Front] = {}
        self._profiles: dict[str, Profile] = {}

    @cached_property
    def _topics(self) -> frozenset[str]:
        return frozenset(self._clause_source.names())

    # --- clauses

    def topics(self) -> tuple[str, ...]:
        """The topics that there are, in alphabetical order; reads no file."""
        return tuple(sorted(self._topics))

    def require(self, topic: str, *, where: Where | None = None) -> None:
        """See that there is a clause of that name; its file is not read.

        Raises:
            ClauseNotFoundError: There is none.
        """
        if topic not in self._topics:
            raise clause_not_found(topic, self._topics, where)

    def clause(self, topic: str, *, where: Where | None = None) -> Clause:
        """A clause, with its words.

        Args:
            topic: Its id.
            where: The place that asks for it, for errors.

        Raises:
            ClauseNotFoundError: There is none of that name.
            ContentError: Its file is wrong.
        """
        if topic not in self._clauses:
            self.require(topic, where=where)
            source = self._clause_source
            self._clauses[topic] = load_clause(
                source.read(topic),
                source.place(topic),
                topic,
                front=self._fronts.get(topic),
                is_checked=source.is_checked(topic),
            )
        return self._clauses[topic]

    def facts(self, topic: str, *, where: Where | None = None) -> FrontMatter:
        """The front matter of a clause; its words are not read. Raises as `clause` does."""
        if topic in self._clauses:
            return self._clauses[topic].facts
        if topic not in self._fronts:
            self.require(topic, where=where)
            source = self._clause_source
            try:
                self._fronts[topic] = load_front_matter(source.read(topic), source.place(topic), topic)
            except ContentError:
                self.clause(topic)  # tells what is wrong with the words as well
                raise
        return self._fronts[topic][0]

    def listing(self, errors: Errors | None = None) -> tuple[FrontMatter, ...]:
        """The front matter of all clauses, in alphabetical order of their topics.

        Args:
            errors: Takes what is wrong; the clauses that it is about are then left out.

        Raises:
            TreatykitError: Without `errors`, what is wrong in any of the files.
        """
        gathered = Errors() if errors is None else errors
        found: list[FrontMatter] = []
        for topic in self.topics():
            with gathered.noted():
                found.append(self.facts(topic))
        if errors is None:
            gathered.raise_any()
        return tuple(found)

    def text(self, topic: str, *, where: Where | None = None) -> str:
        """A clause file as it was written. Raises `ClauseNotFoundError` as `clause` does."""
        self.require(topic, where=where)
        return self._clause_source.read(topic)

    def place(self, topic: str) -> str:
        """The file of a clause, as errors name it."""
        return self._clause_source.place(topic)

    # --- profiles

    def variants(self) -> tuple[str, ...]:
        """The variants that have a profile, in alphabetical order; reads no file."""
        return tuple(sorted(self._profile_source.names()))

    def profile(self, variant: str, *, where: Where | None = None) -> Profile:
        """The profile of a variant.

        Args:
            variant: Its id.
            where: The place that asks for it, for errors.

        Raises:
            ProfileNotFoundError: There is none of that name.
            ContentError: Its file is wrong.
        """
        if variant not in self._profiles:
            source, known = self._profile_source, self.variants()
            if variant not in known:
                otherwise = f"there are {listed(known, last='and')}" if known else None
                hint = did_you_mean(variant, known, otherwise=otherwise)
                raise ProfileNotFoundError(f"no profile '{variant}' in the library", where=where, hint=hint)
            self._profiles[variant] = load_profile(source.read(variant), source.place(variant), variant)
        return self._profiles[variant]

    def profile_document(self, variant: str) -> YamlDocument:
        """A profile as it was written, which knows the places of what it says."""
        return read_yaml(self._profile_source.read(variant), self._profile_source.place(variant))


def clause_not_found(topic: str, known: Iterable[str], where: Where | None) -> ClauseNotFoundError:
    """The error for a topic that is not among the known ones."""
    hint = did_you_mean(topic, known, otherwise="list them with 'treatykit clauses list'")
    return ClauseNotFoundError(f"no clause '{topic}' in the library", where=where, hint=hint)
