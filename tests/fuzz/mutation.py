"""Files of ours as accident or malice could change them; the same for the same seed."""

import random
import re
from collections.abc import Callable, Sequence

MOST_BYTES = 256 << 10
MOST_CHANGES = 6
_NUMBER = re.compile(rb"-?[0-9]+")

TOKENS = (
    b"null",
    b"true",
    b"NaN",
    b"-0",
    b"1e999",
    b"9" * 400,
    b"-1",
    b"0",
    b"18446744073709551616",
    b'""',
    b"[]",
    b"{}",
    b"[" * 3000,
    b'{"a":' * 3000,
    b'"\\ud800"',
    b'"\\u0000"',
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\x00",
    b"\x1b[2J",
    "\u202e".encode(),
    "\u0667".encode(),
    b"\r\n",
    b"&a [*a]",
    b"!!python/object:os.system",
    b"? ",
    b"<<: *x",
    b"---\n",
    b"9999-12-31T23:59:59+23:59",
    b"0001-01-01T00:00:00-23:59",
    b"2026-02-30",
    b"24:00",
    b"P" + b"9" * 300 + b"Y",
    b"a" * 5000,
    b"../" * 50,
    b"%00",
    b"http://[::1",
    b"\x7f\xff\xff\xff",
    b"\x80\x00",
)
"""What readers have stumbled over elsewhere: ends of number ranges, depths, encodings, calendars, aliases."""

Change = Callable[[random.Random, bytearray, Sequence[bytes]], None]


def mutated(rng: random.Random, seeds: Sequence[bytes]) -> bytes:
    """Return a seed with a few random changes; now and then bytes that never were anything."""
    if rng.random() < 0.02:
        return rng.randbytes(rng.randrange(400))
    data = bytearray(rng.choice(seeds))
    for _ in range(rng.randint(1, MOST_CHANGES)):
        rng.choice(CHANGES)(rng, data, seeds)
    return bytes(data[:MOST_BYTES])


def _span(rng: random.Random, data: bytearray) -> slice:
    start = rng.randrange(len(data) + 1)
    return slice(start, start + rng.randrange(1, rng.choice((2, 8, 64, 4096))))


def _flip(rng: random.Random, data: bytearray, _seeds: Sequence[bytes]) -> None:
    if data:
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)


def _cut(rng: random.Random, data: bytearray, _seeds: Sequence[bytes]) -> None:
    del data[_span(rng, data)]


def _end_early(rng: random.Random, data: bytearray, _seeds: Sequence[bytes]) -> None:
    del data[rng.randrange(len(data) + 1) :]


def _repeat(rng: random.Random, data: bytearray, _seeds: Sequence[bytes]) -> None:
    span = _span(rng, data)
    data[span] = data[span] * rng.choice((2, 3, 100))


def _insert(rng: random.Random, data: bytearray, _seeds: Sequence[bytes]) -> None:
    at = rng.randrange(len(data) + 1)
    data[at:at] = rng.choice(TOKENS)


def _replace(rng: random.Random, data: bytearray, _seeds: Sequence[bytes]) -> None:
    data[_span(rng, data)] = rng.choice(TOKENS)


def _renumber(rng: random.Random, data: bytearray, _seeds: Sequence[bytes]) -> None:
    found = list(_NUMBER.finditer(data))
    if found:
        one = rng.choice(found)
        data[one.start() : one.end()] = rng.choice(TOKENS[:10])


def _splice(rng: random.Random, data: bytearray, seeds: Sequence[bytes]) -> None:
    other = bytearray(rng.choice(seeds))
    data[_span(rng, data)] = other[_span(rng, other)]


CHANGES: tuple[Change, ...] = (_flip, _cut, _end_early, _repeat, _insert, _replace, _renumber, _splice)
