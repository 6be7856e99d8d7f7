from __future__ import annotations

import pytest
from tests.library.samples import clause_file, library

from treatykit.library.consistency import library_findings

PROFILE = """\
format: treatykit-profile/1
id: framework
title: Framework
summary: What can be agreed now.
topics:
  - {topic: maps, alternative: full}
  - {topic: peace, alternative: full}
exclude:
  - {target: transit/free, because: it is open.}
"""

FILES = {
    "maps": clause_file("maps", "1. {#scale} {{ maps.scale }}", facts="params: {scale: {type: text, prompt: p}}\n"),
    "peace": clause_file(
        "peace",
        "{?@maps} See {@maps#scale} and {{ maps.scale }} of {{ user.short }}.\n\n## commentary\n\n{@maps}",
        facts=(
            "params: {user: {type: party, prompt: p}}\n"
            "requires: [{target: {any: [maps, 'param:maps.scale']}, because: b}]\n"
        ),
    ),
    "transit": clause_file(
        "transit",
        {"free": "{?seals} Free.", "full": "Full."},
        facts="options: {seals: {prompt: p, default: false}}\nrequires: [{target: 'param:user', because: b}]\n",
    ),
}
COMPREHENSIVE = PROFILE.replace("id: framework", "id: comprehensive")


def findings(files: dict[str, str], **profiles: str) -> list[tuple[str, str, str]]:
    found = library_findings(library(*files.values(), profiles={"comprehensive": COMPREHENSIVE} | profiles))
    return [(each.code, str(each.where), each.message) for each in found]


def test_a_library_in_which_everything_is_found_has_no_findings() -> None:
    assert findings(FILES, framework=PROFILE) == []


# File, what stands there, what stands there instead, and what is found.
MISTAKES = [
    ("peace", "{?@maps}", "{?@map}", "unknown-target", "no clause 'map' in the library"),
    ("peace", "{@maps#scale}", "{@maps#scales}", "unknown-label", "no label 'scales' in 'maps'"),
    ("peace", "{@maps#scale}", "{@map#scale}", "unknown-target", "no clause 'map' in the library"),
    ("peace", "\n{@maps}", "\n{@mops}", "unknown-target", "no clause 'mops' in the library"),
    ("peace", "{{ maps.scale }}", "{{ maps.size }}", "unknown-target", "no parameter 'size' in 'maps'"),
    ("peace", "[maps,", "[maps/none,", "unknown-target", "no alternative 'none' in 'maps'"),
    ("peace", "'param:maps.scale'", "'option:maps.scale'", "unknown-target", "no option 'scale' in 'maps'"),
    ("peace", " of {{ user.short }}", "", "unused-role", "no wording says which party is 'user'"),
    ("peace", "[framework, ", "[framwork, ", "unknown-variant", "no profile 'framwork' in the library"),
    ("transit", "'param:user'", "'param:usr'", "unknown-target", "no role 'usr' in the library"),
    ("transit", "Free.", "{Free.", "clause", "'{' is not closed"),
]


@pytest.mark.parametrize(("topic", "right", "wrong", "code", "message"), MISTAKES)
def test_what_a_clause_says_of_others_must_be_there(
    topic: str, right: str, wrong: str, code: str, message: str
) -> None:
    assert right in FILES[topic]

    found = findings(FILES | {topic: FILES[topic].replace(right, wrong, 1)}, framework=PROFILE)

    told = [each for each in found if not each[1].startswith("profiles/")]
    assert [(each[0], each[2]) for each in told] == [(code, message)]
    assert told[0][1].startswith(f"clauses/{topic}.md:")


@pytest.mark.parametrize(
    ("right", "wrong", "code", "where", "message"),
    [
        ("topic: maps", "topic: map", "unknown-target", "6:5", "no clause 'map' in the library"),
        ("alternative: full", "alternative: none", "unknown-target", "6:5", "no alternative 'none' in 'maps'"),
        ("transit/free", "transit/any", "unknown-target", "9:14", "no alternative 'any' in 'transit'"),
        ("id: framework", "id: partial", "profile", "2:5", "the id is 'partial'"),
    ],
)
def test_what_a_profile_names_must_be_there(right: str, wrong: str, code: str, where: str, message: str) -> None:
    found = findings(FILES, framework=PROFILE.replace(right, wrong, 1))

    assert (code, f"profiles/framework.yaml:{where}", message) in found


def test_a_profile_takes_only_wordings_that_fit_it_and_each_other() -> None:
    files = FILES | {"maps": FILES["maps"].replace("[framework, comprehensive]", "[comprehensive]")}
    files["peace"] = files["peace"].replace("requires: [{", "conflicts: [{")

    found = findings(files, framework=PROFILE)

    assert (
        "unfitting-alternative",
        "profiles/framework.yaml:6:5",
        "'maps/full' does not fit the variant 'framework'",
    ) in found
    assert [(code, where) for code, where, _ in found if code == "broken-rule"] == [
        ("broken-rule", "profiles/comprehensive.yaml:7:5"),
        ("broken-rule", "profiles/framework.yaml:7:5"),
    ]


def test_a_file_that_is_wrong_is_told_with_what_it_and_the_others_name_in_vain() -> None:
    wrong = {
        **FILES,
        "peace": FILES["peace"].replace("See {@maps", "See * {@mops").replace("[maps,", "[maps/none,"),
        "maps": FILES["maps"].replace("strength: 3", "strength: 30"),
        "transit": FILES["transit"].replace("'param:user'", "'option:peace.all'"),
    }

    assert sorted((code, message) for code, _, message in findings(wrong, framework=PROFILE)) == [
        ("clause", "'*' opens nothing"),
        ("clause", "30 is too much"),
        ("unknown-target", "no option 'all' in 'peace'"),
    ]
