"""`kiosk site staff` and `kiosk office`: the staff of an office change what is theirs."""

import pytest

from kiosk.publish.keyring import load_keyring
from kiosk.publish.rights import Rights, rights_of
from kiosk.publish.site_session import SiteSession
from kiosk.publish.storage.site_storage import FolderStorage
from tests import days
from tests.cli.conftest import noise
from tests.offices import NORTH, Offices


@pytest.fixture
def world(tmp_path):
    """Two offices with pictures that can be shown; Anna may sign for one of them."""
    made = Offices(tmp_path)
    made.write({"media/hello.png": noise(99), "media/door.png": noise(88)})
    made.publish()
    return made


@pytest.fixture
def anna(run, world):
    """Run a command with Anna's keys."""
    return lambda *words: run(*words, "--keys", world.base / "anna")


@pytest.fixture
def folder(anna, world):
    """Anna's folder, as it was cloned."""
    made = world.base / "mine"
    done = anna("office", "clone", world.site, made, "--office", "square")
    assert done.stdout == f"What the office square shows is in {made}.\n"
    return made


def publish(anna, world, folder, *words):
    return anna("office", "publish", folder, world.site, "--office", "square", *words)


def put(folder, **texts):
    for name, text in texts.items():
        path = folder / (name.replace("__", "/") + ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def test_a_cloned_folder_has_the_hours_of_today_and_can_be_published(anna, world, folder):
    assert sorted(path.name for path in folder.iterdir()) == [".published.json", "hours.yaml"]
    assert "10:00-16:00" in (folder / "hours.yaml").read_text("utf-8")
    put(
        folder,
        hours="hours: [Mon-Fri 12:00-18:00]\n",
        slides__cake="kind: picture\npicture: media/cake.png\n",
    )
    (folder / "media").mkdir()
    (folder / "media/cake.png").write_bytes(noise(77))
    assert "Nothing is wrong" in publish(anna, world, folder, "--dry-run").stdout
    done = publish(anna, world, folder)
    assert (done.exit_code, "shows version 2 of the office square" in done.stdout) == (0, True), done.stderr
    put(folder, notices__lift="text: Hissen är trasig\n")
    assert publish(anna, world, folder).exit_code == 0
    again = world.base / "again"
    assert anna("office", "clone", world.site, again, "--office", "square").exit_code == 0
    names = ["hours.yaml", "slides/cake.yaml", "notices/lift.yaml", "media/cake.png"]
    assert all((again / name).read_bytes() == (folder / name).read_bytes() for name in names)


def test_a_folder_that_lacks_the_work_of_a_colleague_is_refused(anna, world, folder):
    other = world.base / "other"
    anna("office", "clone", world.site, other, "--office", "square")
    assert publish(anna, world, other).exit_code == 0
    done = publish(anna, world, folder)
    assert (done.exit_code, "somebody else has published for the office square since" in done.stderr) == (
        1,
        True,
    )
    assert publish(anna, world, folder, "--replace").exit_code == 0


WRONG = {
    "feed": ("name: x\n", "office staff can change only hours.yaml, slides, notices and media"),
    "offices__square": ("name: x\n", "office staff can change only hours.yaml"),
    "playlists__all": ("slides: [hello]\n", "office staff can change only hours.yaml"),
    "hours": ("address: Annan 1\n", "hours.yaml:1:1: "),
    "notices__x": ("text: x\nwhere: {screens: [north]}\n", "notices/x.yaml:2:1: "),
    "slides__x": ("kind: picture\npicture: media/none.png\n", "there is no file media/none.png"),
    "slides__a--b": ("kind: message\ntitle: x\n", "an id without --"),
    "slides__hours": ("kind: hours\noffice: nowhere\n", "slides.square--hours.office: unknown office"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_not_theirs_or_wrong_is_told_with_its_place(anna, world, folder, name):
    text, said = WRONG[name]
    put(folder, **{name: text})
    done = publish(anna, world, folder)
    assert (done.exit_code, said in done.stderr) == (1, True), done.stderr
    assert not list(world.site.glob("targets/*office*"))


def test_a_picture_that_cannot_be_shown_is_told(anna, world, folder):
    put(folder, slides__x="kind: picture\npicture: media/x.png\n")
    (folder / "media").mkdir()
    (folder / "media/x.png").write_bytes(b"no picture")
    done = publish(anna, world, folder)
    assert (done.exit_code, "media/x.png" in done.stderr) == (1, True)


def test_staff_are_listed_added_and_removed(run, anna, world, folder):
    mine = ("--keys", world.keys)
    listed = run("site", "keys", "list", world.site, *mine).stdout
    assert "office-square anna" in " ".join(listed.split())
    gone = run("site", "staff", "remove", world.site, "anna", "--office", "square", *mine)
    assert gone.stdout == "anna may no longer change the office square.\n"
    done = publish(anna, world, folder)
    assert (done.exit_code, "may sign for office-square" in done.stderr) == (1, True)
    public = world.base / "anna/anna.pub"
    back = run("site", "staff", "add", world.site, public, "--office", "square", *mine)
    assert back.stdout.startswith("anna may change the office square with the key ")
    assert publish(anna, world, folder).exit_code == 0
    unknown = run("site", "staff", "add", world.site, public, "--office", "nowhere", *mine)
    assert "unknown office nowhere; there are north, square" in unknown.stderr


def test_staff_cannot_publish_the_feed(run, anna, world):
    done = anna("publish", "--quick", world.folder, world.site)
    assert (done.exit_code, "may sign for targets" in done.stderr) == (1, True)


def test_admins_of_today_sign_for_offices_after_a_rotation(run, world):
    done = run("site", "keys", "rotate", world.site, "targets", "targets", "--keys", world.keys)
    assert "The current admins may sign for the office square." in done.stdout
    state = world.admin().read()
    assert {*state.keyids("targets")} < {*state.keyids("office-square")}
    assert len(state.keyids("office-square")) == 2


def test_rights_tell_what_a_person_may_change(world):
    def rights(folder):
        return rights_of(SiteSession(FolderStorage(world.site), load_keyring(folder), days.now()))

    mine, admins = rights(world.base / "anna"), rights(world.keys)
    assert mine == Rights(feed=False, offices=("square",))
    assert [mine.may_change(file, "square") for file in ("hours.yaml", "slides/a.yaml", "media/a.png")] == [
        True
    ] * 3
    assert not any(
        mine.may_change(file, "square") for file in ("feed.yaml", "offices/square.yaml", "slides/a/b.yaml")
    )
    assert not any(mine.may_change(file) for file in (*NORTH, "hours.yaml"))
    assert not mine.may_change("hours.yaml", "north")
    assert admins == Rights(feed=True, offices=("square",))
    assert admins.may_change("offices/square.yaml")
