import paramiko
import pytest

from kiosk.publish.storage import known_hosts
from kiosk.publish.storage.known_hosts import KnownHosts, distrusted

KEY = paramiko.ECDSAKey.generate()
OTHER = paramiko.ECDSAKey.generate()
HOST = "[signs.example]:2222"
HASHED = paramiko.HostKeys.hash_host(HOST)


def line(key=KEY, hosts=HOST, marker=""):
    return f"{marker}{' ' if marker else ''}{hosts} {key.get_name()} {key.get_base64()} a comment"


@pytest.mark.parametrize(
    "lines",
    [
        [line()],
        [line(hosts=HASHED)],
        [line(hosts=f"other.example,{HOST}")],
        [line(key=OTHER), line()],
        ["", "# a comment", "nonsense", "a b c", line(marker="@cert-authority"), f"  {line()}"],
        [line(key=OTHER, marker="@revoked"), line()],
    ],
)
def test_a_host_with_a_listed_key_is_known(lines):
    assert distrusted(lines, HOST, KEY) == ""


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([], "is not known"),
        ([line(hosts="other.example")], "is not known"),
        ([line(marker="@cert-authority")], "is not known"),
        ([line(hosts=f"!{HOST},{HOST}")], "is not known"),
        ([line(key=OTHER)], "differs from the known one"),
        ([line(key=OTHER, hosts=HASHED)], "differs from the known one"),
        ([line(marker="@revoked")], "is marked as revoked"),
        ([line(), line(marker="@revoked")], "is marked as revoked"),
        ([line(marker="@revoked", hosts="*"), line()], "is marked as revoked"),
        ([line(marker="@revoked", hosts=HASHED), line()], "is marked as revoked"),
        ([line(marker="@revoked\t").replace(" ", "\t"), line()], "is marked as revoked"),
    ],
)
def test_why_a_host_is_not_trusted(lines, message):
    assert distrusted(lines, HOST, KEY).startswith(message)


@pytest.fixture
def files(tmp_path, monkeypatch):
    """The user's and the system's files, which do not exist yet."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(known_hosts, "SYSTEM_FILE", tmp_path / "ssh_known_hosts")
    (tmp_path / ".ssh").mkdir()
    return tmp_path / ".ssh/known_hosts", tmp_path / "ssh_known_hosts"


def test_a_key_that_the_system_revokes_is_refused(files):
    own, system = files
    own.write_text(line(), encoding="utf-8")
    KnownHosts().missing_host_key(None, HOST, KEY)
    system.write_text(line(marker="@revoked", hosts="*"), encoding="utf-8")
    with pytest.raises(paramiko.SSHException, match="is marked as revoked"):
        KnownHosts().missing_host_key(None, HOST, KEY)


def test_a_host_that_the_system_knows_is_known(files):
    files[1].write_text(line(), encoding="utf-8")
    KnownHosts().missing_host_key(None, HOST, KEY)
    with pytest.raises(paramiko.SSHException, match="differs from the known one"):
        KnownHosts().missing_host_key(None, HOST, OTHER)
