from __future__ import annotations

import pytest

from treatykit.errors import ContentError
from treatykit.library.profile import Choice, load_profile

PROFILE = """\
format: treatykit-profile/1
id: framework
title: Framework
summary: What can be agreed now.
topics:
  - {topic: recognition, alternative: general}
  - {topic: maps, alternative: illustrative}
exclude:
  - {target: transit, because: it is open.}
  - {target: maps/agreed, because: it is open too.}
targets: {articles: [15, 20], pages: [2, 3]}
"""


def test_a_profile_has_its_topics_in_order_and_its_exclusions() -> None:
    profile = load_profile(PROFILE, "framework.yaml", "framework")

    assert [choice.topic for choice in profile.topics] == ["recognition", "maps"]
    assert profile.choice("maps") == Choice(topic="maps", alternative="illustrative")
    assert profile.choice("transit") is None
    assert profile.targets.articles == (15, 20)


def test_an_exclusion_is_of_a_topic_or_of_one_wording() -> None:
    profile = load_profile(PROFILE, "framework.yaml", "framework")

    assert profile.excluded("transit", "any") is profile.exclude[0]
    assert profile.excluded("maps", "agreed") is profile.exclude[1]
    assert profile.excluded("maps", "illustrative") is None


@pytest.mark.parametrize(
    ("right", "wrong", "where", "message"),
    [
        ("profile/1", "profile/9", "1:9", "'treatykit-profile/9' is not possible"),
        ("id: framework", "id: partial", "2:5", "the id is 'partial'"),
        ("topic: maps", "topic: recognition", "7:13", "'recognition' is named twice"),
        ("target: transit", "target: recognition", "6:13", "excludes 'recognition' and names it"),
        ("maps/agreed", "maps/illustrative", "7:13", "excludes 'maps/illustrative' and names it"),
        ("maps/agreed", "'param:maps.scale'", "10:14", "excludes topics and wordings"),
        ("[15, 20]", "[20, 15]", "11:21", "the least is above the most"),
        ("[2, 3]", "[2]", "11:38", "the list is too short"),
        ("[2, 3]", "[2, 3, 4]", "11:38", "the list is too long"),
        ("exclude:", "excludes:", "8:1", "no key is called 'excludes'"),
        ("topics:\n", "topics: x\nx:\n", "5:9", "a list is expected"),
    ],
)
def test_a_mistake_in_a_profile_is_told_with_its_place(right: str, wrong: str, where: str, message: str) -> None:
    assert right in PROFILE

    with pytest.raises(ContentError) as caught:
        load_profile(PROFILE.replace(right, wrong, 1), "framework.yaml", "framework")

    assert message in caught.value.message
    assert str(caught.value.where) == f"framework.yaml:{where}"
