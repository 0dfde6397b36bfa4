"""Which hosts are on a private network, and which are on the internet."""

import socket

import pytest

from kiosk.feed import private_hosts
from kiosk.feed.private_hosts import is_public, is_written_private


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "2606:4700::1111", "64:ff9b::101:101", "::ffff:1.1.1.1", "2002:101:101::1"]
)
def test_addresses_of_the_internet(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.9.9.9", "0.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
        *("100.64.0.1", "192.0.2.1", "224.0.0.1", "255.255.255.255", "240.0.0.1", "198.18.0.1"),
        *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::7f00:1", "64:ff9b::a00:1", "64:ff9b::7f00:1"),
        *("::ffff:169.254.169.254", "::ffff:0:7f00:1", "::ffff:c0a8:101", "64:ff9b::c0a8:101", "0.0.0.0"),  # noqa: S104  # only parsed
        *("2002:7f00:1::1", "2002:a00:1::1", "2001:0:7f00:1::1", "64:ff9b:1::1"),
    ],
)
def test_addresses_that_are_not_on_the_internet(address):
    assert not is_public(address)


@pytest.mark.parametrize("host", ["kartor.example", "1.1.1.1", "16843009", "0x1.1.1.1", "homelan.example"])
def test_a_name_on_the_internet_is_not_private_by_itself(host):
    assert not is_written_private(host)


FORMS = (
    *("0", "1", "7", "010", "08", "0x", "0x1f", "0X1F", "255", "256", "65535", "65536", "16777216"),
    *("4294967296", "-1", "+1", "", "a", "1_0", "000000000000000007", "0x000000000000000000ff"),
)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_an_address_is_read_as_the_c_library_reads_it(count):
    for first in FORMS:
        for last in FORMS:
            host = ".".join([first, *["1"] * (count - 2), last][-count:])
            try:
                known = socket.inet_ntoa(socket.inet_aton(host)) if host.strip() == host else ""
            except OSError:
                known = ""
            assert private_hosts._numeric(host) == known, host
