"""Publish a project after merging the work of others, or roll back. All functions raise `PublishError`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from platformdirs import user_cache_path

from kiosk.feed.feed_reader import CheckedFeed
from kiosk.feed.problems import Problem, Severity
from kiosk.frozen import frozen
from kiosk.media.preparation import Prepared, prepare
from kiosk.media.rendition_cache import RenditionCache
from kiosk.publish import overtaken
from kiosk.publish.keyring import load_keyring
from kiosk.publish.publisher import Publisher
from kiosk.publish.site_session import SiteSession
from kiosk.publish.storage.site_storage import open_host
from kiosk.publish.three_way import Merge
from kiosk.resources import assets
from kiosk.studio.core import added_twice, folder_merge
from kiosk.studio.core.project import Project
from kiosk.studio.core.settlement import NOTHING_SETTLED, Settlement, keep_beside


@frozen
class PublishOutcome:
    """The result of a publish: the new version, or why there is none."""

    version: int = 0
    merged: Sequence[Merge] = ()
    """What others had published, now merged into the folder."""

    conflicts: Sequence[Merge] = ()
    errors: Sequence[Problem] = ()


FindMediaProblems = Callable[[CheckedFeed, Prepared], list[Problem]]
"""Returns the problems with the media of a feed."""


def publish(
    project: Project, site: str, keys: Path, now: datetime, find_media_problems: FindMediaProblems
) -> PublishOutcome:
    """Merge what others have published, check, sign and publish; nothing is published with a conflict."""
    return publish_settled(project, open_publisher(site, keys, now), find_media_problems, NOTHING_SETTLED)


def open_publisher(site: str, keys: Path, now: datetime) -> Publisher:
    """Return a publisher for a site, with the keys of a folder."""
    return Publisher(open_host(site), load_keyring(keys), now)


def publish_settled(
    project: Project, publisher: Publisher, find_media_problems: FindMediaProblems, settlement: Settlement
) -> PublishOutcome:
    """Publish like `publish`, with conflicts settled by a person.

    Nothing is merged or published if a conflict is not one that the person has seen in its current form.
    """
    publisher.check_destination()
    project.save()
    merged = merge_published(project, publisher, settlement)
    compared = added_twice.compare(publisher, project.folder)
    if compared.lacking:
        return PublishOutcome(merged=merged, conflicts=compared.lacking)
    checked, found = project.checked(publisher.now)
    errors = [each for each in found if each.severity is Severity.ERROR]
    if errors or checked.feed is None:
        return PublishOutcome(merged=merged, errors=errors)
    fonts = assets() / "fonts"
    cache = RenditionCache(user_cache_path("infodisk") / "media", fonts)
    prepared = prepare(checked.feed, project.folder, fonts, cache)
    errors = [each for each in find_media_problems(checked, prepared) if each.severity is Severity.ERROR]
    if errors:
        return PublishOutcome(merged=merged, errors=errors)
    version = overtaken.publish(publisher, prepared, compared, project.folder).version
    return PublishOutcome(version, merged)


def merge_published(
    project: Project, publisher: SiteSession, settlement: Settlement = NOTHING_SETTLED
) -> Sequence[Merge]:
    """Merge what others have published into the folder, unless a conflict is unsettled; return the changes.

    Files that lose values to theirs are first copied, and the copies stay beside them.
    """
    compared = added_twice.compare(publisher, project.folder)
    if not compared.lacking or not settlement.covers(compared.conflicts):
        return ()
    fetch = folder_merge.fetcher(publisher.host)
    changes = folder_merge.settled_changes(compared.lacking, settlement.takes_theirs)
    keep_beside(project.folder, [each.file for each in compared.conflicts if settlement.takes_theirs(each)])
    refused = folder_merge.merge_into(project.folder, compared, changes, fetch)
    project.reload()
    if refused:
        return ()
    overtaken.take_over(project.folder, publisher.host.name, compared.current)
    return changes


def go_back(project: Project, site: str, keys: Path, now: datetime, to: int | None = None) -> int:
    """Publish an earlier version again, by default the previous one; return the number of the new version.

    The folder is rolled back too.
    """
    publisher = open_publisher(site, keys, now)
    version = publisher.roll_back(to).targets.signed.version
    merge_published(project, publisher)
    return version
