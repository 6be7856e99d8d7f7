"""What a reformatting changed, in words."""

from __future__ import annotations

from dataclasses import fields

from treatykit.model.content import Mark
from treatykit.model.properties import Label, Look, ParagraphFormat, Properties
from treatykit.model.revisions import Revisions, reformattings


def described(before: Look, now: Look) -> str:
    """What a reformatting changed, for a person: ``bold: no → yes; italic: yes → no``."""
    if isinstance(before, Properties) and isinstance(now, Properties):
        own = _differences(before, now, leave_out=("format", "label"))
        return "; ".join([*own, *_differences(before.format, now.format)])
    return "; ".join(_differences(before, now)) if type(before) is type(now) else ""


def _differences(
    before: Look | ParagraphFormat,
    now: Look | ParagraphFormat,
    leave_out: tuple[str, ...] = (),
) -> list[str]:
    found = []
    for name in (field.name for field in fields(now) if field.name not in leave_out):
        old, new = getattr(before, name), getattr(now, name)
        if old != new and name == "other":
            found.append("other properties")
        elif old != new:
            found.append(f"{name.replace('_', ' ')}: {_said(old)} → {_said(new)}")
    return found


def _said(value: object) -> str:
    match value:
        case None | "":
            return "none"
        case bool():
            return "yes" if value else "no"
        case Label(text):
            return text
        case _:
            return str(value)


def new_looks(mark: Mark) -> Revisions:
    """The reformattings of a mark that changed more than its number."""
    return tuple(each for each in reformattings(mark.revisions) if _says_more_than_label(each.before, mark))


def _says_more_than_label(before: object, mark: Mark) -> bool:
    return isinstance(before, Properties) and bool(described(before, mark.properties))
