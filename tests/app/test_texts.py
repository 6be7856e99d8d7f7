"""What a text argument means."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from treatykit.app.arguments import text_argument
from treatykit.app.clock import set_time
from treatykit.app.project import init
from treatykit.app.texts import load
from treatykit.errors import ContentError, UnreadableError, UsageError
from treatykit.model.plain import plain_text

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git not found on this machine")


@pytest.mark.parametrize(
    ("words", "path", "variant", "revision"),
    [
        ("drafts/x.yaml", "drafts/x.yaml", None, None),
        ("drafts/x.yaml@framework", "drafts/x.yaml", "framework", None),
        ("a@b/x.docx", "a@b/x.docx", None, None),
        ("name@place.yml", "name@place.yml", None, None),
        ("git:HEAD~2:drafts/x.yaml@partial", "drafts/x.yaml", "partial", "HEAD~2"),
        ("git:v1.0:text.docx", "text.docx", None, "v1.0"),
    ],
)
def test_an_argument_names_a_file_a_variant_and_a_revision(
    words: str, path: str, variant: str | None, revision: str | None
) -> None:
    argument = text_argument(words)

    assert (argument.path, argument.variant, argument.revision) == (Path(path), variant, revision)
    assert str(argument) == words


@pytest.mark.parametrize("words", ["x.xyz", "git:x.docx", "git:HEAD:x", "x.pdf@framework"])
def test_what_nobody_can_read_is_refused_before_anything_is_opened(words: str) -> None:
    with pytest.raises(UsageError):
        text_argument(words)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("texts", "texts: this is a folder — name a file in it"),
        ("nowhere", "nowhere: there is no such file"),
        ("treaty", "treaty: there is no such file — did you mean 'treaty.txt'?"),
        ("treaty.tx", "treaty.tx: there is no such file — did you mean 'treaty.txt'?"),
    ],
)
def test_a_folder_or_a_missing_file_is_called_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("texts").mkdir()
    Path("treaty.txt").touch()

    with pytest.raises(UnreadableError) as refused:
        text_argument(words)

    assert str(refused.value) == message


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize("words", ["", " \n\n\t\n", "\ufeff", "----\n***\n", "???"])
def test_a_file_without_words_is_no_text(tmp_path: Path, name: str, words: str) -> None:
    path = tmp_path / name
    path.write_text(words, encoding="utf-8")

    with pytest.raises(UnreadableError) as refused:
        load(text_argument(str(path)))

    assert str(refused.value) == (
        f"{path}: the file has no words — name the file that holds the text; a picture of a text is not read"
    )


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project under git with one commit, in the current folder."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    init(Path())
    _git("init", "-q")
    _commit()
    return tmp_path


@needs_git
def test_a_draft_is_read_as_it_was_at_a_revision(repository: Path) -> None:
    draft = repository / "drafts" / "peace-treaty.yaml"
    draft.write_text(draft.read_text(encoding="utf-8").replace("Lindhaven", "Astrel"), encoding="utf-8")

    before = load(text_argument("git:HEAD:drafts/peace-treaty.yaml"))
    after = load(text_argument("drafts/peace-treaty.yaml"))

    assert "DONE at Lindhaven" in plain_text(before.document)
    assert "DONE at Astrel" in plain_text(after.document)
    assert before.name == "peace-treaty, framework at HEAD"
    assert before.inputs == ()


@needs_git
def test_a_draft_at_a_revision_has_the_clauses_of_that_revision(repository: Path) -> None:
    folder = _own_recognition(repository, "Own words.")
    _commit()
    shutil.rmtree(folder)

    assert "Own words." in plain_text(load(text_argument("git:HEAD:drafts/peace-treaty.yaml")).document)
    assert "Own words." not in plain_text(load(text_argument("drafts/peace-treaty.yaml")).document)


@needs_git
def test_a_draft_in_a_folder_of_its_own_has_the_nearest_clauses(repository: Path) -> None:
    nested = repository / "drafts" / "lake" / "treaty.yaml"
    nested.parent.mkdir()
    shutil.copy(repository / "drafts" / "peace-treaty.yaml", nested)
    _own_recognition(repository, "Words of the project.")
    _commit()
    here, then = "drafts/lake/treaty.yaml", "git:HEAD:drafts/lake/treaty.yaml"

    for name in (here, then):
        assert "Words of the project." in plain_text(load(text_argument(name)).document)

    _own_recognition(nested.parent, "Words of the folder.")

    assert "Words of the folder." in plain_text(load(text_argument(here)).document)
    assert "Words of the project." in plain_text(load(text_argument(then)).document)


def _own_recognition(project: Path, words: str) -> Path:
    """The folder with the project's own clause, which says these words."""
    own = project / "clauses" / "recognition.md"
    own.parent.mkdir()
    library = Path(__file__).parents[2] / "src" / "treatykit" / "clauses" / "recognition.md"
    begin = "## alternative: general\n"
    text = library.read_text(encoding="utf-8").replace(begin, f"{begin}\n{words}\n")
    own.write_text(text, encoding="utf-8")
    return own.parent


@needs_git
@pytest.mark.parametrize("words", ["git:nowhere:drafts/peace-treaty.yaml", "git:HEAD:drafts/nothing.yaml"])
def test_an_unknown_revision_or_file_is_said_so(repository: Path, words: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        load(text_argument(words))

    assert str(refused.value).startswith(f"{words}: ")


def test_a_profile_is_no_draft(tmp_path: Path) -> None:
    path = tmp_path / "framework.yaml"
    path.write_text("format: treatykit-profile/1\n", encoding="utf-8")

    with pytest.raises(ContentError, match="this is no draft file"):
        load(text_argument(str(path)))


def test_the_only_time_is_the_one_that_was_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert set_time() is None

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert set_time() == datetime(1970, 1, 1, tzinfo=UTC)

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH is 'yesterday'"):
        set_time()


def _git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


def _commit() -> None:
    _git("add", "-A")
    _git("-c", "user.name=Drafter", "-c", "user.email=drafter@example.org", "commit", "-q", "-m", "Draft")
