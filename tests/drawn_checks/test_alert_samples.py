"""Alerts as a check draws them: every kind, in every language, in the forms that need most room."""

from dataclasses import replace

import pytest

from kiosk.drawn_checks import alert_samples
from kiosk.drawn_checks.job import Proof, Task, how_many
from kiosk.drawn_checks.moment import State
from kiosk.drawn_checks.slide_renderer import SlideRenderer
from kiosk.drawn_checks.verdict import problems
from kiosk.feed.alert_rules import AlertRule, AlertTexts
from kiosk.feed.localized_text import Text
from kiosk.feed.yaml_reader import read
from kiosk.ui.slides import alert_contents
from kiosk.ui.slides.alert_contents import PAGE, parts
from tests.drawn_checks.conftest import NOW, faults

RULES = {"vma": AlertRule(senders=("vma@sr.example",), exercises=True)}
TEXTS = AlertTexts(
    gas=Text(
        {"sv": "Gå in. Stäng fönster, dörrar och ventiler.", "en": "Go inside. Close windows and doors."}
    ),
    all_clear=Text({"sv": "Faran är över.", "en": "The danger is over."}),
    other=Text({"sv": "Följ råden på skärmen.", "en": "Follow the advice on the screen."}),
)
MESSAGE = {"kind": "message", "title": "Hej"}
WEATHER = {"kind": "weather", "title": "Vädret", "source": "smhi"}
WINDOWS = {
    "landscape": {"size": "1210 x 680 mm", "resolution": "1920 x 1080", "distance": "4 m"},
    "portrait": {"size": "680 x 1210 mm", "resolution": "1080 x 1920", "distance": "4 m"},
}


@pytest.fixture
def drawn(qapp, context):
    """Draw what is seen besides slides on a screen whose feed has alerts; gives the drawings of alerts."""
    studio = SlideRenderer(State(NOW, None), "product", lambda _drawing: False)

    def make(alerts=RULES, texts=TEXTS, slide=MESSAGE, **screen):
        shown = context(slide, languages=["sv", "en"], **screen)
        shown = replace(shown, feed=replace(shown.feed, alerts=alerts, alert_texts=texts))
        found = [each for code in shown.screen.turns for each in studio.draw_rest(shown, code)]
        return [each for each in found if each.kind == "alert"]

    yield make
    studio.close()


@pytest.mark.parametrize("shape", WINDOWS)
def test_alerts_of_any_length_can_be_read_from_afar(drawn, shape):
    found = drawn(**WINDOWS[shape])
    assert [(each.language, each.name) for each in found] == [
        *(("sv", name) for name in ("gas", "all_clear", "other", "words")),
        *(("en", name) for name in ("gas", "all_clear", "other")),
    ]
    assert {each.name: faults(each) for each in found if each.findings} == {}
    assert all(each.image is not None for each in found)


@pytest.mark.parametrize("shape", WINDOWS)
def test_the_warning_after_the_weather_is_drawn_with_its_longest_words(drawn, shape):
    found = [each for each in drawn(slide=WEATHER, **WINDOWS[shape]) if each.name.startswith("warning")]
    assert [(each.language, each.name) for each in found] == [("sv", "warning"), ("en", "warning")]
    assert [faults(each) for each in found if each.findings] == []


def test_the_longest_warning_is_as_long_as_a_page():
    assert parts(alert_samples._LONG_WARNING, PAGE) == [alert_samples._LONG_WARNING]
    assert len(alert_samples._LONG_WARNING) > PAGE - 5


def test_a_warning_that_does_not_fit_is_a_fault(drawn, monkeypatch):
    monkeypatch.setattr(alert_samples, "_LONG_WARNING", "Skyfall och åska " * 40)
    monkeypatch.setattr(alert_contents, "PAGE", 1000)
    names = {each.name for each in drawn(slide=WEATHER, **WINDOWS["landscape"]) if each.findings}
    assert names == {"warning-state-1"}


def test_an_instruction_with_too_many_words_is_told_where_it_is_written(drawn):
    words = "Gå genast inomhus och stäng alla fönster, dörrar och ventiler. " * 6
    found = drawn(texts=replace(TEXTS, gas=Text({"sv": words.strip()})), **WINDOWS["landscape"])
    wrong = [each for each in found if each.findings and each.name.startswith("gas")]
    assert wrong
    written = {"feed.yaml": read(f"alert_texts:\n  gas:\n    sv: '{words.strip()}'\n".encode(), "feed.yaml")}
    proofs = [Proof(each.file, "", "s1", "sv", "alert", each.name, findings=each.findings) for each in wrong]
    told = problems(proofs, written)
    assert {str(each.position) for each in told} == {"feed.yaml:3:9"}
    assert "alert gas" in told[0].message


def test_an_exercise_is_looked_at_only_where_exercises_are_shown(drawn):
    words = "Gå genast inomhus och stäng alla fönster och dörrar nu. " * 2
    texts = replace(TEXTS, gas=Text({"sv": words.strip()}))
    names = {
        exercises: {
            each.name
            for each in drawn(
                {"vma": replace(RULES["vma"], exercises=exercises)}, texts, **WINDOWS["landscape"]
            )
            if each.findings
        }
        for exercises in (True, False)
    }
    assert names[True] == {"gas-state-2"}
    assert names[False] == set()


def test_a_feed_without_alerts_has_none_to_draw(drawn, context):
    assert drawn({}) == []
    feed = context(MESSAGE).feed
    with_alerts = replace(feed, alerts=RULES, alert_texts=TEXTS)
    assert how_many(with_alerts, [Task("s1")]) == how_many(feed, [Task("s1")]) + 3
