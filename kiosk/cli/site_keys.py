"""`kiosk site keys …`: the keys that may sign, what they may sign, and until when."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli import output
from kiosk.cli.options import AsJson, Keys, Site
from kiosk.cli.site_access import keys_folder, open_cosigner
from kiosk.feed.message_catalog import tr

Kind = Annotated[
    str, typer.Argument(metavar="KIND", help="What the key signs: root, targets, online or slots.")
]
Name = Annotated[str, typer.Argument(metavar="NAME", help="The name of the key, or the start of its id.")]
Threshold = Annotated[
    int | None, typer.Option("--threshold", min=1, help="How many of these keys must sign from now on.")
]


def site_keys_list(
    site: Site,
    keys: Keys = None,
    as_json: AsJson = False,
) -> None:
    """List the keys that may sign, how many of each kind are needed, and when they expire."""
    from kiosk.publish.publish_errors import PublishError

    with output.exit_on(PublishError):
        found = open_cosigner(site, keys).listed()
    if as_json:
        output.echo_json([{**vars(key), "good_until": key.good_until.isoformat()} for key in found])
        return
    for key in found:
        until = tr("{count} needed  until {day}", count=key.threshold, day=f"{key.good_until:%Y-%m-%d}")
        line = tr("{key}  {until}", key=f"{key.kind:8} {key.name:20} {key.keyid[:12]}", until=until)
        output.echo(tr("{line}  here", line=line) if key.here else line)


def site_keys_new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name of its owner, such as anna.")],
    keys: Keys = None,
) -> None:
    """Create a key of your own; the person who manages the site then adds its public half."""
    from kiosk.publish.keyring import make_key, write_public
    from kiosk.publish.publish_errors import PublishError

    folder = keys_folder(keys)
    with output.exit_on(PublishError):
        public = write_public(folder, make_key(folder, name).public_key, name)
    output.echo(
        tr(
            "Send {public} to the person who manages the site; never send {name}.pem to anyone.",
            public=str(public),
            name=name,
        )
    )


def site_keys_add(
    site: Site,
    kind: Kind,
    public: Annotated[
        Path,
        typer.Argument(
            metavar="PUBLIC_KEY", help="The public half, a file .pub.", exists=True, dir_okay=False
        ),
    ],
    keys: Keys = None,
    threshold: Threshold = None,
) -> None:
    """Allow another key to sign."""
    from kiosk.publish.key_manager import key_name
    from kiosk.publish.keyring import read_public
    from kiosk.publish.publish_errors import PublishError

    with output.exit_on(PublishError):
        key = read_public(public)
        mine = open_cosigner(site, keys)
        for other in mine.namesakes(key):
            message = tr("beware: there is another key named {name}: {id}", name=key_name(key), id=other)
            output.echo(message, err=True)
        mine.add_key(kind, key, threshold)
    output.echo(tr("{name} may sign {kind} with the key {id}.", name=key_name(key), kind=kind, id=key.keyid))


def site_keys_revoke(
    site: Site, kind: Kind, name: Name, keys: Keys = None, threshold: Threshold = None
) -> None:
    """Revoke a key, so that its signatures no longer count."""
    from kiosk.publish.publish_errors import PublishError

    with output.exit_on(PublishError):
        open_cosigner(site, keys).revoke_key(kind, name, threshold)
    output.echo(tr("{name} may no longer sign {kind}.", name=name, kind=kind))


def site_keys_rotate(site: Site, kind: Kind, name: Name, keys: Keys = None) -> None:
    """Replace a key of your own with a new one."""
    from kiosk.publish.key_manager import key_name
    from kiosk.publish.keyring import make_next_key, retire
    from kiosk.publish.publish_errors import PublishError

    with output.exit_on(PublishError):
        folder = keys_folder(keys)
        old = open_cosigner(site, keys).own_key(kind, name)
        new = make_next_key(folder, old).public_key
        open_cosigner(site, keys).exchange_key(kind, name, new)
        retire(folder, old)
    output.echo(
        tr(
            "A new key signs {kind} instead of {name}: {file}",
            kind=kind,
            name=name,
            file=f"{folder / key_name(new)}.pem",
        ),
        tr("Every machine and every admin with the old key needs the new one."),
    )
