"""The folder of somebody who may change one office only: fetched, brought up to date, published.

All raise `PublishError`.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from platformdirs import user_cache_path

from kiosk.feed.message_catalog import of_error, tr
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
    """Return what publishes for an office with the keys of a folder."""
    return OfficePublisher(open_host(site), load_keyring(keys), now)


def office_for(site: str, keys: Path, now: datetime) -> str:
    """Return the office that the keys of a folder are for; empty if they are for a whole feed or none."""
    try:
        mine = open_office(site, keys, now)
    except KeysError:  # a folder with a root only
        return ""
    rights = rights_of(mine)
    return "" if rights.feed else next(iter(rights.offices), "")


def narrow(folder: Path, site: str, keys: Path, now: datetime) -> None:
    """Make a folder that was just fetched from a site that of an office, if the keys are for no more."""
    if office := office_for(site, keys, now):
        office_base.write_base(folder, office, source_of(folder))
        bring_up_to_date(folder, open_office(site, keys, now), office)


def shown_source(mine: OfficePublisher, office: str) -> FeedSource:
    """Return the files of the feed, with what the staff of an office show among them."""
    feed, part = source_on(mine), mine.part(office)
    if f"offices/{office}.yaml" not in feed.texts:
        raise SiteError(tr("unknown office {name}", name=office))
    if part is None:
        return feed
    used = {path for slide in part.slides.values() for path in media_of(slide)}
    media = {media_name(office, path): part.media[path] for path in sorted(used & part.media.keys())}
    try:
        texts = with_office(feed.texts, office, part.source, used)
    except (EditError, ContentError) as bad:
        raise SiteError(of_error(bad)) from bad
    return FeedSource(texts, {**feed.media, **media})


def bring_up_to_date(
    folder: Path, mine: OfficePublisher, office: str, settlement: Settlement = NOTHING_SETTLED
) -> Comparison:
    """Merge what others have published into a folder, an empty one too, unless there is a conflict."""
    theirs, base, ours = shown_source(mine, office), office_base.base_of(folder), _ours(folder)
    found = Comparison(ours, theirs, "", merges(base, ours, theirs), base)
    found = added_twice.with_room(found)
    if settlement.covers(found.conflicts):
        keep_beside(folder, [each.file for each in found.conflicts if settlement.takes_theirs(each)])
        changes = folder_merge.decided(found.lacking, settlement.takes_theirs)
        refused = folder_merge.merge_into(folder, found, changes, folder_merge.fetcher(mine.host))
        if refused:
            return Comparison(ours, theirs, "", refused, base)
        office_base.write_base(folder, office, theirs)
    return found


def _ours(folder: Path) -> FeedSource:
    return source_of(folder) if folder.is_dir() else FeedSource({}, {})


def publish(project: Project, mine: OfficePublisher, settlement: Settlement) -> PublishOutcome:
    """Bring in what others have published, check, sign and publish what the office is to show."""
    office = project.rights.office
    mine.check_office(office)
    project.save()
    found = bring_up_to_date(project.folder, mine, office, settlement)
    if not settlement.covers(found.conflicts):
        return PublishOutcome(conflicts=found.conflicts)
    project.reload()
    checked, problems = project.checked(mine.now)
    errors = [each for each in problems if each.severity is Severity.ERROR and _is_ours(project, each)]
    if errors or checked.feed is None:
        return PublishOutcome(brought_in=found.lacking, errors=errors)
    shown = mine.part_bytes(office)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        _write_office_folder(project, checked.feed, mine, folder)
        try:
            part, prepared = prepared_part(mine.feed(), read_office_folder(folder, office), _preparer(folder))
        except ContentError as bad:
            return PublishOutcome(brought_in=found.lacking, errors=bad.problems)
        signed = mine.publish_part(part, prepared.locate, instead_of=shown)
    office_base.write_base(project.folder, office, source_of(project.folder))
    return PublishOutcome(signed.snapshot.signed.version, found.lacking)


def _is_ours(project: Project, problem: Problem) -> bool:
    return project.rights.may_change(problem.position.file)


def _write_office_folder(project: Project, feed: Feed, mine: OfficePublisher, folder: Path) -> None:
    """Write what the staff have written to a folder of their own, as the command line has it."""
    office, part = project.rights.office, mine.part(project.rights.office)
    base, shown = shown_source(mine, office).texts, part.source if part else {}
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
