from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatykit.errors import ContentError, Where
from treatykit.markup.yaml_document import read_yaml

keys = st.sampled_from(["a", "b-c", "NO", "x1"])
scalars = st.one_of(
    st.integers(-99, 99), st.booleans(), st.none(), st.sampled_from(["x", "it's", "a: b", "# c", "NO", "1", ""])
)


def in_flow(data: object) -> str:
    """Data as YAML in flow style."""
    match data:
        case dict():
            return "{" + ", ".join(f"{key}: {in_flow(value)}" for key, value in data.items()) + "}"
        case tuple():
            return "[" + ", ".join(map(in_flow, data)) + "]"
        case str():
            return "'" + data.replace("'", "''") + "'"
        case None:
            return "~"
        case _:
            return str(data).lower()


data = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=3).map(tuple), st.dictionaries(keys, inner, max_size=3)),
    max_leaves=8,
)


@given(data=data)
def test_what_is_written_is_read(data: object) -> None:
    assert read_yaml(in_flow(data), "x.yaml").data == data


@given(data=st.dictionaries(keys, data, min_size=1))
def test_every_value_knows_the_place_where_it_begins(data: dict[str, object]) -> None:
    text = in_flow(data)
    document = read_yaml(text, "x.yaml")

    for key, value in data.items():
        where = document.where((key,))
        assert where.column
        assert text[where.column - 1 :].startswith(in_flow(value))


def test_norway_stays_norway_and_a_date_stays_what_was_written() -> None:
    assert read_yaml("party: NO\nyes: on\ndone: 1996-03-08\nversion: 010", "x.yaml").data == {
        "party": "NO",
        "yes": "on",
        "done": "1996-03-08",
        "version": 10,
    }


def test_keys_and_values_know_their_places_in_the_whole_file() -> None:
    document = read_yaml("a:\n  - b: 1\n    c: [x, y]\n", "x.md", first_line=2)

    assert document.where_key(("a", 0, "c")) == Where("x.md", 4, 5)
    assert document.where(("a", 0, "c", 1)) == Where("x.md", 4, 12)
    assert document.where(("a", 0, "missing", "deep")) == Where("x.md", 3, 5)
    assert document.where_key(("a", 0, "missing")) == Where("x.md", 3, 5)


def test_an_empty_document_is_nothing() -> None:
    assert read_yaml("# nothing\n", "x.yaml").data is None


@pytest.mark.parametrize(
    ("text", "where", "message"),
    [
        ("a: b: c", "x.yaml:1:5", "mapping values"),
        ("a: [1", "x.yaml:1:4", "expected ','"),
        ("a:\n\t- b", "x.yaml:2:1", "a tab"),
        ("a: 1\nb:\n  c: 1\n  c: 2", "x.yaml:4:3", "'c' is given twice"),
        ("a: &x [1]\nb: *x", "x.yaml:1:4", "an anchor or alias"),
        ("a: !!python/object:os.system x", "x.yaml:1:4", "the tag"),
        ("a: !x {b: 1}", "x.yaml:1:4", "the tag"),
        ("? [a]\n: b", "x.yaml:1:3", "a key that is no name"),
        ("a: 1\n---\nb: 2", "x.yaml:2:1", "another document"),
        ("a: \x00", "x.yaml", "not readable"),
        ("a: 'x\nb: 1\n", "x.yaml:1:4", "end of stream"),
        ("[" * 600 + "]" * 600, "x.yaml", "nested too deep"),
        ("[" * 5000, "x.yaml:1:1001", "nesting"),
    ],
)
def test_what_nobody_expects_in_a_file_of_facts_is_refused(text: str, where: str, message: str) -> None:
    with pytest.raises(ContentError) as caught:
        read_yaml(text, "x.yaml")

    assert str(caught.value.where) == where
    assert message in caught.value.message
    assert caught.value.hint
