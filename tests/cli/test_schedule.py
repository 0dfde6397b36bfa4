import json
from collections import Counter
from xml.etree import ElementTree as ET

import pytest
from typer.testing import CliRunner

from kiosk.cli.main import build
from tests.sync.world import ICONS, World

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def run(monkeypatch, tmp_path):
    monkeypatch.setattr("kiosk.cli.icons.icons", lambda: ICONS)
    monkeypatch.setenv("COLUMNS", "120")
    world = World(tmp_path)
    (slide, *_) = sorted(path.stem for path in (world.folder / "slides").glob("*.yaml"))
    for old in (world.folder / "playlists").glob("*.yaml"):
        old.unlink()
    rules = {
        "always": "",
        "drill": "takeover: true\nwhen: {hours: [tue 12:00-12:30]}",
        "far": "where: {except: {screens: [hall]}}",
        "skip": "priority: 1\nwhen: {holidays: skip, since: 2026-12-01}",
    }
    world.write(
        {f"playlists/{name}.yaml": f"slides: [{slide}]\n{rule}\n".encode() for name, rule in rules.items()}
    )
    app = build(["schedule", "check"])
    return lambda *words: CliRunner().invoke(app, ["schedule", str(world.folder), *map(str, words)])


def test_it_says_what_is_on_and_why(run):
    done = run("--screen", "hall", "--at", "2026-12-24 12:00")
    assert done.exit_code == 0, done.output
    assert "hall, Thu 2026-12-24 12:00: always until Sun 2026-12-27 00:00" in done.output
    rows = [
        [cell.strip() for cell in line.split("│")[1:-1]] for line in done.output.splitlines() if "│" in line
    ]
    assert rows == [
        ["on", "always", "always", ""],
        ["", "drill", "not within tue 12:00-12:30", "Tue 2026-12-29 12:00"],
        ["", "skip", "not on holidays: Julafton", "Sun 2026-12-27 00:00"],
        ["", "far", "not for this screen", ""],
    ]


def test_it_says_what_a_playlist_waits_for(run):
    done = run("--screen", "hall", "--at", "2026-12-29T11:15:00+00:00", "--json")
    printed = json.loads(done.output)
    assert (printed["at"], printed["until"], printed["takeover"]) == (
        "2026-12-29T12:15+01:00",
        "2026-12-29T12:30+01:00",
        True,
    )
    assert [(each["playlist"], each["on"], each["why"]) for each in printed["why"]] == [
        ("drill", True, "takeover; tue 12:00-12:30"),
        ("skip", False, "waits for drill: takeover"),
        ("always", False, "waits for drill: takeover"),
        ("far", False, "not for this screen"),
    ]


@pytest.mark.parametrize(
    ("assumed", "on", "why"),
    [
        ((), False, "weather not known, not snow, alert not known, not none"),
        (("--weather", "snow"), False, "alert not known, not none"),
        (("--weather", "rain", "--alert", "none"), False, "weather rain, not snow"),
        (("--weather", "snow", "--alert", "gas"), False, "alert gas, not none"),
        (("--weather", "snow", "--alert", "none"), True, "always"),
    ],
)
def test_it_says_which_condition_of_a_slide_is_not_met(run, tmp_path, assumed, on, why):
    world = World(tmp_path / "other")
    world.write({
        "slides/slippery.yaml": b"kind: message\ntitle: Halt ute\nwhen: {weather: snow, alert: none}\n",
        "playlists/winter.yaml": b"slides: [slippery]\n",
    })  # fmt: skip
    args = ("schedule", str(world.folder), "--screen", "hall", "--at", "2026-12-24 12:00", "--json", *assumed)
    printed = json.loads(CliRunner().invoke(build(["schedule", "check"]), args).output)
    (found,) = (each for each in printed["why"] if each["playlist"] == "winter")
    assert (found["on"], "slippery" in printed["slides"]) == (on, on)
    assert why in found["why"]


def test_week_has_no_gap(run):
    printed = json.loads(run("--screen", "hall", "--week", "2026-12-24", "--json").output)["stretches"]
    assert (printed[0]["from"], printed[-1]["until"]) == ("2026-12-21T00:00+01:00", "2026-12-28T00:00+01:00")
    assert [each["from"] for each in printed[1:]] == [each["until"] for each in printed[:-1]]
    assert [each["playlists"] for each in printed] == [["skip"], ["drill"], ["skip"], ["always"], ["skip"]]


def test_week_as_a_table(run):
    done = run("--screen", "hall", "--week", "2026-12-24")
    assert "Tue 2026-12-22 12:00 │ Tue 2026-12-22 12:30 │ drill (takeover)" in done.output


@pytest.mark.parametrize(("week", "hours"), [("2026-03-29", 23), ("2026-10-25", 25)])
def test_week_is_drawn_as_long_as_its_days_are(run, tmp_path, week, hours):
    drawing = tmp_path / "week.svg"
    assert run("--screen", "hall", "--week", week, "--svg", drawing).exit_code == 0
    blocks = ET.parse(drawing).getroot().findall(f"{SVG}g")  # noqa: S314  # our own drawing
    widths = Counter()
    for rect in (block.find(f"{SVG}rect") for block in blocks):
        widths[rect.get("y")] += float(rect.get("width"))
    *usual, sunday = [width / 44 for width in widths.values()]
    assert (usual, sunday) == ([24] * 6, hours)
    titles = [block.find(f"{SVG}title").text for block in blocks]
    assert sum("drill" in title for title in titles) == 1


def test_what_a_short_block_has_no_room_for_is_reported_beside_its_colour(run, tmp_path):
    run("--screen", "hall", "--week", "2026-12-24", "--svg", tmp_path / "week.svg")
    drawing = ET.parse(tmp_path / "week.svg").getroot()  # noqa: S314  # our own drawing
    block = next(each for each in drawing.iter(f"{SVG}g") if "drill" in each.find(f"{SVG}title").text)
    assert not block.find(f"{SVG}text").text
    legend = [each for each in drawing if each.tag != f"{SVG}g"]
    named = next(index for index, each in enumerate(legend) if each.text == "drill")
    assert legend[named - 1].get("fill") == block.find(f"{SVG}rect").get("fill")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--screen", "hal"), "did you mean 'hall'"),
        (("--screen", "hall", "--at", "noon"), "expected a time"),
        (("--screen", "hall", "--week", "noon"), "expected a day"),
        (("--screen", "hall", "--week", "2026-12-24", "--at", "2026-12-24 12:00"), "give either --at"),
    ],
)
def test_wrong_usage_is_2(run, words, message):
    done = run(*words)
    assert done.exit_code == 2
    assert message in " ".join(done.output.replace("│", " ").split())


def test_wrong_feed_is_1(run, tmp_path):
    (tmp_path / "empty").mkdir()
    done = CliRunner().invoke(
        build(["schedule", "check"]), ["schedule", str(tmp_path / "empty"), "--screen", "hall"]
    )
    assert done.exit_code == 1
    assert "feed.yaml: error: missing" in done.output


def test_drawing_that_cannot_be_written_is_one_line(run, tmp_path):
    done = run("--screen", "hall", "--week", "2026-12-24", "--svg", tmp_path / "no/week.svg")
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert "No such file or directory" in done.stderr
