"""`kiosk site rollback`: publish an earlier version of the feed again."""

from __future__ import annotations

from typing import Annotated

import typer

from kiosk.cli import output
from kiosk.cli.language import Language
from kiosk.cli.nudge import nudge_screens
from kiosk.cli.options import AsJson, DryRun, Keys, PassphraseFile, Site
from kiosk.cli.publish_plan import plan, plan_json, print_plan
from kiosk.cli.secret_prompt import key_secrets
from kiosk.cli.site_access import open_publisher
from kiosk.feed.message_catalog import tr


def site_rollback(
    site: Site,
    keys: Keys = None,
    passphrase_file: PassphraseFile = None,
    version: Annotated[
        int | None,
        typer.Option("--version", help="The version to publish again; the previous one if not given."),
    ] = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
    language: Language = "",
) -> None:
    """Publish an earlier version of the feed again, as a new version."""
    from kiosk.publish.publish_errors import PublishError

    del language  # already set by the option's callback
    with output.exit_on(PublishError), output.progress_bar() as progress:
        publisher = open_publisher(site, keys, key_secrets(passphrase_file), progress)
        version, feed = publisher.earlier(version)
        planned = plan(publisher, feed) if dry_run else None
        new = None if dry_run else publisher.roll_back(version).targets.signed.version
    if as_json:
        fields = {"site": site, "dry_run": dry_run, "version": new, "returns_to": version}
        output.echo_json(fields | plan_json(planned))
    elif planned:
        output.echo(tr("{site} would show version {version} again.", site=site, version=version))
        print_plan(planned)
    else:
        _print_version(site, version, new)
    if not dry_run:
        nudge_screens()


def _print_version(site: str, version: int, new: int | None) -> None:
    output.echo(
        tr(
            "{site} shows version {version} of the feed again, as version {new}.",
            site=site,
            version=version,
            new=new,
        )
    )
