from urllib.parse import urlsplit

import pytest

from kiosk.feed.printable import safe_line
from kiosk.publish.publish_errors import HostError
from kiosk.publish.storage import locations
from kiosk.publish.storage.site_storage import open_host


@pytest.mark.parametrize("kind", ["sftp", "davs", "dav", "s3", "https"])
def test_a_password_in_an_address_is_refused_and_not_repeated(kind):
    with pytest.raises(HostError, match="has a password in it") as caught:
        open_host(f"{kind}://anna:hunter2@host.example/signs")
    assert "hunter2" not in safe_line(caught.value)


def test_a_broken_netrc_shows_no_word_of_it(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".netrc").write_text("machine host.example login anna password hunter2 hunter3\n")
    (tmp_path / ".netrc").chmod(0o600)
    with pytest.raises(HostError, match=r"^~/\.netrc, line [12]: ") as caught:
        open_host("davs://host.example/signs")
    assert "hunter" not in str(caught.value)


@pytest.mark.parametrize("place", ["ftp://host.example/signs", "https://host.example/", "davs://[::1"])
def test_other_addresses_are_refused(place):
    with pytest.raises(HostError):
        open_host(place)


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604])
def test_a_netrc_that_others_may_read_is_reported_as_such(tmp_path, monkeypatch, mode):
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".netrc").write_text("machine host.example login anna password hunter2\n")
    (tmp_path / ".netrc").chmod(mode)
    with pytest.raises(HostError, match=r"^others on this machine may read ~/\.netrc; run: chmod 600"):
        open_host("davs://host.example/signs")


def test_the_default_entry_of_netrc_is_sent_to_no_host(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".netrc").write_text("machine own.example login a password b\ndefault login c password d\n")
    (tmp_path / ".netrc").chmod(0o600)
    assert locations._password(urlsplit("davs://own.example/site")) == ("a", "b")
    assert locations._password(urlsplit("davs://other.example/site")) is None
