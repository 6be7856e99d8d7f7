"""Competing wordings in one text: where they stand, what they count, and who proposes them."""

from __future__ import annotations

from tests.assemble.making import THREE, article, clause, library, lines, made

from treatykit.model.brackets import bracket_tree
from treatykit.model.outline import outline
from treatykit.model.plain import story_text

# --- brackets ------------------------------------------------------------------------------------

COMPETING = library(
    clause("peace", "1. Peace.\n2. Now.", "1. Lasting peace.\n2. For ever.", "### Peace for ever\n\n1. A.\n2. B."),
    clause("hope", "Hope.", "More hope."),
    framework=["peace", "hope"],
)


def test_whole_paragraphs_compete_on_lines_of_their_own_under_one_heading_and_count_alike() -> None:
    assert lines(made("bracket: {peace: {KAR: one, TES: two}}\n", COMPETING))[:8] == [
        "Article 1 Peace",
        "[KAR: ",
        "1. Peace.",
        "2. Now.",
        "][TES: ",
        "1. Lasting peace.",
        "2. For ever.",
        "]",
    ]


def test_paragraphs_without_a_number_compete_in_one() -> None:
    assert lines(made("bracket: {hope: {KAR: two, TES: one}}\n", COMPETING))[3:] == [
        "Article 2 Hope",
        "[KAR: More hope.][TES: Hope.]",
    ]


def test_titles_that_differ_compete_too() -> None:
    assert lines(made("bracket: {peace: {KAR: one, TES: three}}\n", COMPETING))[0] == (
        "Article 1 [KAR: Peace][TES: Peace for ever]"
    )


def test_a_party_may_propose_to_say_nothing_and_the_text_says_so() -> None:
    assert lines(made("bracket: {hope: {KAR: none, TES: one}}\n", COMPETING))[3:] == [
        "[KAR: no text",
        "][TES: ",
        "Article 2 Hope",
        "Hope.",
        "]",
    ]


def test_articles_that_compete_for_a_number_are_counted_as_one_and_told_apart() -> None:
    two = "### Peace\n\nPeace.\n\n### Hope\n\nHope."
    text = made("bracket: {peace: {KAR: one, TES: two}}\n", library(clause("peace", two, two), framework=["peace"]))

    assert [line for line in lines(text) if line.startswith("Article")] == [
        "Article 1 Peace",
        "Article 2 Hope",
        "Article 1 Peace",
        "Article 2 Hope",
    ]
    assert (text.figures.articles, text.figures.competing) == (2, 2)


def test_a_proposal_of_no_words_is_printed_within_a_paragraph_too() -> None:
    shelf = library(
        clause("calls", "Ships may call[A:  without notice][B:].", "[A: Ships call.][B:]"),
        clause("hope", "Hope.", kind="recital"),
        framework=["hope", "calls"],
    )

    said = lines(made("choose: {calls: two}\n", shelf))
    assert lines(made("", shelf))[1] == "Ships may call[KAR: without notice][TES: no text]."
    assert said[1] == "[KAR: Ships call.][TES: no text]"


def test_a_line_that_says_that_nothing_is_proposed_stands_where_the_bracket_does() -> None:
    document = made("bracket: {hope: {KAR: none, TES: one}}\n", COMPETING).document
    view = outline(document.body)
    at = next(at for at, block in enumerate(document.body) if "no text" in story_text((block,)))

    assert [view.address(at - 1), view.address(at)] == ["Article 1, paragraph 2", "Article 2"]


def test_three_parties_that_propose_the_same_stand_behind_one_option() -> None:
    said = lines(made("bracket: {hope: {KAR: one, TES: two, VEN: one}}\n", COMPETING, head=THREE))

    assert said[4] == "[KAR, VEN: Hope.][TES: More hope.]"


# --- references within what a party proposes -------------------------------------------------------

LABELLED = library(
    clause(
        "peace",
        "1. {#end} War ends.\n2. {@#end} holds.",
        "1. Peace.\n2. {#end} War ends.\n3. {@#end} holds.",
        "### Peace\n\n1. Now.\n\n### Later\n\n1. Then.\n2. {#end} War ends.",
    ),
    clause("hope", "1. See {@peace#end}.\n2. Hope.", "1. More.\n2. See {@peace#end} again."),
    framework=["peace", "hope"],
)


