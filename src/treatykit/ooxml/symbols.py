"""Characters of symbol fonts (`w:sym`) as characters that every font has."""

from __future__ import annotations

from typing import Final

from lxml import etree

from treatykit.ooxml.names import qn

_SYMBOL: Final = {
    0x2D: "−", 0xA3: "≤", 0xA7: "♣", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±",
    0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©",
    0xD4: "™", 0xE2: "®", 0xE3: "©", 0xE4: "™", 0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x6C: "λ", 0x6D: "μ",
    0x70: "π", 0x73: "σ", 0x44: "Δ", 0x53: "Σ", 0x57: "Ω",
}  # fmt: skip
_WINGDINGS: Final = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←",
    0xE0: "→", 0xE8: "➔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x28: "☎", 0x2A: "✉", 0x2D: "✓",
}  # fmt: skip
_TABLES: Final = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def symbol(element: etree._Element) -> str | None:
    """The character that a `w:sym` shows, None where it is not known here."""
    try:
        code = int(element.get(qn("w:char")) or "", 16)
    except ValueError:
        return None
    table = _TABLES.get((element.get(qn("w:font")) or "").lower())
    # Symbol fonts sit in the private use area from U+F000.
    if 0xF000 <= code <= 0xF0FF or table is not None:
        return (table or {}).get(code & 0xFF)
    sign = chr(code) if 0x20 < code < 0x110000 else ""
    return sign if sign.isprintable() and sign else None
