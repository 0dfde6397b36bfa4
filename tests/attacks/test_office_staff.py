"""Somebody has the key of an office's staff, and `online` beside it: nothing outside the office changes."""

import json
from datetime import timedelta

import pytest
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import DelegatedRole, Delegations, TargetFile

from kiosk import isolated
from kiosk.feed import feed_size, site_layout
from kiosk.feed.targeting import media_for, notices_for, playlists_for
from kiosk.publish.keyring import make_key
from kiosk.publish.office_parts import write_part
from kiosk.publish.publish_errors import KeysError, SiteError
from kiosk.publish.role_metadata import with_role
from kiosk.trust.metadata_rules import read_metadata
from tests.isolated_here import run_here
from tests.offices import PART, Offices


@pytest.fixture(autouse=True)
def validated_here(monkeypatch):
    monkeypatch.setattr(isolated, "run", run_here)


@pytest.fixture
def world(tmp_path):
    return Offices(tmp_path)


@pytest.fixture
def screens(world):
    """A screen of each office, with Anna's part on them."""
    world.anna().show(PART)
    made = {name: world.kiosk(name) for name in ("hall", "north")}
    for screen in made.values():
        screen.clock_trusted = True
        assert screen.poll().problem == ""
    return made


def hours(screen, office):
    return [str(each).partition(" ")[2] for each in screen.current().feed.offices[office].hours]


def slides(screen, name):
    return {slide for each in playlists_for(screen.current().feed, name).values() for slide in each.slides}


def part(world, **more):
    """The bytes of Anna's part, with anything in it."""
    return json.dumps(json.loads(world.anna().part_bytes("square")) | more).encode()


def test_the_staff_of_an_office_change_its_hours_notices_and_slides(screens):
    hall, north = screens["hall"], screens["north"]
    for screen in (hall, north):  # every screen knows the hours of every office
        assert hours(screen, "square") == ["12:00-18:00"]
        assert hours(screen, "north") == ["09:00-15:00"]
    assert slides(hall, "hall") == {"hello", "square--cake"}
    assert slides(north, "north") == {"door"}
    assert [*notices_for(hall.current().feed, "hall")] == ["square--lift"]
    assert not notices_for(north.current().feed, "north")


def test_media_of_the_same_name_are_not_overwritten(world, screens):
    feed = screens["hall"].current().feed
    assert media_for(feed, "hall") == {"media/hello.png", "media/offices/square/hello.png"}
    data = {path: screens["hall"].current().media(path).read_bytes() for path in media_for(feed, "hall")}
    assert data["media/hello.png"] == (world.folder / "media/hello.png").read_bytes()
    assert data["media/offices/square/hello.png"].startswith(b"cake")


def test_the_program_refuses_to_sign_for_another_office(world):
    with pytest.raises(SiteError, match="nobody may sign for the office north"):
        world.anna().show(PART, "north")
    world.admin().add_staff("north", make_key(world.base / "bea", "bea").public_key)
    with pytest.raises(KeysError, match="may sign for office-north"):
        world.anna().show(PART, "north")


def test_a_part_of_another_office_is_refused_by_every_screen(world, screens, warned):
    world.admin().add_staff("north", make_key(world.base / "bea", "bea").public_key)
    data = json.dumps(json.loads(part(world)) | {"office": "north"}).encode()
    world.anna().force(data, "office-north")
    for screen in screens.values():
        assert screen.poll().problem.startswith("office-north.yaml: refused: not signed by keys")
        assert hours(screen, "north") == ["09:00-15:00"]
    warned()


FORBIDDEN = {
    "another office": {"office": "north"},
    "a takeover": {"playlists": {"x": {"slides": ["cake"], "takeover": True}}},
    "another screen": {"notices": {"x": {"text": "x", "where": {"screens": ["north"]}}}},
    "an office": {"offices": {"north": {"hours": []}}},
    "its address": {"hours": {"address": "Annan 1"}},
    "its booking": {"hours": {"booking": {"link": "https://thief.example/"}}},
    "web hosts": {"web_hosts": ["thief.example"]},
    "the name of another": {"slides": {"north--x": {"kind": "message", "title": "x"}}},
    "media outside": {"media": {"media/../x.png": {"sha256": "0" * 64, "size": 1}}},
    "much media": {"media": {"media/x.png": {"sha256": "0" * 64, "size": 1 << 40}}},
    "many slides": {"slides": {f"s{n}": {"kind": "message", "title": "x"} for n in range(99)}},
    "what is not there": {"slides": {"x": {"kind": "picture", "picture": "media/none.png"}}},
    "no such office": {"slides": {"x": {"kind": "hours", "office": "nowhere"}}},
    "another format": {"format": 2},
}


