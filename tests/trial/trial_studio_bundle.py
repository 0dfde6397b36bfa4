"""The bundle of the Studio in a Debian without Python and Qt: it starts, draws, and saves what is typed."""

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageGrab

from tests.end2end.device_root import needs_root, needs_tools, run
from tests.end2end.test_session import TRIES, x_screen
from tests.studio.windows import until
from tests.sync.world import TEXTS

ROOT = Path(__file__).resolve().parents[2]
MOST_S = 60
PATIENCE_MS = 180_000
POSTER = "https://kontor.example/poster"
FEED = {name: text for name, text in TEXTS.items() if "door" not in name}

pytestmark = pytest.mark.usefixtures("qapp")  # whose events are served while a condition is waited for


@pytest.fixture(scope="module", params=["", "1"], ids=["whole", "without-gpl"])
def archive(request):
    """Build the bundle of this checkout, with and without what is under the GPL."""
    env = {**os.environ, "PYTHON": sys.executable, "WITHOUT_GPL": request.param}
    return ROOT / run("deploy/studio/build.sh", cwd=ROOT, env=env).strip().splitlines()[-1]


@pytest.fixture
def root(archive):
    """A Debian with nothing but apt, into which the bundle was unpacked."""
    folder = Path(tempfile.mkdtemp(prefix="infodisk-root-"))
    run("mmdebstrap", "--quiet", "--variant=minbase", "bookworm", folder / "debian")
    run("tar", "-C", folder / "debian/opt", "-xf", archive)
    yield folder / "debian"
    shutil.rmtree(folder)


def poster():
    """Draw a picture with a code that can be read in the small picture of a screen."""
    code = zxingcpp.create_barcode(POSTER, zxingcpp.BarcodeFormat.QRCode).to_image(scale=24)
    picture = Image.new("RGB", (1600, 900), "white")
    picture.paste(Image.fromarray(code).resize((860, 860)), (370, 20))
    return picture


def put_feed(folder):
    for name, text in FEED.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    (folder / "media").mkdir()
    poster().save(folder / "media/hello.png")


@contextmanager
def studio(root, display):
    """Run the bundle in the root, on an X screen of this machine."""
    setting = {"DISPLAY": display, "HOME": "/root", "LC_ALL": "C.UTF-8"}
    words = [f"--setenv={name}={value}" for name, value in setting.items()]
    boot = ["systemd-nspawn", "--quiet", "--register=no", "--keep-unit", "--as-pid2", "-D", root]
    program = ["--bind-ro=/tmp/.X11-unix", "/opt/infodisk-studio/infodisk-studio", "/root/feed"]
    with subprocess.Popen([*boot, *words, *program], stdin=subprocess.DEVNULL) as process:
        try:
            yield process
        finally:
            process.terminate()
            process.terminate()  # nspawn asks the program first, then ends it
            process.wait(MOST_S)


def codes(display):
    return {each.text for each in zxingcpp.read_barcodes(ImageGrab.grab(xdisplay=display))}


@pytest.fixture
def display():
    with ExitStack() as stack:
        yield next(filter(None, (stack.enter_context(x_screen()) for _ in range(TRIES))))


@needs_root
@needs_tools
def test_it_starts_draws_and_saves_where_there_is_no_python(root, display):
    assert not [*root.glob("usr/bin/python*"), *root.glob("usr/lib/*/libQt*")]
    put_feed(root / "root/feed")
    written, env = root / "root/feed/slides/new.yaml", {**os.environ, "DISPLAY": display}
    with studio(root, display) as process:
        assert until(lambda: codes(display) == {POSTER} or process.poll() is not None, PATIENCE_MS)
        run("xdotool", "key", "Return", env=env)  # "New slide" has the focus
        assert until(written.exists, PATIENCE_MS)
        run("xdotool", "key", "Tab", "Tab", "ctrl+a", env=env)  # past "Back" to the title
        run("xdotool", "type", "Kaffe", env=env)
        assert until(lambda: "sv: Kaffe" in written.read_text("utf-8"), PATIENCE_MS)


def test_it_carries_fonts_translations_and_every_licence(archive):
    names = set(run("tar", "-tf", archive).splitlines())
    inside = "infodisk-studio/_internal"
    listed = run("tar", "-xOf", archive, f"{inside}/licences/README.md")
    rows = [line.strip("| ").split(" | ") for line in listed.splitlines() if line.startswith("| ")][2:]
    assert {f"{inside}/licences/{text}" for row in rows for text in row[3].split("<br>")} <= names
    assert {"Python", "PySide6_Essentials", "pydantic", "libfontconfig1"} <= {row[0] for row in rows}
    fonts = {f"{inside}/assets/fonts/{path.name}" for path in (ROOT / "assets/fonts").iterdir()}
    words = {f"{inside}/assets/i18n/{path.name}" for path in (ROOT / "assets/i18n").glob("*.qm")}
    assert fonts | words <= names
    assert not [name for name in names if "WebEngine" in name or "pytest" in name or "/hypothesis/" in name]
