"""The pages for communicators: `kiosk check` accepts each recipe and can report each message."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.checks.all_checks import inspect
from kiosk.feed.feed_reader import read_folder
from kiosk.feed.file_templates import STARTER_FILES
from kiosk.feed.models import Media
from kiosk.feed.problems import Severity
from kiosk.feed.swedish_messages import SWEDISH

ROOT = Path(__file__).resolve().parents[2]
PAGES = {"en": ROOT / "docs/communicators.md", "sv": ROOT / "docs/kommunikatorer.md"}
MESSAGES = {"en": list(SWEDISH), "sv": list(SWEDISH.values())}
ICONS = [path.stem for path in (ROOT / "assets/icons").glob("*.svg")]
WRITTEN_ON = datetime(2026, 11, 28, 12, tzinfo=UTC)


def sections(language):
    parts = PAGES[language].read_text("utf-8").split("\n## ")[1:]
    return {part.partition("\n")[0]: part for part in parts}


def examples(text):
    return dict(re.findall(r"^```yaml (\S+)\n(.*?)^```", text, re.MULTILINE | re.DOTALL))


RECIPES = [
    pytest.param(examples(text), id=title)
    for language in PAGES
    for title, text in sections(language).items()
    if examples(text)
]


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_recipe_is_accepted_without_an_error_or_a_warning(recipe):
    files = {name: text.encode() for name, text in {**STARTER_FILES, **recipe}.items()}
    names = {name for text in recipe.values() for name in re.findall(r"media/[\w.-]+", text)}
    checked = read_folder(files, {name: Media(sha256="0" * 64, size=1) for name in names}, ICONS)
    assert [str(problem) for problem in checked.problems] == []
    found = inspect(checked.feed, checked.documents, WRITTEN_ON)
    assert [str(problem) for problem in found if problem.severity is not Severity.NOTE] == []


def test_both_pages_have_the_same_recipes():
    def bare(language):
        recipes = [examples(text) for text in sections(language).values()]
        return [{name: re.sub(r" +#.*", "", text) for name, text in recipe.items()} for recipe in recipes]

    assert len(RECIPES) >= 14
    assert bare("en") == bare("sv")


@pytest.mark.parametrize("language", PAGES)
def test_each_message_is_one_of_kiosk_check(language):
    table = next(text for title, text in sections(language).items() if "`kiosk check`" in title)
    rows = re.findall(r"^\| (`[^|]+) \|", table, re.MULTILINE)
    quoted = [message for row in rows for message in re.findall(r"`([^`]+)`", row)]
    assert len(quoted) >= 20
    assert [each for each in quoted if not any(each in message for message in MESSAGES[language])] == []
