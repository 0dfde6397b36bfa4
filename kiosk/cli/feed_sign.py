"""`kiosk feed sign`: the signature of one more admin."""

from typing import Annotated

import typer

from kiosk.cli import tell
from kiosk.cli.feed_init import Keys, Site
from kiosk.cli.keeper import keeper


def feed_sign(
    site: Site,
    keys: Keys = None,
    yes: Annotated[bool, typer.Option("--yes", help="Sign without asking.")] = False,
) -> None:
    """Sign what waits for one more admin, or what is shown, if nothing waits."""
    from kiosk.publish.errors import PublishError

    with tell.errors(PublishError):
        mine = keeper(site, keys)
        waiting = mine.pending()
        for line in [line for role in waiting for line in mine.describe(role)]:
            tell.say(line)
        if not yes:
            typer.confirm("Sign this?" if waiting else "Nothing waits. Sign what is shown?", abort=True)
        for role in waiting:
            mine.sign_pending(role)
        if not waiting:
            mine.sign_shown()
    tell.say("Signed and shown.")