@pytest.mark.parametrize("kind", FORBIDDEN)
def test_a_part_that_says_more_than_it_may_is_left_out(world, screens, warned, kind):
    world.anna().force(part(world, **FORBIDDEN[kind]))
    world.write({"feed.yaml": b"name: Next\nlanguages:\n  sv: {name: Svenska}\n"})
    world.publish()  # which the part does not stop
    for name, screen in screens.items():
        assert screen.poll().problem.startswith("office-square.yaml: ")
        assert screen.current().feed.name.root == "Next"
        assert hours(screen, "north") == ["09:00-15:00"]
        assert "square--cake" not in slides(screen, name)
        assert screen.poll().problem.startswith("office-square.yaml: ")  # it is told until it is mended
    warned()


NONSENSE = [
    b"",
    b"[]",
    b"null",
    b"{",
    b"\xff",
    b'{"a":' * 900,
    b"[" * 100_000,
    b'{"format": 1, "office": 1e999}',
]


@pytest.mark.parametrize("data", NONSENSE, ids=range(len(NONSENSE)))
def test_nonsense_stops_neither_the_feed_nor_another_office(world, screens, warned, data):
    world.anna().force(data)
    world.write({"feed.yaml": b"name: Next\nlanguages:\n  sv: {name: Svenska}\n"})
    world.publish()
    assert screens["north"].poll().problem.startswith("office-square.yaml: ")
    assert screens["north"].current().feed.name.root == "Next"
    assert world.publisher().feed().name.root == "Next"
    warned()


def test_a_name_that_the_feed_has_is_never_overwritten(world, screens, warned):
    world.anna().force(part(world, slides={"own": {"kind": "message", "title": "x"}}, media={}, notices={}))
    world.write(
        {
            "slides/square--own.yaml": b"kind: message\ntitle: Admins\n",
            "playlists/all.yaml": b"slides: [square--own]\nwhere: {screens: [hall]}\n",
        }
    )
    with pytest.raises(SiteError, match="the feed already has slides/square--own"):
        world.publish()
    world.anna().force(b"{}")
    world.publish()
    world.anna().force(
        part(world, format=1, office="square", slides={"own": {"kind": "message", "title": "x"}})
    )
    screens["hall"].poll()
    assert screens["hall"].current().feed.slides["square--own"].title.root == "Admins"
    warned()


@pytest.mark.parametrize("name", [site_layout.FEED, site_layout.SLOTS, site_layout.LIVE])
def test_the_key_of_an_office_signs_no_other_file(world, screens, warned, name):
    def add(signed):
        signed.targets[name] = TargetFile.from_data(name, b"{}", ["sha256"])

    data = world.anna().part_bytes("square")
    world.anna().force(data, change=add)
    assert screens["hall"].poll().problem == ""
    assert screens["hall"].current().feed.name.root == "Test"
    assert screens["hall"].store.read_delegated(name.removesuffix(".yaml")) is None
    warned()


def test_an_older_part_is_refused(world, screens, warned):
    anna = world.anna()
    old = anna.read()
    anna.show({"hours.yaml": "hours: [Mon-Fri 08:00-20:00]\n"})
    assert screens["hall"].poll().problem == ""
    newest = anna.read()
    anna.finish(with_role(newest, "office-square", old.offices["office-square"]), newest)
    assert "an older version than the stored one" in screens["hall"].poll().problem
    assert hours(screens["hall"], "square") == ["08:00-20:00"]
    warned()


def test_an_older_file_under_a_newer_signature_is_refused(world, screens, warned):
    before = world.served("targets/*.office-square.yaml").read_bytes()
    world.anna().show({"hours.yaml": "hours: [Mon-Fri 08:00-20:00]\n"})
    newest = world.anna().read().offices["office-square"].signed.targets["office-square.yaml"]
    (world.site / site_layout.target_file("office-square.yaml", newest.hashes["sha256"])).write_bytes(before)
    assert "office-square.yaml: refused: " in screens["hall"].poll().problem
    assert hours(screens["hall"], "square") == ["12:00-18:00"]
    warned()


def test_a_part_dropped_from_the_snapshot_is_refused(world, screens, warned):
    anna = world.anna()
    newest = anna.read()
    fewer = type(newest)(**{**vars(newest), "offices": {}})
    anna.finish(fewer, newest)
    assert screens["hall"].poll().problem.startswith("refused: ")
    assert hours(screens["hall"], "square") == ["12:00-18:00"]
    warned()


