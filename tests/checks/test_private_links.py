"""A link to a host on the office's private network is reported at its position."""

import pytest

from tests.checks.conftest import TEXTS

OFFICE = TEXTS["offices/torg"]


@pytest.mark.parametrize(
    "host", ["intranet", "localhost", "10.0.0.1", "192.168.1.7:8443", "boka.local", "boka.corp", "0x7f.1"]
)
def test_a_link_that_no_telephone_opens_is_reported(reported, host):
    (found,) = reported({"offices/torg": OFFICE.replace("book.example", f"{host}/boka")})
    assert found.startswith("offices/torg.yaml:4:17: warning: visitors' phones cannot open ")
    assert host.partition(":")[0] in found


def test_also_in_a_slide(reported):
    slide = "kind: qr\ntitle: {sv: Boka, en: Book}\nlink: https://intranet/boka\n"
    assert any(
        each.startswith("slides/hello.yaml:3:7: warning: visitors' phones cannot open intranet:")
        for each in reported({"slides/hello": slide})
    )


@pytest.mark.parametrize(
    "link", ["https://book.example/a", "https://book.example/{office}", "https://80.0.0.1/"]
)
def test_other_links_are_not(reported, link):
    assert reported({"offices/torg": OFFICE.replace("https://book.example", link)}) == []
