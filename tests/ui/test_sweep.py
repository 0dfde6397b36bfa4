"""No part of a page is cut or blank, and its first part shows what the page is for: in some of all states."""

from collections import defaultdict
from itertools import product

import pytest

from tests.ui.audit import all_faults, leaves
from tests.ui.sweep import (
    MODES,
    View,
    count_faults,
    counted,
    counted_by_topic,
    open_leaves,
    part_faults,
    sampled,
    states,
    swept,
)
from tests.ui.walk import go

EASES = (
    {},
    {"largerText": 2},
    {"largerText": 2, "toggleLower": 1},
    {"toggleLower": 1},
)
PAGES = ("topic", "help", "days", "ticket")
LARGEST = ({"largerText": 2}, {"largerText": 2, "toggleLower": 1}, {"largerText": 1, "toggleLower": 1})
ASKED = {"help": "elsewhere", "ticket": "ways-button"}
"""The buttons behind which large text keeps something of a page."""

ALPHABETS = ("sv", "ar", "ti", "ckb", "uk")


@pytest.mark.parametrize("where", ["torget-desk", "kompassen-desk"])
@pytest.mark.parametrize("language", ["sv", "ar"])
def test_each_part_is_whole_and_the_first_says_what_the_page_is_for(screen_of, context_of, where, language):
    screen = screen_of(context_of(where))
    found = [fault for page in PAGES for ease in EASES for fault in swept(screen, View(page, language, ease))]
    assert found == []


@pytest.mark.parametrize("where", ["torget-desk", "kompassen-desk"])
def test_no_page_of_a_topic_has_more_than_three_parts(screen_of, context_of, where):
    """Each topic meets each language and each mode; all three at once in tests/end2end/test_every_part.py."""
    context = context_of(where)
    screen, found, visits = screen_of(context), [], defaultdict(list)
    for topic, language, ease in sampled(context.topics, context.screen.languages):
        visits[language, MODES.index(ease)].append(topic)
    for (language, mode), topics in visits.items():
        found += counted_by_topic(screen, topics, language, MODES[mode])
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("where", ["torget-desk", "kompassen-desk"])
def test_no_list_has_more_than_three_parts_in_any_language(screen_of, context_of, sample, where):
    screen, found = screen_of(context_of(where)), []
    for view in states(("topic", "days"), sample.screens[where].languages, LARGEST):
        found += counted(screen, view)
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("where", ["torget-desk", "kompassen-desk"])
@pytest.mark.parametrize("language", ["sv", "ar", "fi"])
@pytest.mark.parametrize("page", ASKED)
def test_what_large_text_keeps_behind_a_button_is_whole_too(screen_of, context_of, where, language, page):
    screen = screen_of(context_of(where))
    for ease in LARGEST:
        go(screen, page, language, **ease)
        screen.touch(ASKED[page])
        assert all_faults(screen) == []
        go(screen, page, language, **ease)
        screen.touch(ASKED[page])
        view = View(page, language, ease)
        faults_of_parts = [list(part_faults(screen, view, 0)) for _ in leaves(screen)]
        assert not any(faults_of_parts), faults_of_parts
        assert list(count_faults(view, len(faults_of_parts))) == []


@pytest.mark.parametrize("where", ["torget-desk", "kompassen-desk"])
@pytest.mark.parametrize("language", ALPHABETS)
def test_no_letter_of_the_search_is_cut(screen_of, context_of, where, language):
    screen = screen_of(context_of(where))
    found = [fault for ease in EASES for fault in swept(screen, View("search", language, ease))]
    assert found == []


@pytest.mark.parametrize("where", ["torget-desk", "kompassen-desk"])
@pytest.mark.parametrize("language", ["so", "ckb", "ti", "fi"])
def test_no_word_runs_over_its_button_whatever_the_topic(screen_of, context_of, where, language):
    context = context_of(where)
    screen, found = screen_of(context), []
    for topic in context.topics:
        go(screen, "help", language, topic=topic)
        found += [f"{topic}: {fault}" for fault in all_faults(screen)]
    assert found == []


def test_a_block_that_is_too_tall_is_found(screen_of, context_of):
    screen = screen_of(context_of())
    view = View("help", "sv")
    go(screen, view.page, view.language)
    assert swept_here(screen, view) == []
    (window,) = open_leaves(screen)
    (flow,) = window.childItems()
    block = next(each for each in flow.childItems() if each.isVisible() and each.height() > 0)
    block.setHeight(window.height() + 50)
    assert any("is cut" in fault for fault in swept_here(screen, view))


def swept_here(screen, view):
    """Return the faults of the part that is shown, without going anywhere."""
    return list(part_faults(screen, view, 1))


def test_a_sample_lets_each_two_of_topic_language_and_mode_meet():
    topics, languages = tuple("abcdefgh"), tuple("klmnopqrstuvw")
    rows = [(topic, language, MODES.index(mode)) for topic, language, mode in sampled(topics, languages)]
    assert {(topic, language) for topic, language, _ in rows} == {*product(topics, languages)}
    assert {(topic, mode) for topic, _, mode in rows} == {*product(topics, range(6))}
    assert {(language, mode) for _, language, mode in rows} == {*product(languages, range(6))}


def test_states_are_each_page_size_and_mode_of_a_language():
    assert len(list(states(pages=("help",), languages=("sv",)))) == 6
