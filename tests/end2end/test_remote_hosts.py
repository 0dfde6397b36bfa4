"""Publishing to real servers: OpenSSH's SFTP, a WebDAV server and an S3 server, with the real command line.

Each must end with a site that a kiosk takes, and leave nothing half done on the server.
"""

import gc
import logging
import os
import secrets
import shutil
import socket
import subprocess
import sys
import threading
from pathlib import Path

import boto3
import pytest
from cheroot import wsgi
from moto.server import ThreadedMotoServer
from wsgidav.wsgidav_app import WsgiDAVApp

from kiosk.publish.publish_lease import Lease
from kiosk.publish.storage.locations import open_remote
from kiosk.publish.storage.remote_storage import LOCK
from tests import days
from tests.cli.conftest import noise
from tests.sync.world import World, serving

PATIENCE_S = 20

ROOT = Path(__file__).resolve().parents[2]
CODE = "from kiosk.cli import icons\nicons.icons = lambda: {'home'}\nfrom kiosk.cli.main import main\nmain()"

SMALL, LARGE = noise(99), noise(3050)
"""Pictures of 10 kB and 9 MB: the second is uploaded in parts."""


class Remote:
    """A place on a server: its address for the command line, and how to look into it from behind."""

    def __init__(self, place, env, files):
        self.place = place
        self.env = {**os.environ, "PYTHONPATH": str(ROOT), **env}
        self.files = files

    def kiosk(self, *words):
        command = [sys.executable, "-W", "ignore", "-c", CODE, *map(str, words)]
        return subprocess.run(
            command, env=self.env, capture_output=True, text=True, timeout=120, check=False, cwd="/"
        )


class Folder:
    """What a server keeps in a folder."""

    def __init__(self, folder):
        self.folder = folder

    def names(self):
        return {p.relative_to(self.folder).as_posix() for p in self.folder.rglob("*") if p.is_file()}

    def put(self, name, data):
        (self.folder / name).write_bytes(data)

    def copy_to(self, folder):
        shutil.copytree(self.folder, folder)