def test_what_a_party_proposes_cites_what_it_proposes_itself() -> None:
    said = lines(made("bracket: {peace: {KAR: one, TES: two}, hope: {KAR: one, TES: two}}\n", LABELLED))

    assert "2. Paragraph 1 holds." in said
    assert "3. Paragraph 2 holds." in said
    assert "1. See Article 1, paragraph 1." in said
    assert "2. See Article 1, paragraph 2 again." in said


def test_what_is_agreed_cites_the_first_proposal() -> None:
    said = lines(made("bracket: {peace: {KAR: two, TES: one}}\n", LABELLED))

    assert "1. See Article 1, paragraph 2." in said


def test_a_proposal_of_several_articles_is_cited_by_those_who_make_it() -> None:
    said = lines(made("bracket: {peace: {KAR: one, TES: three}, hope: {KAR: one, TES: two}}\n", LABELLED))

    assert "1. See Article 1, paragraph 1." in said
    assert "2. See Article 2, paragraph 2 again." in said


def test_one_that_has_not_spoken_is_told_from_one_that_wants_no_word() -> None:
    assert lines(made("bracket: {hope: {KAR: one, TES: none}}\n", COMPETING))[3:] == [
        "[KAR: ",
        "Article 2 Hope",
        "Hope.",
        "][TES: no text",
        "]",
    ]
    assert lines(made("bracket: {hope: {KAR: one}}\n", COMPETING))[3:] == [
        "[KAR: ",
        "Article 2 Hope",
        "Hope.",
        "]",
    ]


def test_two_may_propose_the_same_while_a_third_has_not_spoken() -> None:
    said = lines(made("bracket: {hope: {KAR: one, TES: one}}\n", COMPETING, head=THREE))

    assert said[3] == "[KAR, TES: "


def test_the_brackets_of_a_text_balance_and_name_who_proposes() -> None:
    document = made("bracket: {peace: {KAR: one, TES: two}, hope: {KAR: two, TES: none}}\n", COMPETING).document

    tree = bracket_tree(document.body)

    assert tree.balanced
    assert [[stance.party for option in each.options for stance in option.stances] for each in tree.brackets] == [
        ["KAR", "TES"],
        ["KAR", "TES"],
    ]


def test_a_clause_that_knows_only_a_and_b_speaks_of_the_first_two_parties() -> None:
    assert article("It [A: shall][B: may] stand.") == ["It [KAR: shall][TES: may] stand."]


def test_plain_brackets_in_a_clause_are_brackets_too() -> None:
    shelf = library(clause("peace", "It [shall][may] stand[, and \\[sic\\] last]."), framework=["peace"])

    tree = bracket_tree(made("", shelf).document.body)

    assert [len(each.options) for each in tree.walk()] == [2, 1]
    assert tree.balanced


def test_an_escaped_bracket_is_only_a_character() -> None:
    assert article("It \\[stands\\].") == ["It [stands]."]


# --- what depends on another topic -----------------------------------------------------------------


def test_a_proposal_says_what_depends_on_a_topic_as_those_read_it_who_make_it() -> None:
    depending = "1. {?@hope} With hope.\n2. {?!@hope} Without hope.\n3. Peace."
    shelf = library(
        clause("peace", depending, f"{depending}\n4. For ever."), clause("hope", "Hope."), framework=["peace", "hope"]
    )

    said = lines(made("bracket: {peace: {KAR: one, TES: two}, hope: {KAR: one, TES: none}}\n", shelf))
    agreed = lines(made("bracket: {hope: {KAR: one, TES: none}}\n", shelf))

    assert said[1:8] == [
        "[KAR: ",
        "1. With hope.",
        "2. Peace.",
        "][TES: ",
        "1. Without hope.",
        "2. Peace.",
        "3. For ever.",
    ]
    assert agreed[1:3] == ["1. With hope.", "2. Peace."]


def test_a_party_that_wants_nothing_said_of_a_topic_is_warned_of_shared_words_that_count_on_it() -> None:
    shelf = library(
        clause("peace", "1. {?@hope} See {@hope}.\n2. Peace."), clause("hope", "Hope."), framework=["peace", "hope"]
    )

    (warning,) = made("bracket: {hope: {KAR: one, TES: none}}\n", shelf).diagnostics

    assert warning.code == "read-without"
    assert warning.message == "in the reading of TES, there is no 'hope', which words of peace count on"
    assert made("", shelf).diagnostics == ()
