"""The fonts that travel with the project can print what its treaties say."""

from __future__ import annotations

import json
from importlib.resources import as_file, files
from typing import Any

import pytest
from fontTools.ttLib import TTFont

TEXT_FACES = ("regular", "italic", "bold", "bold-italic")
ARMENIAN_FACES = ("armenian-regular", "armenian-bold")

SPECIMENS = {
    "English": "Done at “Ambra” – § 5, Article 7 (b) … ½ €1,250,000 36° 12′ 45″ N",
    "French": "Où l’être œuvrait à Noël : « çà et là »",
    "Azerbaijani": "Azərbaycan Respublikası, ƏLAQƏLƏR, İyul, ığüşöç",
    "Turkish": "İstanbul’da imzalanmıştır, ğüşöçı",
    "Polish": "Zażółć gęślą jaźń",
    "Romanian": "Înțelegere între Părți, această",
    "Vietnamese": "Nước Cộng hòa xã hội chủ nghĩa Việt Nam",
    "Russian": "Договор о дружбе, добрососедстве и сотрудничестве № 5 — ёъэ",
    "Ukrainian": "Україна, їєґ, мир і безпека",
    "Serbian": "Ђорђе, Њива, Љубав, Ћуприја, Џеп",
    "Kazakh": "Қазақстан, әғқңөұүһі",
    "Tajik": "Тоҷикистон, ғӣқӯҳҷ",
    "Greek": "Συνθήκη Ειρήνης μεταξύ των Μερών, Άρθρο ΐΰ",
    "marks": "non\u2011breaking, narrow\u202fspace, bullet •, minus −, dagger †‡, tick ☑☐",
}
ARMENIAN = "Հայաստանի Հանրապետության և Պայմանավորվող Կողմերի միջև՝ ՀՈԴՎԱԾ։"


def face(name: str) -> Any:
    with as_file(files("treatykit") / "fonts" / f"serif-{name}.ttf") as path:
        return TTFont(path)


@pytest.mark.parametrize("name", TEXT_FACES)
@pytest.mark.parametrize("language", SPECIMENS)
def test_every_text_face_has_every_letter_of(language: str, name: str) -> None:
    letters = face(name).getBestCmap()

    assert [letter for letter in SPECIMENS[language] if ord(letter) not in letters] == []


@pytest.mark.parametrize("name", ARMENIAN_FACES)
def test_armenian_has_a_face_of_its_own(name: str) -> None:
    letters = face(name).getBestCmap()

    assert [letter for letter in ARMENIAN if ord(letter) not in letters] == []


@pytest.mark.parametrize("name", TEXT_FACES + ARMENIAN_FACES)
def test_a_face_is_static_because_a_variable_one_slows_every_render(name: str) -> None:
    assert "fvar" not in face(name)


@pytest.mark.parametrize("name", TEXT_FACES)
def test_a_changed_face_does_not_use_the_reserved_name(name: str) -> None:
    names = face(name)["name"]

    assert [names.getDebugName(number) for number in (1, 4)] == [
        "Treatykit Serif",
        f"Treatykit Serif {name.replace('-', ' ').title()}",
    ]
    assert "Reserved Font Name" in names.getDebugName(0)


@pytest.mark.parametrize("name", TEXT_FACES)
def test_figures_come_lining_and_old_style_and_in_columns(name: str) -> None:
    features = {record.FeatureTag for record in face(name)["GSUB"].table.FeatureList.FeatureRecord}

    assert {"lnum", "onum", "tnum", "sups"} <= features


@pytest.mark.parametrize("name", ["regular", "bold"])
def test_the_upright_faces_have_small_capitals(name: str) -> None:
    features = {record.FeatureTag for record in face(name)["GSUB"].table.FeatureList.FeatureRecord}

    assert {"smcp", "c2sc"} <= features


@pytest.mark.parametrize("licence", ["LICENSE-serif.txt", "LICENSE-serif-armenian.txt"])
def test_the_licence_stands_beside_the_faces(licence: str) -> None:
    text = (files("treatykit") / "fonts" / licence).read_text(encoding="utf-8")

    assert "SIL OPEN FONT LICENSE Version 1.1" in text


@pytest.mark.parametrize("name", ["regular", "armenian-regular"])
def test_the_table_beside_an_upright_face_tells_its_characters_and_their_widths(name: str) -> None:
    font = face(name)
    measured = {chr(code): font["hmtx"].metrics[glyph][0] for code, glyph in font.getBestCmap().items()}
    table = json.loads((files("treatykit") / "fonts" / f"serif-{name}-advances.json").read_bytes())

    assert {each: int(advance) for advance, characters in table["advances"].items() for each in characters} == measured
    assert table["units"] == font["head"].unitsPerEm
