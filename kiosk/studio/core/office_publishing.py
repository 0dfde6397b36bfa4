"""Fetch, update and publish the folder of a person who may change only one office.

All functions raise `PublishError`.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from platformdirs import user_cache_path

from kiosk.feed.message_catalog import error_message, tr
from kiosk.feed.models import Feed
from kiosk.feed.problems import ContentError, Problem, Severity
from kiosk.feed.slides import media_of
from kiosk.media.preparation import Prepared, prepare
from kiosk.media.rendition_cache import RenditionCache
from kiosk.publish.feed_source import FeedSource
from kiosk.publish.keyring import load_keyring
from kiosk.publish.office_folder import read_office_folder
from kiosk.publish.office_media import prepared_part
from kiosk.publish.office_publisher import OfficePublisher
from kiosk.publish.overtaken import Comparison, source_of
from kiosk.publish.publish_errors import KeysError, SiteError
from kiosk.publish.rights import rights_of
from kiosk.publish.storage.site_storage import open_host
from kiosk.publish.three_way import merges
from kiosk.resources import assets
from kiosk.studio.core import added_twice, folder_merge, office_base
from kiosk.studio.core.office_source import media_name, office_files, with_office
from kiosk.studio.core.project import Project
from kiosk.studio.core.publishing import PublishOutcome
from kiosk.studio.core.safe_writes import write_file
from kiosk.studio.core.settlement import NOTHING_SETTLED, Settlement, keep_beside
from kiosk.studio.core.site_clone import source_on
from kiosk.studio.core.yaml_edit import EditError


def open_office(site: str, keys: Path, now: datetime) -> OfficePublisher:
    """Return a publisher for an office, with the keys of a folder."""
    return OfficePublisher(open_host(site), load_keyring(keys), now)


def office_for(site: str, keys: Path, now: datetime) -> str:
    """Return the office that the keys of a folder are limited to; empty for a whole feed or no rights."""
    try:
        publisher = open_office(site, keys, now)
    except KeysError:  # the folder has only a root
        return ""
    rights = rights_of(publisher)
    return "" if rights.feed else next(iter(rights.offices), "")


def limit_to_office(folder: Path, site: str, keys: Path, now: datetime) -> None:
    """Turn a folder just fetched from a site into that of an office, if the keys are limited to one."""
    if office := office_for(site, keys, now):
        office_base.write_base(folder, office, source_of(folder))
        bring_up_to_date(folder, open_office(site, keys, now), office)


def shown_source(publisher: OfficePublisher, office: str) -> FeedSource:
    """Return the files of the feed, including those that the staff of an office show."""
    feed, part = source_on(publisher), publisher.part(office)
    if f"offices/{office}.yaml" not in feed.texts:
        raise SiteError(tr("unknown office {name}", name=office))
    if part is None:
        return feed
    used = {path for slide in part.slides.values() for path in media_of(slide)}
    media = {media_name(office, path): part.media[path] for path in sorted(used & part.media.keys())}
    try:
        texts = with_office(feed.texts, office, part.source, used)
    except (EditError, ContentError) as bad:
        raise SiteError(error_message(bad)) from bad
    return FeedSource(texts, {**feed.media, **media})


def bring_up_to_date(
    folder: Path, publisher: OfficePublisher, office: str, settlement: Settlement = NOTHING_SETTLED
) -> Comparison:
    """Merge what others have published into a folder, which may be empty, unless a conflict is unsettled."""
    theirs, base, ours = shown_source(publisher, office), office_base.base_of(folder), _ours(folder)
    comparison = Comparison(ours, theirs, "", merges(base, ours, theirs), base)
    comparison = added_twice.with_duplicates_renamed(comparison)
    if settlement.covers(comparison.conflicts):
        keep_beside(folder, [each.file for each in comparison.conflicts if settlement.takes_theirs(each)])
        changes = folder_merge.settled_changes(comparison.lacking, settlement.takes_theirs)
        refused = folder_merge.merge_into(folder, comparison, changes, folder_merge.fetcher(publisher.host))
        if refused:
            return Comparison(ours, theirs, "", refused, base)
        office_base.write_base(folder, office, theirs)
    return comparison


def _ours(folder: Path) -> FeedSource:
    return source_of(folder) if folder.is_dir() else FeedSource({}, {})


def publish(project: Project, publisher: OfficePublisher, settlement: Settlement) -> PublishOutcome:
    """Merge what others have published, then check, sign and publish the part of the office."""
    office = project.rights.office
    publisher.check_office(office)
    project.save()
    comparison = bring_up_to_date(project.folder, publisher, office, settlement)
    if not settlement.covers(comparison.conflicts):
        return PublishOutcome(conflicts=comparison.conflicts)
    project.reload()
    checked, problems = project.checked(publisher.now)
    errors = [each for each in problems if each.severity is Severity.ERROR and _is_ours(project, each)]
    if errors or checked.feed is None:
        return PublishOutcome(merged=comparison.lacking, errors=errors)
    shown = publisher.part_bytes(office)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        _write_office_folder(project, checked.feed, publisher, folder)
        try:
            part, prepared = prepared_part(
                publisher.feed(), read_office_folder(folder, office), _preparer(folder)
            )
        except ContentError as bad:
            return PublishOutcome(merged=comparison.lacking, errors=bad.problems)
        signed = publisher.publish_part(part, prepared.locate, instead_of=shown)
    office_base.write_base(project.folder, office, source_of(project.folder))
    return PublishOutcome(signed.snapshot.signed.version, comparison.lacking)


def _is_ours(project: Project, problem: Problem) -> bool:
    return project.rights.may_change(problem.position.file)


def _write_office_folder(project: Project, feed: Feed, publisher: OfficePublisher, folder: Path) -> None:
    """Write the staff's files to a separate folder, in the layout that the command line uses."""
    office, part = project.rights.office, publisher.part(project.rights.office)
    base, shown = shown_source(publisher, office).texts, part.source if part else {}
    for name, data in office_files(project.texts, office, base, shown).items():
        write_file(folder / name, data)
    slides = [slide for name, slide in feed.slides.items() if project.rights.owns(f"slides/{name}.yaml")]
    own = media_name(office, "")
    for path in sorted({path for slide in slides for path in media_of(slide)}):
        target = folder / (f"media/{path.removeprefix(own)}" if path.startswith(own) else path)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(project.folder / path, target)


def _preparer(folder: Path) -> Callable[[Feed], Prepared]:
    fonts = assets() / "fonts"
    cache = RenditionCache(user_cache_path("infodisk") / "media", fonts)
    return lambda feed: prepare(feed, folder, fonts, cache)
