"""`kiosk site sign`: add another admin's signature to the exact bytes that were shown."""

from typing import Annotated

import typer

from kiosk.cli import output
from kiosk.cli.options import Keys, PassphraseFile, Site
from kiosk.cli.secret_prompt import key_secrets
from kiosk.cli.site_access import open_cosigner
from kiosk.feed.message_catalog import tr


def site_sign(
    site: Site,
    keys: Keys = None,
    passphrase_file: PassphraseFile = None,
    yes: Annotated[bool, typer.Option("--yes", help="Sign without asking.")] = False,
    reject: Annotated[
        str | None,
        typer.Option(
            "--reject", metavar="REASON", help="Do not sign the proposed feed; tell its author why."
        ),
    ] = None,
) -> None:
    """Show what waits for another admin's signature, or otherwise what is published, and sign it."""
    from kiosk.publish.publish_errors import PublishError, SiteError
    from kiosk.publish.rejection import reject as reject_proposal

    with output.exit_on(PublishError):
        cosigner = open_cosigner(site, keys, key_secrets(passphrase_file))
        waiting = cosigner.proposals()
        if reject is not None:
            proposed = next((each for each in waiting if each.role == "targets"), None)
            if proposed is None:
                raise SiteError(tr("no feed waits for a signature on {site}", site=site))
            reject_proposal(cosigner, proposed, reason=reject)
            output.echo(tr("Rejected. The reason is on the site, and the author's Studio shows it."))
            return
        to_sign = waiting or [cosigner.published_proposal()]
        for proposal in to_sign:
            output.echo_in_full(*proposal.lines)
        if not yes:
            question = tr("Sign this?") if waiting else tr("Nothing is waiting. Sign what is published?")
            typer.confirm(output.as_text(question), abort=True)
        for proposal in to_sign:
            cosigner.sign_proposal(proposal)
    output.echo(tr("Signed and published."))