class Bucket:
    """What the S3 server keeps."""

    def __init__(self, bucket):
        self.bucket = bucket

    def names(self):
        return {each.key.removeprefix("signs/") for each in self.bucket.objects.all()}

    def put(self, name, data):
        self.bucket.put_object(Key=f"signs/{name}", Body=data)

    def copy_to(self, folder):
        for each in self.bucket.objects.all():
            path = folder / each.key.removeprefix("signs/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(each.get()["Body"].read())


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def ssh_key(path):
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", path], check=True)
    return path


@pytest.fixture
def sftp(tmp_path):
    """OpenSSH's server on loopback, with a key of its own and one for us."""
    home, port = tmp_path / "home", free_port()
    (home / ".ssh").mkdir(parents=True, mode=0o700)
    host, mine = ssh_key(tmp_path / "host_key"), ssh_key(home / ".ssh/id_ed25519")
    known = Path(f"{host}.pub").read_text().split()
    (home / ".ssh/known_hosts").write_text(f"[127.0.0.1]:{port} {known[0]} {known[1]}\n")
    config = tmp_path / "sshd_config"
    config.write_text(
        f"ListenAddress 127.0.0.1:{port}\nHostKey {host}\nAuthorizedKeysFile {mine}.pub\n"
        f"PidFile none\nStrictModes no\nUsePAM no\nPasswordAuthentication no\nSubsystem sftp internal-sftp\n"
    )
    if os.getuid() == 0:
        Path("/run/sshd").mkdir(parents=True, exist_ok=True)
    with subprocess.Popen(["/usr/sbin/sshd", "-D", "-e", "-f", config], stderr=subprocess.PIPE) as server:
        wait_for(server, b"listening")
        user = subprocess.run(["id", "-un"], capture_output=True, text=True, check=True).stdout.strip()
        site = tmp_path / "remote"
        yield Remote(f"sftp://{user}@127.0.0.1:{port}{site}", {"HOME": str(home)}, Folder(site))
        server.terminate()


def wait_for(process, word):
    for line in process.stderr:
        if word in line:
            return
    pytest.fail(f"{process.args[0]} did not start")


@pytest.fixture
def webdav(tmp_path):
    """WsgiDAV on loopback, with a name and a password."""
    home, site = tmp_path / "home", tmp_path / "remote"
    home.mkdir()
    site.mkdir()
    netrc = home / ".netrc"
    netrc.write_text("machine 127.0.0.1 login admin password secret\n")
    netrc.chmod(0o600)
    logging.getLogger("wsgidav").setLevel(logging.CRITICAL)  # it warns of what a test server may do
    users = {"user_mapping": {"*": {"admin": {"password": "secret"}}}}
    app = WsgiDAVApp(
        {"provider_mapping": {"/": str(site)}, "simple_dc": users, "logging": {"enable": False}, "verbose": 0}
    )
    server = wsgi.Server(("127.0.0.1", 0), app)
    server.prepare()
    thread = threading.Thread(target=server.serve)
    thread.start()
    yield Remote(f"dav://127.0.0.1:{server.bind_addr[1]}/", {"HOME": str(home)}, Folder(site))
    server.stop()
    thread.join()


@pytest.fixture
def s3(tmp_path):
    """Moto's S3 server on loopback."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    env = {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}", "AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "y",
        "AWS_DEFAULT_REGION": "eu-north-1", "HOME": str(tmp_path),
    }  # fmt: skip
    name = f"feeds-{secrets.token_hex(4)}"  # the server remembers those of the tests before
    session = boto3.Session("x", "y", region_name="eu-north-1")
    bucket = session.resource("s3", endpoint_url=env["AWS_ENDPOINT_URL"]).create_bucket(
        Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-north-1"}
    )
    yield Remote(f"s3://{name}/signs", env, Bucket(bucket))
    server.stop()


@pytest.fixture(params=["sftp", "webdav", "s3"])
def remote(request):
    return request.getfixturevalue(request.param)


@pytest.fixture
def world(tmp_path, remote):
    """An admin with a folder, whose site lies on the remote host."""
    made = World(tmp_path / "admin")
    made.keys = tmp_path / "keys"
    done = remote.kiosk("site", "init", remote.place, "--keys", made.keys)
    assert done.returncode == 0, done.stderr
    made.root = made.keys / "root.json"
    made.write({"media/hello.png": SMALL, "media/door.png": SMALL})
    return made


def publish(world, remote):
    return remote.kiosk("publish", "--quick", world.folder, remote.place, "--keys", world.keys)


def test_publish_change_and_roll_back(world, remote, tmp_path):
    done = publish(world, remote)
    assert (done.returncode, done.stderr) == (0, "")
    first = remote.files.names()
    assert "metadata/timestamp.json" in first
    assert not [name for name in first if name.endswith(".new") or name == LOCK]
    world.write({"media/hello.png": LARGE})
    assert publish(world, remote).returncode == 0
    assert len([name for name in remote.files.names() - first if name.startswith("media/")]) == 1
    check(world, remote, tmp_path / "two", LARGE)
    assert remote.kiosk("site", "rollback", remote.place, "--keys", world.keys).returncode == 0
    check(world, remote, tmp_path / "three", SMALL)
    assert remote.kiosk("slots", remote.place, "--keys", world.keys).returncode == 0


def check(world, remote, folder, picture):
    """A new kiosk shows what is on the host now."""
    remote.files.copy_to(folder)
    world.base = folder.with_suffix(".kiosk")
    with serving(folder) as server:
        poll = world.kiosk(url=server.url).poll()
    assert poll.problem == ""
    assert poll.generation.media("media/hello.png").read_bytes() == picture


def test_only_what_changed_is_written(world, remote):
    publish(world, remote)
    media = {name for name in remote.files.names() if name.startswith("media/")}
    done = remote.kiosk("publish", "--quick", "--dry-run", world.folder, remote.place, "--keys", world.keys)
    assert done.stdout == "0 media files would be written, 0.0 MB. Nothing was changed.\n"
    assert {name for name in remote.files.names() if name.startswith("media/")} == media


# `kiosk publish` is another process and compares a lease with the real time: these begin at the real time.


def test_second_publisher_is_told_to_wait(world, remote):
    lease = Lease(token="token", machine="elsewhere", process=1, since=days.now())  # noqa: S106  # no password
    remote.files.put(LOCK, lease.write())
    done = publish(world, remote)
    assert done.returncode == 1
    assert "another publish" in done.stderr
    assert "elsewhere since" in done.stderr


def test_lease_of_a_process_that_was_killed_is_void(world, remote):
    ended = subprocess.Popen(["true"])
    ended.wait()
    machine, now = socket.gethostname(), days.now()
    lease = Lease(token="token", machine=machine, process=ended.pid, since=now)  # noqa: S106  # no password
    remote.files.put(LOCK, lease.write())
    assert publish(world, remote).returncode == 0


def test_site_without_init_is_reported(remote, tmp_path):
    world = World(tmp_path / "admin")
    done = publish(world, remote)
    assert done.returncode == 1
    assert "kiosk site init" in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_connection_to_a_site_ends_with_its_use(sftp, monkeypatch):
    """The Studio looks at its site again and again."""
    monkeypatch.setenv("HOME", sftp.env["HOME"])
    before = set(threading.enumerate())
    assert open_remote(sftp.place).read("nothing", 1) is None
    gc.collect()
    for thread in set(threading.enumerate()) - before:
        thread.join(PATIENCE_S)
        assert not thread.is_alive()


def test_unknown_ssh_host_is_refused(sftp, tmp_path):
    (tmp_path / "home/.ssh/known_hosts").unlink()
    done = sftp.kiosk("site", "init", sftp.place, "--keys", tmp_path / "keys")
    assert done.returncode == 1
    assert "known hosts: " in done.stderr


def test_wrong_password_is_reported(webdav, tmp_path):
    (tmp_path / "home/.netrc").write_text("machine 127.0.0.1 login admin password wrong\n")
    done = webdav.kiosk("site", "init", webdav.place, "--keys", tmp_path / "keys")
    assert done.returncode == 1
    assert "401" in done.stderr


@pytest.mark.parametrize(
    ("place", "printed"), [("ftp://x/y", "a site is a folder"), ("dav://x.example/y", "davs://")]
)
def test_addresses_that_are_refused(tmp_path, place, printed):
    remote = Remote(place, {}, None)
    done = remote.kiosk("site", "init", place, "--keys", tmp_path / "keys")
    assert done.returncode == 1
    assert printed in done.stderr
