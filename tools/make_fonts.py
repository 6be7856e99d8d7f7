"""Make the static text faces of `src/treatykit/fonts` from the variable fonts of Source Serif 4, and a table of widths.

A variable font costs WeasyPrint about half a second a face on every render, so the four faces are cut
once, here, and committed. Run it in an environment of its own, not in the project's:

    python -m venv build/fonts && build/fonts/bin/pip install fonttools==4.68.0 fontpkg-source-serif-4==4.4
    build/fonts/bin/python tools/make_fonts.py

The font's licence reserves the name "Source" for the unmodified font, so the cut faces have their own.
"""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FAMILY = "Treatykit Serif"
TARGET = Path(__file__).parent.parent / "src/treatykit/fonts"
ROMAN, ITALIC = "SourceSerif4[opsz,wght].ttf", "SourceSerif4-Italic[opsz,wght].ttf"
# Style, file it is cut from, weight. The name of the file we write follows from the style.
FACES = [
    ("Regular", ROMAN, 400),
    ("Italic", ITALIC, 400),
    ("Bold", ROMAN, 700),
    ("Bold Italic", ITALIC, 700),
]
# The cut for 14 points reads crisper at the 11 or 12 points of a treaty than the sturdier one for 11.
OPTICAL_SIZE = 14
FEATURES = [
    *("ccmp", "locl", "mark", "mkmk", "kern", "liga"),
    *("smcp", "c2sc", "case", "lnum", "onum", "pnum", "tnum", "zero"),
    *("sups", "subs", "sinf", "ordn", "frac", "numr", "dnom"),
]
HYPHEN, NON_BREAKING_HYPHEN = 0x2010, 0x2011


def cut(style: str, source: str, weight: int) -> TTFont:
    """Cut one static face and give it our name."""
    variable = TTFont(str(files("fontpkg_source_serif_4") / "files" / source), recalcTimestamp=False)
    font = instantiateVariableFont(variable, {"opsz": OPTICAL_SIZE, "wght": weight})
    add_non_breaking_hyphen(font)
    options = Options(layout_features=FEATURES, hinting=False, recalc_timestamp=False, name_IDs=["*"])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=list(font.getBestCmap()))
    subsetter.subset(font)
    rename(font, style)
    set_style_bits(font, style, weight)
    return font


def add_non_breaking_hyphen(font: TTFont) -> None:
    """Map U+2011 to the hyphen's glyph; the source has none and treaties are full of them."""
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[NON_BREAKING_HYPHEN] = table.cmap[HYPHEN]


def rename(font: TTFont, style: str) -> None:
    """Replace the names a user sees; the copyright and the licence stay."""
    names: Any = font["name"]
    version = names.getDebugName(5).split(";")[0]
    postscript = f"{FAMILY.replace(' ', '')}-{style.replace(' ', '')}"
    ours = {
        1: FAMILY,
        2: style,
        3: f"{version};{postscript}",
        4: f"{FAMILY} {style}",
        5: f"{version};cut for treatykit",
        6: postscript,
    }
    licence = {number: names.getDebugName(number) for number in (0, 8, 9, 11, 13, 14)}
    names.names = []
    for number, text in sorted({**licence, **ours}.items()):
        if text:
            names.setName(text, number, 3, 1, 0x409)


def set_style_bits(font: TTFont, style: str, weight: int) -> None:
    """Say in the tables that programs read what weight and slope the face has."""
    bold, italic = "Bold" in style, "Italic" in style
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0b110_0001) | (
        (bold << 5) | (italic << 0) | ((not bold and not italic) << 6)
    )
    font["head"].macStyle = (bold << 0) | (italic << 1)
    if "STAT" in font:
        del font["STAT"]


def advances(font: TTFont) -> str:
    """The characters of a face by how far they take the pen, as JSON."""
    table: dict[int, str] = {}
    for code, glyph in sorted(font.getBestCmap().items()):
        advance = font["hmtx"].metrics[glyph][0]
        table[advance] = table.get(advance, "") + chr(code)
    said = {"units": font["head"].unitsPerEm, "advances": dict(sorted(table.items()))}
    return json.dumps(said, indent=1, ensure_ascii=False) + "\n"


def main() -> None:
    """Write the four faces, and a table for each upright one."""
    for style, source, weight in FACES:
        path = TARGET / f"serif-{style.lower().replace(' ', '-')}.ttf"
        cut(style, source, weight).save(path)
        print(f"{path.name}: {path.stat().st_size // 1024} KB")
    for name in ("serif-regular", "serif-armenian-regular"):
        table = advances(TTFont(TARGET / f"{name}.ttf"))
        (TARGET / f"{name}-advances.json").write_text(table, encoding="utf-8")


if __name__ == "__main__":
    main()
