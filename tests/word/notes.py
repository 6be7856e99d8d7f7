"""Footnotes, endnotes and comments as WordprocessingML."""

from __future__ import annotations

from typing import Final

from tests.word.body import p, r, runs

_SEPARATORS: Final = (("separator", -1), ("continuationSeparator", 0))
_STYLES: Final = {"footnote": "Footnote", "endnote": "Endnote"}


def footnotes(*notes: str) -> dict[str, str]:
    """The part with these footnotes, numbered from 1."""
    return _notes("footnote", notes)


def endnotes(*notes: str) -> dict[str, str]:
    """The part with these endnotes, numbered from 1."""
    return _notes("endnote", notes)


def sign(number: int, kind: str = "footnote") -> str:
    """The sign of a note among words."""
    return f'<w:r><w:rPr><w:rStyle w:val="{_STYLES[kind]}Reference"/></w:rPr><w:{kind}Reference w:id="{number}"/></w:r>'


def commented(number: int, *content: str) -> str:
    """Content with a comment on it."""
    return (
        f'<w:commentRangeStart w:id="{number}"/>{runs(*content)}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def comment(number: int, words: str, *, author: str = "Delegate", identity: str = "") -> str:
    """What a comment says.

    Args:
        identity: What the extended comments call its last paragraph, eight hexadecimal digits.
    """
    paragraph = p("<w:r><w:annotationRef/></w:r>", words, style="CommentText")
    named = paragraph.replace("<w:p>", f'<w:p w14:paraId="{identity}">') if identity else paragraph
    return f'<w:comment w:id="{number}" w:author="{author}" w:date="2026-01-05T09:00:00Z">{named}</w:comment>'


def comments(*found: str) -> dict[str, str]:
    """The part with these comments."""
    return {"comments.xml": "".join(found)}


def threads(*identities: tuple[str, str]) -> dict[str, str]:
    """The part that says which comment answers which: each by its identity and that of the one that it answers."""

    def thread(one: str, answered: str) -> str:
        parent = f' w15:paraIdParent="{answered}"' if answered else ""
        return f'<w15:commentEx w15:paraId="{one}"{parent} w15:done="0"/>'

    said = "".join(thread(*each) for each in identities)
    namespace = "http://schemas.microsoft.com/office/word/2012/wordml"
    root = f'<w15:commentsEx xmlns:w15="{namespace}">{said}</w15:commentsEx>'
    return {"commentsExtended.xml": f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{root}'}


def _notes(kind: str, notes: tuple[str, ...]) -> dict[str, str]:
    separators = "".join(
        f'<w:{kind} w:type="{name}" w:id="{number}"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>'
        for name, number in _SEPARATORS
    )
    said = "".join(f'<w:{kind} w:id="{at}">{_blocks(kind, note)}</w:{kind}>' for at, note in enumerate(notes, start=1))
    return {f"{kind}s.xml": separators + said}


def _blocks(kind: str, note: str) -> str:
    """The paragraphs of a note, a line each, and XML as it is; the first begins with its sign."""
    style = _STYLES[kind]
    own = r("", f'<w:rStyle w:val="{style}Reference"/>').replace("</w:r>", f"<w:{kind}Ref/></w:r>")
    first, *others = note.split("\n")
    return p(own, f" {first}", style=f"{style}Text") + "".join(
        each if each.startswith("<") else p(each, style=f"{style}Text") for each in others
    )
