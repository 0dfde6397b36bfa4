"""`kiosk feed translations`: a folder on disk, a file to a translator, and what is printed."""

import re
import shutil
from pathlib import Path

import pytest

from kiosk.publish.folder_source import read_source

SAMPLE = Path(__file__).resolve().parents[2] / "playlists"


@pytest.fixture
def folder(tmp_path):
    for part in ("feed.yaml", "topics", "notices"):
        copy = shutil.copytree if (SAMPLE / part).is_dir() else shutil.copyfile
        (tmp_path / "feed").mkdir(exist_ok=True)
        copy(SAMPLE / part, tmp_path / "feed" / part)
    return tmp_path / "feed"


def done(run, *words):
    found = run("feed", "translations", *words)
    return found.exit_code, found.output


@pytest.mark.parametrize("name", ["all.xlf", "so.po"])
def test_out_and_in_changes_no_file(run, folder, tmp_path, name):
    before = read_source(folder).texts
    language = ("--language", "so") if name == "so.po" else ()
    assert done(run, folder, "--export", tmp_path / name, *language)[0] == 0
    code, output = done(run, folder, "--import", tmp_path / name)
    assert code == 0
    assert "so: changed 0, unchanged" in output
    assert read_source(folder).texts == before


def test_a_change_is_written_unless_it_is_a_dry_run(run, folder, tmp_path):
    path = tmp_path / "so.po"
    done(run, folder, "--export", path, "--language", "so")
    path.write_text(path.read_text("utf-8").replace('"Raadinta guri"', '"Guri raadin"'), encoding="utf-8")
    before = read_source(folder).texts
    code, output = done(run, folder, "--import", path, "--dry-run")
    assert (code, read_source(folder).texts) == (0, before)
    assert "topics/housing.yaml:5: so changed" in output
    assert done(run, folder, "--import", path)[0] == 0
    after = read_source(folder).texts
    assert after.pop("translations.yaml")
    housing = before["topics/housing.yaml"].replace(b"  so: Raadinta guri\n", b"  so: Guri raadin\n")
    assert after == before | {"topics/housing.yaml": housing}


def test_what_is_refused_is_reported_and_the_command_fails(run, folder, tmp_path):
    path = tmp_path / "so.po"
    done(run, folder, "--export", path, "--language", "so")
    path.write_text(path.read_text("utf-8").replace('"Raadinta guri"', '""'), encoding="utf-8")
    before = read_source(folder).texts
    code, output = done(run, folder, "--import", path)
    assert code == 1
    assert "topics/housing.yaml:8:3: error: empty, but the feed has a translation" in output
    assert read_source(folder).texts == before


@pytest.mark.parametrize(
    ("words", "code", "printed"),
    [
        (["--export", "a.doc"], 2, "must end in one of"),
        (["--export", "a.po"], 2, "a PO file holds one language"),
        (["--export", "a.xlf", "--language", "de"], 1, "the feed is not translated into de"),
        (["--reviewer", "A"], 2, "go with --import"),
        (["--export", "a.xlf", "--track"], 2, "give one of"),
    ],
)
def test_wrong_usage_writes_nothing(run, folder, words, code, printed):
    words = [str(folder.parent / each) if each.startswith("a.") else each for each in words]
    found, output = done(run, folder, *words)
    assert (found, printed in " ".join(output.replace("│", " ").split())) == (code, True), output
    assert [path.name for path in folder.parent.iterdir()] == ["feed"]


def test_a_file_that_exists_or_would_lie_in_the_feed_is_not_written(run, folder, tmp_path):
    path = tmp_path / "so.xlf"
    path.write_bytes(b"mine")
    assert "already exists" in done(run, folder, "--export", path)[1]
    assert path.read_bytes() == b"mine"
    assert "is inside the feed" in done(run, folder, "--export", folder / "so.xlf")[1]


def test_the_language_of_a_file_must_be_the_one_that_is_asked_for(run, folder, tmp_path):
    done(run, folder, "--export", tmp_path / "so.po", "--language", "so")
    code, output = done(run, folder, "--import", tmp_path / "so.po", "--language", "ar")
    assert code == 1
    assert "holds translations into so, not into ar" in output


def test_without_an_option_it_tells_what_is_left(run, folder):
    code, output = done(run, folder)
    assert code == 0
    texts = int(re.search(r"^so: texts (\d+), ", output, re.MULTILINE)[1])
    assert f"so: texts {texts}, not translated 0, stale 0, drafts {texts}\n" in output
    done(run, folder, "--track")
    housing = folder / "topics/housing.yaml"
    housing.write_bytes(housing.read_bytes().replace("sv: Söka bostad\n".encode(), b"sv: Bostad\n"))
    code, output = done(run, folder, "--language", "so")
    assert (code, output) == (0, f"so: texts {texts}, not translated 0, stale 1, drafts {texts - 1}\n")


@pytest.mark.parametrize(
    ("language", "written"),
    [("so", "so_SO"), ("so", "so-DJ"), ("so", "SO"), ("fa", "fa_IR"), ("fa_AF", "fa-AF")],
)
def test_a_language_may_come_back_with_its_region(run, folder, tmp_path, language, written):
    path = tmp_path / "it.po"
    done(run, folder, "--export", path, "--language", language)
    path.write_text(
        path.read_text("utf-8").replace(f"Language: {language}\\n", f"Language: {written}\\n"), "utf-8"
    )
    code, output = done(run, folder, "--import", path)
    assert (code, f"{language}: changed 0, unchanged" in output) == (0, True), output


def test_a_file_that_does_not_say_its_language_takes_the_one_that_is_asked_for(run, folder, tmp_path):
    path = tmp_path / "so.po"
    done(run, folder, "--export", path, "--language", "so")
    path.write_text(path.read_text("utf-8").replace('"Language: so\\n"\n', ""), encoding="utf-8")
    code, output = done(run, folder, "--import", path)
    assert (code, "so.po does not say its language; choose it with --language" in output) == (1, True)
    code, output = done(run, folder, "--import", path, "--language", "so")
    assert (code, "so: changed 0, unchanged" in output) == (0, True)


def test_texts_that_did_not_come_back_are_told(run, folder, tmp_path):
    path = tmp_path / "so.po"
    done(run, folder, "--export", path, "--language", "so")
    path.write_text("\n\n".join(path.read_text("utf-8").strip().split("\n\n")[:-3]) + "\n", encoding="utf-8")
    said = "so: texts missing from the file, which were not changed: 3"
    assert said in done(run, folder, "--import", path)[1]
