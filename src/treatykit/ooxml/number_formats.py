"""Print a number in the formats of WordprocessingML (ECMA-376, 17.18.59).

Written after what Word prints, which is not always what the standard says
(docs/analysis/list-numbers.md): letters repeat (`z`, `aa`, `bb`), and so do the signs of
the Chicago manual.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
# Word leaves out the letters that never begin a word or are mistaken for others: ё, й, ъ, ы, ь.
_RUSSIAN: Final = "абвгдежзиклмнопрстуфхцчшщэюя"
_HEBREW: Final = "אבגדהוזחטיכלמנסעפצקרשת"
_ARABIC_ALPHA: Final = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ARABIC_ABJAD: Final = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_THAI: Final = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_HINDI_VOWELS: Final = "अआइईउऊऋऌऍऎएऐऑऒओऔ"
_IROHA: Final = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
_AIUEO: Final = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_GANADA: Final = "가나다라마바사아자차카타파하"
_CHOSUNG: Final = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_CHICAGO: Final = "*†‡§"
_HAN_DIGITS: Final = "〇一二三四五六七八九"

_ONES: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_IRREGULAR_ORDINALS: Final = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip


def format_number(number: int, number_format: str, language: str = "en") -> str | None:
    """Print a number; None where the format is one that is not known here.

    Args:
        number: The count; formats that cannot show it fall back to digits, as in Word.
        number_format: A value of `ST_NumberFormat`, `lowerLetter`, or a custom pattern such as `001, 002, …`.
        language: For ordinals written with digits; words are English.
    """
    if number_format == "decimal":
        return str(number)
    if number_format == "none":
        return ""
    if number_format == "bullet":
        return "•"
    if "," in number_format:
        return str(number).zfill(len(number_format.partition(",")[0].strip()))
    if number_format == "ordinal":
        return _ordinal(number, language)
    printer = _PRINTERS.get(number_format)
    if printer is None:
        return None
    return printer(number) if number > 0 or number_format in _WITH_ZERO else str(number)


def _roman(number: int) -> str:
    if number > 32767:
        return str(number)
    digits = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        digits.append(letters * count)
    return "".join(digits)


def _repeat(alphabet: str) -> Callable[[int], str]:
    def printer(number: int) -> str:
        times, place = divmod(number - 1, len(alphabet))
        # Word stops repeating at 30 signs, so that a wrong start value cannot fill the page.
        return alphabet[place] * min(times + 1, 30)

    return printer


def _cycle(alphabet: str) -> Callable[[int], str]:
    return lambda number: alphabet[(number - 1) % len(alphabet)]


def _digits(zero: str) -> Callable[[int], str]:
    return lambda number: "".join(chr(ord(zero) + int(digit)) for digit in str(number))


def _enclosed(first: int, count: int, zero: str | None = None) -> Callable[[int], str]:
    def printer(number: int) -> str:
        if number == 0 and zero:
            return zero
        return chr(first + number - 1) if 1 <= number <= count else str(number)

    return printer


def _words(number: int) -> str:
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")
    for size, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            many, rest = divmod(number, size)
            return f"{_words(many)} {name}" + (f" {_words(rest)}" if rest else "")
    return str(number)


def _ordinal_words(number: int) -> str:
    head, _, last = _words(number).replace("-", " - ").rpartition(" ")
    if last in _IRREGULAR_ORDINALS:
        last = _IRREGULAR_ORDINALS[last]
    else:
        last = f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"
    return f"{head} {last}".strip().replace(" - ", "-")


def _ordinal(number: int, language: str) -> str:
    match language.partition("-")[0].lower():
        case "en":
            teen = number % 100 in (11, 12, 13)
            return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
        case "fr":
            return f"{number}er" if number == 1 else f"{number}e"
        case "es" | "it" | "pt":
            return f"{number}º"
        case "nl":
            return f"{number}e"
        case "ru":
            return f"{number}-й"
        case _:
            return f"{number}."


def _han(number: int) -> str:
    """Count with ten, hundred and thousand, the way 二十三 is written; one ten is 十 alone."""
    if number >= 10_000:
        many, rest = divmod(number, 10_000)
        gap = "〇" if rest and rest < 1000 else ""
        return f"{_han(many)}万{gap}{_han(rest) if rest else ''}"
    found, pending_zero = "", False
    for size, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            found += ("〇" if pending_zero else "") + _HAN_DIGITS[digit] + sign
            pending_zero = False
        else:
            pending_zero = bool(found)
    return found.removeprefix("一") if found.startswith("一十") else found


def _han_digital(number: int) -> str:
    return "".join(_HAN_DIGITS[int(digit)] for digit in str(number))


def _zodiac_pair(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12]


def _hebrew_number(number: int) -> str:
    if number > 999:
        return str(number)
    values = [*range(1, 11), *range(20, 100, 10), 100, 200, 300, 400]
    # 15 and 16 would spell the name of God; they are written 9+6 and 9+7.
    found, tail = "", ""
    hundreds, last = divmod(number, 100)
    if last in (15, 16):
        number, tail = hundreds * 100, {15: "טו", 16: "טז"}[last]
    for value, letter in sorted(zip(values, _HEBREW, strict=True), reverse=True):
        count, number = divmod(number, value)
        found += letter * count
    return found + tail


def _upper(printer: Callable[[int], str]) -> Callable[[int], str]:
    return lambda number: printer(number).upper()


def _capital(printer: Callable[[int], str]) -> Callable[[int], str]:
    return lambda number: printer(number).capitalize()


_WITH_ZERO: Final = frozenset({"decimal", "decimalZero", "hex", "cardinalText", "ordinalText", "decimalEnclosedCircle"})
_PRINTERS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": _digits("０"),
    "decimalFullWidth2": _digits("０"),
    "decimalHalfWidth": str,
    "upperRoman": _upper(_roman),
    "lowerRoman": _roman,
    "upperLetter": _upper(_repeat(_LATIN)),
    "lowerLetter": _repeat(_LATIN),
    "cardinalText": _capital(_words),
    "ordinalText": _capital(_ordinal_words),
    "hex": lambda number: f"{number:X}",
    "chicago": _repeat(_CHICAGO),
    "numberInDash": lambda number: f"- {number} -",
    "decimalEnclosedCircle": _enclosed(0x2460, 20, "⓪"),
    "decimalEnclosedCircleChinese": _enclosed(0x2460, 20),
    "decimalEnclosedFullstop": _enclosed(0x2488, 20),
    "decimalEnclosedParen": _enclosed(0x2474, 20),
    "ideographEnclosedCircle": _enclosed(0x3220, 10),
    "russianLower": _repeat(_RUSSIAN),
    "russianUpper": _upper(_repeat(_RUSSIAN)),
    "hebrew1": _hebrew_number,
    "hebrew2": _repeat(_HEBREW),
    "arabicAlpha": _repeat(_ARABIC_ALPHA),
    "arabicAbjad": _repeat(_ARABIC_ABJAD),
    "hindiVowels": _repeat(_HINDI_VOWELS),
    "hindiNumbers": _digits("०"),
    "thaiLetters": _repeat(_THAI),
    "thaiNumbers": _digits("๐"),
    "aiueoFullWidth": _cycle(_AIUEO),
    "aiueo": _cycle(_AIUEO),
    "irohaFullWidth": _cycle(_IROHA),
    "iroha": _cycle(_IROHA),
    "ganada": _cycle(_GANADA),
    "chosung": _cycle(_CHOSUNG),
    "koreanDigital2": _han_digital,
    "ideographDigital": _han_digital,
    "japaneseDigitalTenThousand": _han_digital,
    "taiwaneseDigital": _han_digital,
    "japaneseCounting": _han,
    "chineseCounting": _han,
    "chineseCountingThousand": _han,
    "taiwaneseCounting": _han,
    "taiwaneseCountingThousand": _han,
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographZodiacTraditional": _zodiac_pair,
}
