"""Folders as nobody should write them: each gives a clear problem at its place, or does no harm."""

import resource

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.feed.problems import Severity
from kiosk.publish.folder_source import check_folder
from tests.sync.world import ICONS, World

BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.fixture
def folder(tmp_path):
    return World(tmp_path).folder


def message(folder):
    return [str(problem) for problem in check_folder(folder, ICONS).problems]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (BOMB.encode(), "slides/hello.yaml:5:23: error: more than 50000 values in one file"),
        (b"kind: picture\n\tpicture: x\n", "slides/hello.yaml:2:1: error: not valid YAML: a tab"),
        ("kind: måndag".encode("latin-1"), "slides/hello.yaml:1:8: error: not UTF-8 text"),
        ("kind: hours".encode("utf-16"), "slides/hello.yaml:1:1: error: not UTF-8 text"),
        (b"kind: hours\nkind: times\n", "slides/hello.yaml:2:1: error: the key 'kind' is repeated"),
        (b"\x7fELF\x02\x01\x00", "slides/hello.yaml:1:1: error: a character that text cannot hold"),
        (b"kind: picture\npicture: media/../../secret\n", "slides/hello.yaml:2:10: error: "),
        (b"kind: picture\npicture: /etc/passwd\n", "slides/hello.yaml:2:10: error: "),
        (b"kind: message\ntitle: {no: Hei}\n", "slides/hello.yaml:2:9: error: unknown language 'no'"),
        (b"kind: message\ntitle: 10:30\n", None),
        (b"\xef\xbb\xbfkind: hours\n", None),
        (b"kind: &a hours\n", "slides/hello.yaml:1:7: error: '&a' is lost"),
        (b"[" * 100_000, "slides/hello.yaml:1:26: error: nested deeper than 24 levels"),
        (b"a" * (2 << 20), "slides/hello.yaml: error: larger than 1 MiB"),
    ],
)
def test_bad_text(folder, data, problem):
    (folder / "slides/hello.yaml").write_bytes(data)
    found = message(folder)
    assert any(line.startswith(problem) for line in found) if problem else not found


def test_unquoted_time_is_a_time(folder):
    office = (folder / "offices/square.yaml").read_text()
    (folder / "offices/square.yaml").write_text(office + "exceptions: {2026-12-24: 10:30-12:00}\n")
    assert message(folder) == []


@pytest.mark.parametrize(
    "name", ["😀 å.png", "x" * 250 + ".png", "👩🏽\u200d💻.png", "-rf.png", "\uff41.png"]
)
def test_names_of_media(folder, name):
    (folder / "media" / name).write_bytes(b"x")
    assert message(folder) == []


@pytest.mark.parametrize(
    "name", ["a\nb.png", "a\x1b[2J.png", "a\u202egnp.exe", "a\u200bb.png", "a\udcffb.png"]
)
def test_names_of_media_that_nobody_sees_whole(folder, name):
    (folder / "media" / name).write_bytes(b"x")
    (line,) = message(folder)
    assert "rename this file or its folder: its name has U+" in line
    assert line.isprintable()


@pytest.mark.parametrize("name", ["😀.yaml", "x" * 250 + ".yaml", "a b.yaml", "Å.yaml", ".yaml.yaml"])
def test_names_of_texts(folder, name):
    (folder / "slides" / name).write_bytes(b"kind: hours\n")
    found = message(folder)
    assert name.startswith(".") or "the file's name is the id" in "\n".join(found)


def test_media_of_50_mb_cost_no_memory(folder):
    with (folder / "media/huge.mp4").open("wb") as file:
        file.truncate(50 << 20)
    (folder / "slides/huge.yaml").write_bytes(b"#" * (50 << 20))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert any("slides/huge.yaml: error: larger than 1 MiB" in line for line in message(folder))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 40 << 10  # kilobytes


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["slides", "playlists", "screens", "offices", "topics", "notices"]),
    st.dictionaries(
        st.sampled_from(["kind", "title", "slides", "office", "when", "hours", "size", "languages", "link"]),
        st.sampled_from(
            ["hours", "[a, b]", "{sv: x}", "10:30", "tue 10:00-11:00", "&a [*a]", "!!x y", "'", "\t"]
        ),
    ),
)
def test_anything_in_any_file(folder, kind, content):
    text = "".join(f"{key}: {value}\n" for key, value in content.items())
    path = folder / kind / "any.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    checked = check_folder(folder, ICONS)
    assert (checked.feed is None) == any(each.severity is Severity.ERROR for each in checked.problems)
