"""What the names behind messages mean that are no checks: what is met when drafts are built, and files read or written.

`docs/errors.md` shows them in the same words.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

BUILDING: Final[Mapping[str, str]] = MappingProxyType(
    {
        "annex-without-article": (
            "An annex of the variant goes with a wording that the draft does not have for all parties, and is left "
            "out. Choose that wording, or choose the annex under `choose` and see what it requires. Where that wording "
            "is proposed in a bracket, the annex stands in one of its own, under `bracket`, for those who propose it."
        ),
        "changed-style": (
            "A style of both Word files looks otherwise in the new one. What styles say is not compared, so nothing "
            "is marked for it."
        ),
        "choice-not-followed": (
            "A choice of the draft does not fit this variant; the variant's own wording stands. One draft makes all "
            "variants, so this is usually meant."
        ),
        "content": "What would stop the build of this draft. The message says what to change.",
        "content-control": (
            "Content controls are new in a Word file, or gone. They are no words, so none of the changes speaks of "
            "them. A Word redline tracks them with the words in them, and around whole paragraphs, tables and rows by "
            "themselves."
        ),
        "empty-clause": (
            "A clause file of the project is empty, so it takes no place of a packaged clause: that one stands."
        ),
        "length": "The text has fewer or more articles than a text of this variant usually has.",
        "link-target": (
            "The words of a link lead elsewhere, or are a link no more, or have become one. Word tracks no address, so "
            "these words are struck with the old link and put in with the new one, though they may be the same. Where "
            "a link is around a picture that stays, its address is that of the new Word file, and rejecting does not "
            "bring the old one back."
        ),
        "nothing-to-prevail-over": (
            "The chosen wording lets one of several authentic languages prevail, and the draft has one language alone. "
            "Choose the wording `single`, or name another language."
        ),
        "one-language": (
            "The chosen wording knows one authentic language, the one under `prevailing` or the only one under "
            "`authentic`; the draft names more."
        ),
        "page-setup": (
            "The pages of the last section are set up otherwise in the new Word file. It is no change of the text; a "
            "redline in Word tracks it."
        ),
        "pending-changes": (
            "A text that is compared has tracked changes already; the message says how many by whom, and whether they "
            "count as accepted or rejected, or are kept."
        ),
        "read-without": (
            "A party proposes to say nothing of a topic that words outside brackets count on: in its reading they "
            "refer to nothing. Let all take a wording of it, or put those words into brackets."
        ),
        "replaced-rows": (
            "Cells of a row were merged or split. Word cannot track that, so a redline strikes the old row and puts "
            "the new one in."
        ),
        "replaced-table": (
            "The columns of a table are others in the new text, so that no row can be paired with an old one. A "
            "redline strikes the old table whole and puts the new one in."
        ),
        "rule-across": (
            "A clause contradicts one of the instrument of the package to which its own belongs. Choose another "
            "alternative of one of them, or say in the text which of the two is followed."
        ),
        "rule-cautions": (
            "Two chosen clauses stand uneasily together: each is sound, and what one gives the other may take away. "
            "Keep both only where that is meant."
        ),
        "rule-conflicts": (
            "Two chosen clauses cannot stand together. Choose another alternative of one of them, or leave one out."
        ),
        "rule-expects": (
            "A chosen clause is usually accompanied by another that the draft does not have. Add it, or make sure "
            "that it can be missed."
        ),
        "rule-refers": (
            "A chosen wording refers to a clause that the draft does not have. Add it, or choose another wording."
        ),
        "rule-requires": (
            "A chosen clause requires another that the draft does not have. Add it, or choose another wording."
        ),
        "running-head": (
            "Symbol, status or date of the two texts differ. They stand at the head of every page and are facts about "
            "a text, not its words, so no change is marked for them. A redline that only treatykit has saved remembers "
            "those of the old text: when all of it is rejected here, they come back. In a file that another program "
            "has saved they stay as they are."
        ),
        "saved-elsewhere": (
            "A program other than Word has saved a redline of ours, its changes undecided. LibreOffice for one joins "
            "changes that touch, gives some paragraphs another level and takes ends of paragraphs for others: most "
            "words stand, but what comes of accepting and rejecting is not what treatykit had proved. Decide the "
            "redline as treatykit wrote it, or compare the two texts anew."
        ),
        "section-break": (
            "A section break came or went in a paragraph that stays, or went with its paragraph. A Word redline tracks "
            "it with the end of the paragraph. Where sections beside it name headers or footers, or a table follows, "
            "it cannot be tracked (a warning): the redline has the sections of the new file, and rejecting changes "
            "does not bring an old one back."
        ),
        "topic-left-out": (
            "The draft chooses, brackets or gives values to a topic that this variant leaves out, and another variant "
            "has. A warning in the variant that the draft names as its own, where it may be a slip; else a note. "
            "`add` puts the topic in."
        ),
        "unsettled-original": (
            "Originals are made (`--alternat`) of a text that still has brackets or blanks, so they are not to be "
            "signed. Settle these, or say `--clean`, which makes no such original. A blank that the draft leaves open "
            "on purpose, such as the day of signature, is filled by hand and not counted."
        ),
        "untracked-block": (
            "A block that is kept and not read, such as another file that is shown within this one (`w:altChunk`), is "
            "new or gone. Word has no tracked change for it: a redline has it as the new file has it, and rejecting "
            "changes nothing about it."
        ),
        "untracked-control": (
            "A content control says otherwise of itself in the new Word file: it has another title, tag or list, or "
            "its box is ticked. Word keeps no record of that. A redline tracks the words in it, and has the rest as "
            "the new file has it."
        ),
        "untracked-header": (
            "A header or footer of a section is gone in the new Word file, and its pages show that of a section "
            "before. Word cannot track that, so a redline does not show it and rejecting does not bring it back."
        ),
        "vacant-number": (
            "The draft keeps the numbers of an earlier text (`freeze`), and what had this number is gone. The number "
            "is not given again; where the text is numbered afresh, without `freeze`, it closes up."
        ),
        "wording-of-the-type": (
            "A declaration or a memorandum cannot have the wording that the variant usually has, which only a treaty "
            "can; the least binding one that it can have stands. Choose another under `choose`."
        ),
    }
)
"""Of drafts and comparisons."""

READING: Final[Mapping[str, str]] = MappingProxyType(
    {
        "attributes": (
            "A Markdown file has lines of attributes, `{: …}`, which say nothing of the text; they are left out."
        ),
        "broken-field": "A field of a Word file has no beginning or no end. Its words are read as they stand.",
        "comment": "Comments are no words of the text; they are left out, and stay in a Word file.",
        "control-characters": "The file holds characters that no text has; a sign stands for each.",
        "counted-items": (
            "Every item of a list in a Markdown file has the same number, such as `1.`; they are counted from it, as "
            "Markdown does. Numbers that differ are read as they are written."
        ),
        "damaged-part": "A part of the Word file cannot be read. The rest is; ask for the file again.",
        "foot": (
            "The foot of a text that treatykit wrote says of some words that they mean more, and they stand in more "
            "or fewer places than it says. They are read as words; mend the list at the foot, with ~ for a place "
            "where it is only words."
        ),
        "front-matter": "Lines at the head of a Markdown file are read as facts, such as its title, and not as words.",
        "guessed-encoding": (
            "The file is not UTF-8; it was read as Windows-1252. Save it as UTF-8 if letters look wrong."
        ),
        "heading-without-space": (
            "A line begins like a heading of Markdown, `##Article`, without the space behind the signs. It is read as "
            "a heading."
        ),
        "hidden-field": (
            "Fields that print nothing, such as entries of an index, stay in the Word file and are not read."
        ),
        "highlight": "The signs of a highlight, `{==…==}`, are left out; the words are kept.",
        "html": "Tags of HTML in a Markdown file are left out; the words between them are kept.",
        "hyperlink": "The addresses of hyperlinks stay in the Word file; their words are read.",
        "lines-joined": "A program had broken the lines of the text file; they were put together to paragraphs again.",
        "link": "The words of links are kept, their addresses are not.",
        "macros": "The Word file holds macros. They are never run.",
        "merged-cells": "Tracked merges of cells stay in the Word file and are not read.",
        "missing-note": "A footnote is referred to and not there. Look for it in Word.",
        "missing-part": "A part that the Word file names is not in it. It is read without it.",
        "no-paragraphs": (
            "The whole text stands on one line, as programs that take text out of a PDF leave it. No place in it can "
            "be cited: start a new line before each article and paragraph."
        ),
        "no-words": (
            "A Word file without a word is compared as an empty text, for instance a form that is not filled in yet. "
            "If that is not what you mean, name the file that holds the text."
        ),
        "note-without-sign": "A footnote is defined in a Markdown file, and no sign in the text leads to it.",
        "number-format": "Numbers in a format that is not known are printed in digits.",
        "opaque": "Something without words, such as a drawing or an equation, is kept as it is and not read.",
        "picture": "Of a picture only the description is read or written.",
        "rule": "A line across the page is left out.",
        "stale-reference": (
            "A live reference prints another number than its target has. Word works fields out only when it is told "
            "to: update them, and save."
        ),
        "text-box": "Text boxes are read as tables of one cell.",
        "unused-header": "A header or footer is in the Word file, and no page prints it. It is not read.",
        "wide-cell": "A cell of a table is said to be wider than Word allows. It is read as 63 columns wide.",
    }
)
"""Of files that are read."""

WRITING: Final[Mapping[str, str]] = MappingProxyType(
    {
        "empty": "Plain text keeps no empty paragraphs.",
        "formats": "The format keeps no styles, fonts, colours and the like, and plain text no emphasis.",
        "layouts": "Markdown says only in words that the layout of a table changed.",
        "object": "Of a drawing, an equation or the like Markdown keeps only the name.",
        "paragraphs": "Read again, the plain text would have more or fewer paragraphs.",
        "redline": "Plain text shows a redline to people; its changes cannot be read from it again.",
        "roles": "Read again, the plain text would not say what some paragraphs are, or on which level they stand.",
        "script-without-font": (
            "The PDF may show empty boxes: no font that treatykit brings has the letters of this script. Write a Word "
            "file, or check the PDF by eye."
        ),
        "table-in-table": "Markdown keeps no table within a table; its cells are read one by one.",
        "tables": "Plain text does not say how cells span and rows repeat.",
        "words": "Read again, the plain text would take some words or signs for others.",
    }
)
"""Of files that are written."""

CLAUSES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "broken-rule": "A profile holds clauses that, by their own rules, cannot stand together.",
        "clause": "A clause file cannot be used as it is. The message says why.",
        "no-facts": "A wording has no entry under `alternatives` of its clause.",
        "no-wording": "An entry under `alternatives` has no wording in the body of its clause.",
        "order-of-alternatives": (
            "The entries under `alternatives` and the wordings come in different orders; the order is that of "
            "preference."
        ),
        "profile": "A profile cannot be used as it is. The message says why.",
        "role-as-param": "A role is used like a parameter. Write which form of the party's name is meant, `.short`.",
        "undeclared-option": "A wording asks for an option that its clause does not declare under `options`.",
        "undeclared-param": "A wording uses a parameter that its clause does not declare under `params`.",
        "undeclared-role": "A wording uses a role that its clause does not declare under `params`.",
        "unfitting-alternative": "A profile takes an alternative that is not meant for its variant.",
        "unfitting-filter": "A filter cannot write out a value of this type.",
        "unknown-label": "A reference names a passage that the other wording does not label.",
        "unknown-target": "A rule or a reference names a clause, wording, parameter or option that is not there.",
        "unknown-variant": "A clause names a variant that has no profile.",
        "unused-option": "A clause declares an option that none of its wordings asks for.",
        "unused-param": "A clause declares a parameter that none of its wordings uses.",
        "unused-role": "A clause declares a role, and no wording says which party has it.",
    }
)
"""Of clauses and profiles."""

MEANINGS: Final[Mapping[str, str]] = MappingProxyType({**BUILDING, **READING, **WRITING, **CLAUSES})
"""Every name that a message ends in, but for those of the checks."""
