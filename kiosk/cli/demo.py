"""`kiosk demo`: the real kiosk on the sample feed, on this machine.

With a display it opens a window. Without one it runs a scripted visit, saves a picture of each step, and
prints how long each took.
"""

import logging
import os
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from kiosk.cli import output
from kiosk.cli.streams import log_to_stderr

if TYPE_CHECKING:
    from kiosk.ui.shell.shell import Shell

SCREEN = "torget-desk"
REFRESH_S = 300.0
"""The interval at which free times are published: well before the screen considers them outdated."""

LIVE_S = 20.0
"""The interval at which the live sources are read: departures are shown for two minutes."""

log = logging.getLogger(__name__)


def demo(
    screen: Annotated[str, typer.Option(help="The id of the screen to show.")] = SCREEN,
    pictures: Annotated[
        Path | None,
        typer.Option("--output", help="The folder for the pictures of the scripted visit.", file_okay=False),
    ] = None,
    visit: Annotated[
        bool, typer.Option("--visit", help="Run the scripted visit even if there is a display.")
    ] = False,
    vnc: Annotated[
        bool, typer.Option("--vnc", help="Show the screen over VNC, to this machine only.")
    ] = False,
) -> None:
    """Publish the sample feed, serve it on this machine, and run the real kiosk against it."""
    from kiosk.resources import sample_feed

    log_to_stderr(logging.WARNING)
    signal.signal(signal.SIGTERM, _end)
    with tempfile.TemporaryDirectory(prefix="infodisk-") as scratch, screen_over_vnc(vnc):
        site = Path(scratch) / "site"
        keys = Path(scratch) / "keys"
        root = publish_sample(sample_feed(), site, keys)
        by_itself = visit or not has_display()
        sources = Path(scratch) / "sources"
        sources.mkdir()
        with serve_folder(site) as url, serve_folder(sources) as live_url:
            # An exercise would interrupt the scripted visit.
            read_live = partial(
                publish_live, site, keys, sources, live_url, exercise_from=None if by_itself else now()
            )
            read_live()
            output.echo(f"The sample feed is signed and served at {url}, for this machine only.")
            with (
                repeated(partial(publish_times, sample_feed(), site, keys), REFRESH_S),
                repeated(read_live, LIVE_S),
            ):
                status = _run(url, root, Path(scratch) / "state", screen, pictures, by_itself=by_itself)
            raise typer.Exit(status)


def _end(_number: int, _frame: object) -> NoReturn:
    """Exit through an exception, so that everything is closed."""
    raise SystemExit(128 + signal.SIGTERM)


def _run(url: str, root: Path, state: Path, screen: str, pictures: Path | None, *, by_itself: bool) -> int:
    """Run the kiosk against `url`; return the exit status."""
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from kiosk.device import Kiosk, SignalWatch, make_application
    from kiosk.sync.sync_config import SyncConfig

    application = make_application(["kiosk", "demo"])
    kiosk = Kiosk(SyncConfig(url, root, state, screen))
    try:
        kiosk.start()
        kiosk.show(fullscreen=False)
        if by_itself:
            return rehearse(kiosk.shell, pictures, lambda: kiosk.stored.status().problem)
        return SignalWatch(application).run()
    finally:
        kiosk.close()


