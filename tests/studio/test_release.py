"""The page before publishing: what changes where, removals first, and any version back."""

from datetime import timedelta

import pytest

from kiosk.publish.publish_errors import SiteError
from kiosk.studio.core import publishing, release
from kiosk.studio.core.project import Project
from tests.studio.test_core import NOW, nothing


@pytest.fixture
def project(world):
    project = Project(world.folder, ("home",))
    publishing.publish(project, str(world.site), world.keys, NOW, nothing)
    return project


def changes(world, project):
    old = release.read_site(str(world.site), world.keys, NOW, ("home",)).feed
    return [(each.what, each.kind, each.part_id, each.screens) for each in found(old, project)]


def found(old, project):
    return release.release_changes(old, project.feed(NOW))


def test_nothing_changes_after_a_publish(world, project):
    assert changes(world, project) == []


def test_a_change_names_its_screens(world, project):
    project.set("slides/hello.yaml", ("dwell",), "20 s")
    assert changes(world, project) == [("changed", "slides", "hello", ("hall",))]


def test_what_goes_away_is_named_first(world, project):
    project.set("slides/hello.yaml", ("dwell",), "20 s")
    project.set("playlists/door.yaml", ("slides",), ["hello"])
    project.set("topics/housing.yaml", ("summary",), "Annat")
    assert changes(world, project)[0] == ("removed", "slides", "door", ("door",))


def test_a_screen_that_vanishes_is_named_before_all_else(world, project):
    project.change("", {"screens/door.yaml": None, "playlists/door.yaml": None})
    assert changes(world, project)[0] == ("removed", "screens", "door", ("door",))


def test_a_new_site_shows_nothing_yet(world):
    site = release.read_site(str(world.site), world.keys, NOW, ("home",))
    assert site.feed is None
    everything = found(None, Project(world.folder, ("home",)))
    assert {each.what for each in everything} == {"added"}


def test_any_version_comes_back(world, project):
    site, keys = str(world.site), world.keys
    first = release.read_site(site, keys, NOW, ("home",)).versions[0].number
    for dwell in ("20 s", "30 s"):
        project.set("slides/hello.yaml", ("dwell",), dwell)
        publishing.publish(project, site, keys, NOW, nothing)
    publishing.go_back(project, site, keys, NOW, first)
    assert b"dwell" not in project.texts["slides/hello.yaml"]
    versions = release.read_site(site, keys, NOW, ("home",)).versions
    assert versions[0].returns_to == first
    assert all(each.by for each in versions)


def test_a_site_that_is_not_there_is_reported(world, tmp_path):
    with pytest.raises((SiteError, OSError)):
        release.read_site(str(tmp_path / "nowhere"), world.keys, NOW, ())


@pytest.mark.parametrize(
    ("role", "days", "is_soon"),
    [
        ("root", 31, False),
        ("root", 29, True),
        ("targets", 29, True),
        ("office-square", 29, True),
        ("root", -1, True),
        ("slots", 1, False),  # a machine renews it
        ("timestamp", 1, False),
    ],
)
def test_a_signature_that_only_a_person_renews_is_told_of_a_month_before(monkeypatch, role, days, is_soon):
    ends = {"root": 300, "targets": 300, "timestamp": 20} | {role: days}
    monkeypatch.setattr(
        release, "expiries", lambda _signed: {name: NOW + timedelta(each) for name, each in ends.items()}
    )
    found = release.expiry_soon(None, NOW)
    assert found == (NOW + timedelta(days) if is_soon else None)
