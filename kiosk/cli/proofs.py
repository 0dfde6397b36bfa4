"""Drawing a feed for `kiosk check` and `kiosk preview`, with free times computed from its rules."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import system
from kiosk.cli import output

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.drawn_checks.job import Proof, Task
    from kiosk.feed.models import Feed
    from kiosk.media.preparation import Prepared


def remembered(folder: Path) -> Path:
    """Return the cache folder for this user's last check of the feed in `folder`."""
    from platformdirs import user_cache_path

    name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    return user_cache_path("infodisk") / "proofs" / name


def prepare_media(feed: Feed, folder: Path) -> Prepared:
    """Examine the media of a feed and convert them to formats that screens can show."""
    from platformdirs import user_cache_path

    from kiosk.media.preparation import prepare
    from kiosk.media.rendition_cache import RenditionCache
    from kiosk.resources import assets

    fonts = assets() / "fonts"
    cache = RenditionCache(user_cache_path("infodisk") / "media", fonts)
    with output.exit_on(OSError), output.item_progress_bar("converting", len(feed.media)) as progress:
        return prepare(feed, folder, fonts, cache, progress)


def draw_proofs(
    prepared: Prepared,
    at: datetime | None,
    tasks: Iterable[Task],
    out: Path | None = None,
    before: dict[str, Proof] | None = None,
) -> list[Proof]:
    """Draw the given tasks on all cores, with a progress bar on a terminal.

    Without a time, they are drawn at noon on a sample day and also checked in all other states.
    """
    from kiosk.drawn_checks import moment
    from kiosk.drawn_checks.job import Assignment, how_many
    from kiosk.drawn_checks.pool import ProofError, draw_in_processes, product_digest

    feed = prepared.feed
    usual = moment.by_rule(feed, at) if at else moment.sample(feed)
    known = {file: proof.key for file, proof in (before or {}).items()}
    assignment = Assignment(
        feed, prepared.folder, prepared.files, usual, at is None, product_digest(), out, known
    )
    tasks = tuple(tasks)
    with output.exit_on(ProofError), output.item_progress_bar("drawing", how_many(feed, tasks)) as progress:
        return draw_in_processes(assignment, tasks, system.cores(), progress)
