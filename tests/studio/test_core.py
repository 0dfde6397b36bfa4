"""The core of the Studio: edits, undo, saving, ready-made texts, what is on, and publishing."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.cli.icons import icons
from kiosk.feed.problems import Severity
from kiosk.studio.core import overview, publishing
from kiosk.studio.core.project import Project
from kiosk.studio.core.quick_actions import UrgentNotice, closed_files, notice_files
from kiosk.studio.core.ready_made import TEXTS
from kiosk.studio.window.rows_shown import SeenScreen, screen_row

SAMPLE = Path(__file__).resolve().parents[2] / "playlists"
NOW = datetime(2026, 11, 25, 11, tzinfo=UTC)
TODAY = date(2026, 11, 25)
LANGUAGES = {"sv", "en", "ar", "so", "ckb", "fa", "fa_AF", "ti", "uk", "pl", "tr", "fi", "es"}


@pytest.fixture
def project(tmp_path):
    shutil.copytree(SAMPLE, tmp_path / "feed")
    return Project(tmp_path / "feed", icons())


def errors(project):
    return [each for each in project.checked(NOW)[1] if each.severity is Severity.ERROR]


def test_nothing_is_written_that_nobody_changed(project):
    before = contents(project.folder)
    project.set("slides/welcome.yaml", ("title", "sv"), "Hej!")
    project.undo()
    assert project.save() == []
    assert contents(project.folder) == before


def test_an_edit_is_saved_and_the_other_files_stay(project):
    before = contents(project.folder)
    project.set("slides/welcome.yaml", ("title", "sv"), "Hej!")
    assert project.changed == ["slides/welcome.yaml"]
    project.save()
    after = contents(project.folder)
    assert [name for name in after if after[name] != before[name]] == ["slides/welcome.yaml"]
    assert b"sv: Hej!" in after["slides/welcome.yaml"]


FILES = ("slides/welcome.yaml", "slides/hours.yaml", "slides/letter.yaml")


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(FILES), st.sampled_from(["5 s", "7 s", "9 s"])), max_size=8))
def test_undo_returns_the_bytes_and_redo_repeats_them(project, edits):
    project.reload()
    states = [dict(project.texts)]
    for file, dwell in edits:
        project.set(file, ("dwell",), dwell)
        if project.texts != states[-1]:
            states.append(dict(project.texts))
    for state in reversed(states[:-1]):
        project.undo()
        assert project.texts == state
    for state in states[1:]:
        project.redo()
        assert project.texts == state
    assert not project.can_redo


def test_what_somebody_else_saved_meanwhile_is_kept(project):
    path = project.folder / "slides/welcome.yaml"
    project.set("slides/welcome.yaml", ("title", "sv"), "Hej!")
    path.write_bytes(path.read_bytes().replace(b"dwell: 14 s", b"dwell: 20 s"))
    assert project.save() == []
    assert b"sv: Hej!" in path.read_bytes()
    assert b"dwell: 20 s" in path.read_bytes()


def test_a_clash_on_the_disk_keeps_both(project):
    path = project.folder / "slides/welcome.yaml"
    project.set("slides/welcome.yaml", ("dwell",), "10 s")
    path.write_bytes(path.read_bytes().replace(b"dwell: 14 s", b"dwell: 20 s"))
    assert project.save() == ["slides/welcome.yaml"]
    assert b"dwell: 10 s" in path.read_bytes()
    assert b"dwell: 20 s" in path.with_name(".welcome.yaml.theirs").read_bytes()


def test_findings_follow_the_edit(project):
    assert errors(project) == []
    project.set("slides/welcome.yaml", ("dwell",), "long")
    assert [each.position.file for each in errors(project)] == ["slides/welcome.yaml"]


@pytest.mark.parametrize("kind", TEXTS)
def test_each_ready_made_text_is_in_every_language(kind):
    assert set(TEXTS[kind]) == LANGUAGES
    assert all(words.strip() for words in TEXTS[kind].values())


@pytest.mark.parametrize("kind", TEXTS)
def test_an_urgent_notice_is_sound(project, kind):
    notice = UrgentNotice(TEXTS[kind], ["torget-window"], TODAY, "15:00")
    project.change("notice", notice_files(project, notice, TODAY))
    assert errors(project) == []
    feed = project.feed(NOW)
    new = feed.notices[f"notice-{TODAY}"]
    assert (new.when.since, new.when.until) == (TODAY, TODAY)
    assert new.where.screens == ("torget-window",)
    assert "sv" not in new.drafts


@pytest.mark.parametrize(
    "notice",
    [
        UrgentNotice({"sv": " "}, ["torget-window"], TODAY),
        UrgentNotice({"sv": "Hej"}, [], TODAY),
        UrgentNotice({"sv": "Hej"}, ["torget-window"], date(2026, 11, 24)),
    ],
)
def test_a_notice_needs_words_a_screen_and_an_end(project, notice):
    with pytest.raises(ValueError, match="UrgentNotice"):
        notice_files(project, notice, TODAY)


def test_closed_today_holds_for_screens_and_hours(project):
    feed = project.feed(NOW)
    project.change("closed", closed_files(project, feed, "torget", TODAY, TODAY))
    assert errors(project) == []
    feed = project.feed(NOW)
    assert feed.offices["torget"].exception_on(TODAY) == ()
    on = {each.screen: each for each in overview.screens_now(feed, (), NOW)}
    assert on["torget-window"].slides == (f"closed-{TODAY}",)
    assert on["torget-window"].takeover
    assert on["lyktan-desk"].slides != (f"closed-{TODAY}",)
    project.undo()
    assert project.changed == []


def test_what_ends_this_week(project):
    project.set("slides/letter.yaml", ("until",), "2026-11-27")
    found = overview.ending(project.feed(NOW), TODAY)
    assert overview.Ending("slides/letter.yaml", date(2026, 11, 27)) in found


@pytest.mark.parametrize(
    ("now", "change"),
    [
        (datetime(2026, 11, 25, 11, tzinfo=UTC), "2026-12-01 08:00: Studievägledning i\u00a0dag"),
        (datetime(2026, 12, 1, 11, tzinfo=UTC), "2026-12-01 16:00: utan ”Studievägledning i\u00a0dag”"),
    ],
)
def test_next_change_names_what_comes_or_ends(project, now, change):
    """Not a slide that is on before and after."""
    feed = project.feed(now)
    on = next(each for each in overview.screens_now(feed, (), now) if each.screen == "torget-window")
    assert screen_row(feed, on, "sv", SeenScreen()).next_text == change


def test_a_screen_without_anything_is_not_fine(project):
    for name in [name for name in project.texts if name.startswith("playlists/")]:
        project.change("", {name: None})
    assert not any(each.fine for each in overview.screens_now(project.feed(NOW), (), NOW))


def test_publish_and_undo(world):
    project = Project(world.folder, ("home",))
    site, keys = str(world.site), world.keys
    assert publishing.publish(project, site, keys, NOW, nothing).version == 2
    before = contents(world.folder)
    project.set("slides/hello.yaml", ("dwell",), "20 s")
    assert publishing.publish(project, site, keys, NOW, nothing).version == 3
    assert publishing.go_back(project, site, keys, NOW) == 4
    assert contents(world.folder) == before
    assert b"20 s" not in project.texts["slides/hello.yaml"]


def test_the_work_of_others_is_merged_and_then_published(world, tmp_path):
    project, site, keys = Project(world.folder, ("home",)), str(world.site), world.keys
    publishing.publish(project, site, keys, NOW, nothing)
    shutil.copytree(world.folder, tmp_path / "other")
    other = Project(tmp_path / "other", ("home",))
    project.set("slides/hello.yaml", ("dwell",), "20 s")
    other.set("slides/door.yaml", ("dwell",), "30 s")
    publishing.publish(project, site, keys, NOW, nothing)
    done = publishing.publish(other, site, keys, NOW, nothing)
    assert [each.file for each in done.merged] == ["slides/hello.yaml"]
    assert done.version == 4
    assert b"20 s" in other.texts["slides/hello.yaml"]


def test_a_conflict_publishes_nothing(world, tmp_path):
    project, site, keys = Project(world.folder, ("home",)), str(world.site), world.keys
    publishing.publish(project, site, keys, NOW, nothing)
    shutil.copytree(world.folder, tmp_path / "other")
    other = Project(tmp_path / "other", ("home",))
    project.set("slides/hello.yaml", ("dwell",), "20 s")
    other.set("slides/hello.yaml", ("dwell",), "30 s")
    publishing.publish(project, site, keys, NOW, nothing)
    done = publishing.publish(other, site, keys, NOW, nothing)
    assert (done.version, [each.path for each in done.conflicts]) == (0, [("dwell",)])


def nothing(_checked, _prepared):
    return []


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