def has_display() -> bool:
    """Return whether a window can be shown to somebody."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    return bool(platform and platform != "offscreen") or bool(
        not platform and (os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY"))
    )


def rehearse(shell: "Shell", pictures: Path | None, sync_problem: Callable[[], str]) -> int:
    """Run the scripted visit and print its steps; return the exit status.

    `sync_problem` returns why no content has arrived, or an empty string.
    """
    from kiosk.cli.text_table import print_table, text_table
    from kiosk.ui.shell.scripted_visit import ScriptedVisit, ScriptedVisitError

    folder = pictures or Path(tempfile.mkdtemp(prefix="infodisk-pictures-"))
    with output.exit_on(ScriptedVisitError, OSError):
        folder.mkdir(parents=True, exist_ok=True)
        rehearsal = ScriptedVisit(shell, folder, sync_problem)
        rehearsal.visit()
    rows = ((step.name, step.picture.name, f"{step.took_ms:.0f}") for step in rehearsal.steps)
    print_table(text_table(("step", "picture", "milliseconds"), rows))
    output.echo(f"The pictures are in {folder}")
    return 0


def publish_sample(folder: Path, site: Path, keys: Path) -> Path:
    """Create keys, publish the sample feed and its free times to `site`; return the trusted root."""
    from kiosk.cli.icons import icons
    from kiosk.cli.proofs import prepare_media
    from kiosk.publish.folder_source import check_folder
    from kiosk.publish.keyring import load_keyring
    from kiosk.publish.publisher import Publisher, init_site
    from kiosk.publish.storage.site_storage import open_host

    at = now()
    site.mkdir(parents=True)
    host = open_host(str(site))
    root = init_site(host, keys, at)
    checked = check_folder(folder, icons())
    output.echo_problems(checked.problems, as_json=False)
    publisher = Publisher(host, load_keyring(keys), at)
    if checked.feed:
        prepared = prepare_media(checked.feed, folder)
        publisher.publish(prepared.feed, prepared.locate)
        publish_times(folder, site, keys)
    return root


def publish_times(folder: Path, site: Path, keys: Path) -> None:
    """Publish the current free times of the sample feed."""
    from kiosk.booking.bookable_rules import slots_by_rule
    from kiosk.booking.slots import SlotList, write_slots
    from kiosk.cli.icons import icons
    from kiosk.publish.folder_source import check_folder
    from kiosk.publish.keyring import load_keyring
    from kiosk.publish.publisher import Publisher
    from kiosk.publish.storage.site_storage import open_host

    at = now()
    feed = check_folder(folder, icons()).feed
    if feed:
        slots = SlotList(generated_at=at, slots=slots_by_rule(feed, at))
        Publisher(open_host(str(site)), load_keyring(keys), at).publish_slots(write_slots(slots))


def now() -> datetime:
    """Return the current time, in whole seconds (UTC)."""
    return datetime.now(UTC).replace(microsecond=0)


def publish_live(
    site: Path, keys: Path, folder: Path, url: str, *, exercise_from: datetime | None = None
) -> None:
    """Write the current data of the demo's sources, and publish it.

    `exercise_from` is the start of the demo; an exercise alert follows it. None means no exercise.
    """
    from kiosk.cli.demo_sources import write_sources
    from kiosk.cli.live import LiveJob
    from kiosk.net.interrupt import Interrupt

    sources = write_sources(folder, url, now(), exercise_from)
    job = LiveJob(str(site), keys, sources, folder.parent / "live", False, lambda _line: None, Interrupt())
    job.run()


@contextmanager
def repeated(action: Callable[[], None], every_s: float) -> Iterator[None]:
    """Repeat an action in a separate thread while the block runs."""
    import threading

    from kiosk.publish.publish_errors import PublishError

    ended = threading.Event()

    def repeat() -> None:
        while not ended.wait(every_s):
            try:
                action()
            except (PublishError, OSError, typer.Exit):
                log.exception("the free times or live data of the demo could not be published")

    thread = threading.Thread(target=repeat, name="demo-publisher")
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


@contextmanager
def serve_folder(site: Path) -> Iterator[str]:
    """Serve a folder over HTTP on the loopback address while the block runs; yields its address."""
    import threading
    from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_args: object) -> None:
            """Print nothing: the terminal belongs to the demo."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=site))
    thread = threading.Thread(target=server.serve_forever, name="demo-server")
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def screen_over_vnc(wanted: bool) -> Iterator[None]:
    """Put windows on a separate X screen that a VNC viewer on this machine can see and operate.

    TigerVNC serves it, because Qt's own VNC platform listens on every address (seen in 6.12).
    """
    if not wanted:
        yield
        return
    from kiosk.cli.vnc import VncError, vnc_screen

    with output.exit_on(VncError), vnc_screen() as screen:
        os.environ["DISPLAY"] = f":{screen.display}"
        os.environ.pop("WAYLAND_DISPLAY", None)
        output.echo(f"See and touch it with a VNC viewer at 127.0.0.1:{screen.port}; Ctrl+C ends it.")
        yield
