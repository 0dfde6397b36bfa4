import re
from typing import get_args

import pytest
from typer.testing import CliRunner

from kiosk.cli.icons import icons
from kiosk.cli.main import COMMANDS, build
from kiosk.feed.constraints import keys_of
from kiosk.feed.file_templates import KINDS, SLIDE_KINDS, file_template
from kiosk.feed.models import Screen, Topic
from kiosk.feed.slides import MessageSlide, Slide
from kiosk.publish.folder_source import check_folder


@pytest.fixture
def run():
    app = build(COMMANDS)
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def feed(run, tmp_path):
    assert run("feed", "new", tmp_path / "feed").exit_code == 0
    return tmp_path / "feed"


def test_new_feed_has_no_mistake(run, feed):
    done = run("check", "--quick", "--strict", feed)
    assert (done.exit_code, done.stdout) == (0, "")


def test_new_feed_overwrites_nothing(run, feed):
    before = (feed / "feed.yaml").read_bytes()
    assert run("feed", "new", feed).exit_code == 1
    assert (feed / "feed.yaml").read_bytes() == before


@pytest.mark.parametrize("kind", KINDS)
def test_stub_is_a_part_of_the_feed(run, feed, kind):
    done = run("feed", "add", kind, "one-more", feed)
    assert done.exit_code == 0, done.output
    checked = check_folder(feed, icons())
    assert not checked.problems
    assert "one-more" in getattr(checked.feed, f"{kind}s")


@pytest.mark.parametrize("slide", SLIDE_KINDS)
def test_stub_of_each_kind_of_slide(run, feed, slide):
    """What it lacks is what only its author has: a file, or the host of a page."""
    done = run("feed", "add", "slide", "one-more", "--kind", slide, feed)
    assert done.exit_code == 0, done.output
    checked = check_folder(feed, icons())
    reported = [each.message for each in checked.problems]
    assert all("there is no file" in each or "web_hosts" in each for each in reported), reported
    assert f"kind: {slide} #" in (feed / "slides/one-more.yaml").read_text(encoding="utf-8")


def test_kinds_of_slides_are_those_that_there_are():
    models = get_args(get_args(Slide)[0])
    assert list(SLIDE_KINDS) == [get_args(keys_of(model)["kind"])[0] for model in models]


@pytest.mark.parametrize("kind", ["slide", "topic", "notice", "office"])
def test_words_of_a_stub_are_reported_once_they_are_to_be_shown(run, feed, kind):
    run("feed", "add", kind, "one-more", feed)
    if kind == "slide":
        done = run("check", "--quick", feed)
        reported = [line for line in done.stdout.splitlines() if "slides/one-more.yaml" in line]
        assert (done.exit_code, len(reported)) == (0, 2)
        assert "warning: not used: this slide is in no playlist; add 'one-more' to" in reported[0]
        assert "warning: the template text is still here" in reported[1]
        path = feed / "playlists/everyday.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("[", "[one-more, "), encoding="utf-8")
    done = run("check", "--quick", feed)
    assert done.exit_code == 1
    assert f"{kind}s/one-more.yaml" in done.output
    assert "the template text is still here" in done.output


def test_stub_names_the_kinds_of_slides_that_there_are(run, feed):
    run("feed", "add", "slide", "one-more", feed)
    named = re.search("one of (.*):", (feed / "slides/one-more.yaml").read_text(encoding="utf-8"))[1]
    (feed / "slides/one-more.yaml").write_text("kind: none\n", encoding="utf-8")
    (problem,) = check_folder(feed, icons()).problems
    assert f"unknown kind 'none'; one of {named}" == problem.message


def test_editors_are_reported_of_the_schema(run, feed):
    run("feed", "add", "slide", "one-more", feed)
    files = sorted(feed.rglob("*.yaml"))
    assert len(files) == 8
    for path in files:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        schema = path.parent / first.removeprefix("# yaml-language-server: $schema=")
        assert "Infodisk: " in schema.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_stub_comments_out_can_be_said(run, feed, kind):
    run("feed", "add", kind, "one-more", feed)
    path = feed / f"{kind}s/one-more.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text(
        "\n".join(line.removeprefix("# ").removeprefix("#") for line in lines[2:]), encoding="utf-8"
    )
    reported = [
        problem
        for problem in check_folder(feed, icons()).problems
        if "there is no file" not in problem.message
    ]
    assert not reported


@pytest.mark.parametrize(("kind", "model"), [("slide", MessageSlide), ("topic", Topic), ("screen", Screen)])
def test_stub_has_every_key(kind, model):
    text = file_template(kind, ["sv"], {})
    assert set(re.findall(r"^(?:# )?([a-z_]+):", text, re.MULTILINE)) == set(keys_of(model))


@pytest.mark.parametrize(
    ("words", "code", "reported"),
    [
        (("media", "x"), 2, "cannot be added"),
        (("slide", "x", "--kind", "bild"), 2, "there is no kind of slide"),
        (("topic", "x", "--kind", "picture"), 2, "for slides only"),
        (("slide", "Not An Id"), 2, "an id of lower-case"),
        (("slide", "welcome"), 1, "already exists"),
    ],
)
def test_what_cannot_be_added(run, feed, words, code, reported):
    done = run("feed", "add", *words, feed)
    assert done.exit_code == code
    assert reported in done.output.replace("\n", " ")


def test_folder_that_is_no_feed(run, tmp_path):
    done = run("feed", "add", "slide", "x", tmp_path)
    assert (done.exit_code, "is not a feed" in done.stderr) == (1, True)
    (tmp_path / "feed.yaml").write_text("languages: 3\n")
    assert "declares no languages" in run("feed", "add", "slide", "x", tmp_path).stderr


def test_schema_of_a_kind(run, tmp_path):
    assert '"title": "Infodisk: slide"' in run("feed", "schema", "slide").output
    assert run("feed", "schema", "-o", tmp_path).exit_code == 0
    assert (tmp_path / "office.json").is_file()
    assert run("feed", "schema").exit_code == run("feed", "schema", "slides").exit_code == 2