def test_who_was_removed_is_refused_by_the_program_and_every_screen(world, screens, warned):
    world.admin().remove_staff("square", "anna")
    assert all(screen.poll().problem == "" for screen in screens.values())
    assert hours(screens["hall"], "square") == ["12:00-18:00"]  # what she published stays
    with pytest.raises(KeysError, match="may sign for office-square"):
        world.anna().show({"hours.yaml": "hours: [Mon-Fri 00:00-04:00]\n"})
    world.anna().force(part(world, hours={"hours": ["Mon-Fri 00:00-04:00"]}))
    for screen in screens.values():
        assert screen.poll().problem.startswith("office-square.yaml: refused: not signed by keys")
        assert hours(screen, "square") == ["12:00-18:00"]
    warned()


def test_the_key_of_an_office_hands_nothing_on(world, screens, warned):
    friend = CryptoSigner.generate_ed25519()
    role = DelegatedRole("friend", [friend.public_key.keyid], 1, terminating=False, paths=["*"])

    def hand_on(signed):
        signed.delegations = Delegations({friend.public_key.keyid: friend.public_key}, {"friend": role})

    world.anna().force(world.anna().part_bytes("square"), change=hand_on)
    assert screens["hall"].poll().problem == "office-square.yaml: refused: it lets others sign"
    world.admin().remove_staff("square", "anna")
    assert not world.admin().read().offices["office-square"].signed.delegations
    assert screens["hall"].poll().problem == ""
    warned()


def test_a_signature_into_the_future_is_refused(world, screens, warned):
    def far(signed):
        signed.expires += timedelta(days=800)

    world.anna().force(part(world, hours={"hours": ["Mon-Fri 00:00-04:00"]}), change=far)
    assert "signed for longer than allowed (office-square until " in screens["hall"].poll().problem
    assert hours(screens["hall"], "square") == ["12:00-18:00"]
    warned()


def test_a_new_screen_waits_for_a_part_that_cannot_be_fetched(world, warned):
    """It must not show the hours that the part replaces."""
    world.anna().show(PART)
    served = world.served("targets/*.office-square.yaml")
    data = served.read_bytes()
    served.unlink()
    screen = world.kiosk("north")
    assert screen.poll().problem
    assert screen.current() is None
    served.write_bytes(data)
    assert screen.poll().problem == ""
    assert hours(screen, "square") == ["12:00-18:00"]
    warned()


def test_an_admin_who_left_can_no_longer_sign_for_an_office(world, screens):
    admin = world.admin()
    old = admin.read().keyids("targets")
    new = admin.ring.successor("targets").public_key
    world.admin().exchange_key("targets", "targets", new)
    assert {*old} <= {*world.admin().read().keyids("office-square")}
    assert world.admin().follow_admins() == ["square"]
    assert {*old}.isdisjoint(world.admin().read().keyids("office-square"))
    assert [*world.admin().staff()["square"]] == [world.public.keyid]
    assert all(screen.poll().problem == "" for screen in screens.values())


def test_free_times_are_made_from_the_hours_of_the_staff(world):
    world.anna().show(PART)
    assert world.publisher().feed().offices["square"].hours == world.anna().part("square").hours.hours


def test_equal_parts_have_equal_bytes(world):
    world.anna().show(PART)
    assert write_part(world.anna().part("square")) == world.anna().part_bytes("square")


def test_metadata_of_an_office_are_valid_for_a_year_and_renewed_by_an_admin(world):
    world.anna().show(PART)
    before = world.anna().read().offices["office-square"].signed
    assert world.admin().refresh(part=1.1) == {}
    after = world.anna().read().offices["office-square"].signed
    assert (after.version, after.targets) == (before.version + 1, before.targets)
    assert read_metadata(world.anna().read().offices["office-square"].to_bytes()).signed == after


def test_too_much_in_sum_costs_only_what_comes_last(world, screens, warned, monkeypatch):
    bea = make_key(world.base / "bea", "bea").public_key
    world.admin().add_staff("north", bea)
    world.admin().add_staff("north", world.public)
    world.anna().show({"notices/a.yaml": "text: Norr\n"}, "north")
    monkeypatch.setitem(feed_size.MAX_PARTS, "notices", 1)
    world.write({"feed.yaml": b"name: Next\nlanguages:\n  sv: {name: Svenska}\n"})
    world.publish()
    for screen in screens.values():
        assert screen.poll().problem.startswith("office-square.yaml: ")
        assert [*screen.current().feed.notices] == ["north--a"]
        assert screen.current().feed.name.root == "Next"
    assert [*world.publisher().feed().notices] == ["north--a"]
    warned()
