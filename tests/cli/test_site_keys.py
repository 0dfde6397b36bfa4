"""`kiosk site keys`, `site refresh` and `site sign`: whose signatures count."""

import json

import pytest

from tests.cli.conftest import noise


def test_keys(run, world):
    mine = ("--keys", world.keys)
    assert run("site", "keys", "new", "anna", "--keys", world.base / "anna").exit_code == 0
    public = world.base / "anna/anna.pub"
    assert run("site", "keys", "add", world.site, "targets", public, *mine).exit_code == 0
    lines = run("site", "keys", "list", world.site, *mine).output.splitlines()
    names = ["root root", "targets targets", "targets anna", "online online", "slots slots", "live live"]
    assert [" ".join(line.split()[:2]) for line in lines] == names
    listed = json.loads(run("site", "keys", "list", world.site, *mine, "--json").output)
    assert [key["here"] for key in listed] == [True, True, False, True, True, True]
    assert run("site", "keys", "revoke", world.site, "targets", "anna", *mine).exit_code == 0
    done = run("site", "keys", "rotate", world.site, "online", "online", *mine)
    assert (done.exit_code, str(world.keys / "online-2.pem") in done.stdout) == (0, True)
    assert "online-2" in run("site", "keys", "list", world.site, *mine).output
    assert not (world.keys / "online.pem").exists()
    assert "no key of online" in run("site", "keys", "rotate", world.site, "online", "online", *mine).stderr
    assert run("publish", "--quick", world.folder, world.site, *mine).exit_code == 0


def test_key_is_rotated_by_the_beginning_of_its_id(run, world):
    mine = ("--keys", world.keys)
    listed = json.loads(run("site", "keys", "list", world.site, *mine, "--json").output)
    keyid = next(key["keyid"] for key in listed if key["kind"] == "targets")
    assert run("site", "keys", "rotate", world.site, "targets", keyid[:12], *mine).exit_code == 0
    assert (world.keys / "targets.pem.retired").exists()
    assert run("publish", "--quick", world.folder, world.site, *mine).exit_code == 0


@pytest.mark.parametrize(("kind", "name"), [("bogus", "root"), ("root", "anna"), ("online", "root")])
def test_rotation_that_cannot_be_makes_no_key(run, world, kind, name):
    before = sorted(world.keys.iterdir())
    assert run("site", "keys", "rotate", world.site, kind, name, "--keys", world.keys).exit_code == 1
    assert sorted(world.keys.iterdir()) == before


def test_the_only_key_is_not_revoked_and_the_way_out_is_reported(run, world):
    done = run("site", "keys", "revoke", world.site, "targets", "targets", "--keys", world.keys)
    assert done.exit_code == 1
    assert "replace a key with `kiosk site keys rotate`" in done.stderr


def test_refresh(run, world):
    mine = ("--keys", world.keys)
    assert run("site", "refresh", world.site, *mine).exit_code == 0
    (world.keys / "root.pem").unlink()
    done = run("site", "refresh", "--all", world.site, *mine)
    assert done.exit_code == 1
    assert done.stderr.startswith("kiosk: no key on this machine can sign root (until ")


def test_second_signature(run, world):
    world.publish()
    mine, hers = ("--keys", world.keys), ("--keys", world.base / "anna")
    run("site", "keys", "new", "anna", *hers)
    for name in ("root.json", "online.pem"):
        (world.base / "anna" / name).write_bytes((world.keys / name).read_bytes())
        (world.base / "anna" / name).chmod(0o600)
    public = world.base / "anna/anna.pub"
    assert run("site", "keys", "add", world.site, "targets", public, *mine).exit_code == 0
    both = ("site", "keys", "add", world.site, "targets", public, "--threshold", 2, *mine)
    assert f"the others must first run `kiosk site sign {world.site}`" in run(*both).stderr
    signed = run("site", "sign", "--yes", world.site, *hers).output.splitlines()
    assert {signed[0].partition(",")[0], signed[-1]} == {"targets", "Signed and published."}
    assert "added slides/hello" in signed
    assert run(*both).exit_code == 0
    world.write({"media/hello.png": noise(77)})
    assert "more signatures are needed" in run("publish", "--quick", world.folder, world.site, *mine).stderr
    done = run("site", "sign", "--yes", world.site, *hers)
    assert [line for line in done.output.splitlines() if line.startswith("changed")] == [
        "changed media/hello.png"
    ]
    assert done.output.endswith("Signed and published.\n")


def test_a_name_that_meets_another_key_is_reported(run, world):
    for folder in ("anna", "other"):
        run("site", "keys", "new", "anna", "--keys", world.base / folder)
    add = ("site", "keys", "add", world.site, "targets")
    first = run(*add, world.base / "anna/anna.pub", "--keys", world.keys)
    assert (first.exit_code, first.stderr) == (0, "")
    keyid = json.loads((world.base / "anna/anna.pub").read_text())["keyid"]
    assert first.stdout == f"anna may sign targets with the key {keyid}.\n"
    second = run(*add, world.base / "other/anna.pub", "--keys", world.keys)
    assert second.stderr == f"beware: there is another key named anna: {keyid}\n"


def test_second_signature_in_swedish(run, world, monkeypatch):
    world.publish()
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    mine, hers = ("--keys", world.keys), ("--keys", world.base / "anna")
    run("site", "keys", "new", "anna", *hers)
    for name in ("root.json", "online.pem"):
        (world.base / "anna" / name).write_bytes((world.keys / name).read_bytes())
        (world.base / "anna" / name).chmod(0o600)
    public = world.base / "anna/anna.pub"
    both = ("site", "keys", "add", world.site, "targets", public, "--threshold")
    message = run(*both, 9, *mine).stderr
    assert message.startswith("kiosk: 9 av de 2 nycklarna för targets kan inte krävas; --threshold anger")
    assert run(*both, 1, *mine).stdout.startswith("anna får signera targets, med nyckeln ")
    signed = run("site", "sign", "--yes", world.site, *hers).output.splitlines()
    assert "tillagt: slides/hello" in signed
    assert signed[-1] == "Signerat, och visas nu."
    message = run("site", "keys", "revoke", world.site, "targets", "bertil", *mine).stderr
    assert message == "kiosk: ingen nyckel för targets heter 'bertil'\n"
