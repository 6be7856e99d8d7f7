"""Documents and reports whose every text tries to be something else: an element, a script, an escape sequence."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from tests.revision_strategies import marked_documents

from treatykit.model.changes import Change, ChangeKind, ChangeReport, Fate, Piece, Substitution, Summary
from treatykit.model.content import BracketOpen, Inline, Paragraph, Reference, Slot, Stance, Text
from treatykit.model.document import Document, Meta, Party, Status
from treatykit.model.normal import normalise
from treatykit.model.properties import Label, RunFormat
from treatykit.model.revisions import Revision, RevisionKind
from treatykit.model.walk import map_document

hostile_text = st.sampled_from(
    (
        '<script>alert("x")</script>',
        '"><img src=x onerror=alert(1)>',
        "' onclick='alert(1)",
        "</style><style>*{display:none}",
        "</script><!--",
        "javascript:alert(1)",
        "{{ 7 * 7 }}{% raw %}",
        "&lt;b&gt;&#60;b&#62;",
        "\x1b[31mred\x1b]0;title\x07",
        "\x9b31m\x00\x7f",
        "\u202edesrever\u2066",
        "{++added++}{--gone--}{>>said<<}{~~a~>b~~}{==c==}",
        "[-gone-]{+added+}",
        "# heading\n\n* item\n\n    code",
        "[text](http://example.org) ![image](x) [^1] <http://example.org>",
        "`code` **bold** _em_ ~~gone~~ $x$ \\ | a | b |",
        "red;background:url(x)",
        "\ud800 half a pair",
    )
)  # fmt: skip
texts = hostile_text | st.lists(hostile_text, min_size=1, max_size=3).map(" ".join)


@st.composite
def hostile_documents(draw: DrawFn, *, opaque: bool = True) -> Document:
    """A redline in which names, labels, formats and words are all hostile."""
    meta = Meta(
        title=draw(texts), subject=draw(texts), author=draw(texts), symbol=draw(texts), date=draw(texts),
        category=draw(texts), status=Status.DRAFT,
        parties=(Party(code=draw(texts), short=draw(texts), full=draw(texts)),),
    )  # fmt: skip
    document = draw(marked_documents(opaque=opaque))

    def worse(paragraph: Paragraph) -> Paragraph:
        properties = paragraph.mark.properties
        if properties.label is not None:
            properties = replace(properties, label=Label(draw(texts), typed=True))
        revision = Revision(
            kind=draw(st.sampled_from((RevisionKind.INSERTED, RevisionKind.DELETED))), author=draw(texts)
        )
        look = RunFormat(
            style=draw(texts), colour=draw(texts), font=draw(texts), language=draw(texts), highlight=draw(texts)
        )
        more: tuple[Inline, ...] = (
            Text(draw(texts), look, revisions=(revision,)),
            Slot(draw(texts), prompt=draw(texts)),
            Reference(draw(texts), draw(texts)),
            BracketOpen((Stance(draw(texts)),)),
        )
        key = draw(st.none() | texts)
        return Paragraph((*paragraph.inlines, *more), replace(paragraph.mark, properties=properties, key=key))

    return normalise(replace(map_document(document, worse), meta=meta))


@st.composite
def hostile_reports(draw: DrawFn) -> ChangeReport:
    """A report in which every name and text is hostile."""
    kinds = tuple(ChangeKind)
    changes = tuple(
        Change(
            number=number, kind=draw(st.sampled_from(kinds)), old_place=draw(texts), new_place=draw(texts),
            old_text=draw(texts), new_text=draw(texts), author=draw(texts),
            old_label=draw(texts), new_label=draw(texts), title=draw(st.just("") | texts),
            marked=tuple(Piece(draw(texts), fate) for fate in draw(st.lists(st.sampled_from(Fate), max_size=3))),
            paragraphs=draw(st.integers(0, 2)), words=draw(st.integers(0, 40)), continues=draw(st.booleans()),
        )
        for number in range(draw(st.integers(0, 3)))
    )  # fmt: skip
    summary = Summary(
        counts=((ChangeKind.AMENDED, 2),),
        substitutions=(Substitution(old=draw(texts), new=draw(texts), places=(draw(texts), draw(texts))),),
    )
    return ChangeReport(old_name=draw(texts), new_name=draw(texts), changes=changes, summary=summary)
