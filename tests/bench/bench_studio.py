"""The Studio: from a key to the changed preview, a feed of 1,000 slides to its first pictures, and memory.

It loads nothing itself: the drawing process, as Python starts it, loads the program's first module once more,
and that of `kiosk` loads as little.
"""

from tests.bench.rows import print_rows


def rows():
    from tests.bench.studio_measures import rows  # noqa: PLC0415  # see above

    yield from rows()


if __name__ == "__main__":
    print_rows(rows())
