"""`kiosk site keys …`: manage the keys that may sign, and this user's own keys."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli import output
from kiosk.cli.options import AsJson, Keys, PassphraseFile, Site
from kiosk.cli.secret_prompt import key_secrets, new_passphrase, prompt_secret, read_secret_line
from kiosk.cli.site_access import keys_folder, open_cosigner
from kiosk.cli.site_staff import follow_admins
from kiosk.feed.message_catalog import tr

if TYPE_CHECKING:
    from kiosk.publish.key_secrets import KeySecrets

Kind = Annotated[
    str, typer.Argument(metavar="KIND", help="What the key signs: root, targets, online, slots or live.")
]
Name = Annotated[str, typer.Argument(metavar="NAME", help="The name of the key, or the start of its id.")]
NewName = Annotated[str, typer.Argument(metavar="NAME", help="The name of its owner, such as anna.")]
Threshold = Annotated[
    int | None, typer.Option("--threshold", min=1, help="How many of these keys must sign from now on.")
]


NewPassphraseFile = Annotated[
    Path | None,
    typer.Option(
        "--new-passphrase-file",
        metavar="FILE",
        allow_dash=True,
        help="Read the new passphrase from its first line instead of asking.",
    ),
]
_PLACES = {
    "file": tr("here, in a file"),
    "passphrase": tr("here, behind a passphrase"),
    "token": tr("here, on a token"),
}


def site_keys_list(
    site: Site,
    keys: Keys = None,
    as_json: AsJson = False,
) -> None:
    """List the keys that may sign, how many are needed, when they expire, and where each of yours is kept."""
    from kiosk.publish.publish_errors import PublishError

    with output.exit_on(PublishError):
        uses = open_cosigner(site, keys).listed()
    if as_json:
        output.echo_json([{**vars(key), "good_until": key.good_until.isoformat()} for key in uses])
        return
    for key in uses:
        until = tr("{count} needed  until {day}", count=key.threshold, day=f"{key.good_until:%Y-%m-%d}")
        line = tr("{key}  {until}", key=f"{key.kind:8} {key.name:20} {key.keyid[:12]}", until=until)
        output.echo(tr("{line}  {place}", line=line, place=_PLACES[key.kept]) if key.here else line)


def site_keys_new(
    name: NewName,
    keys: Keys = None,
    locked: Annotated[bool, typer.Option("--passphrase", help="Protect it with a passphrase.")] = False,
    new_passphrase_file: NewPassphraseFile = None,
) -> None:
    """Create a key of your own; the person who manages the site then adds its public half."""
    from kiosk.publish.keyring import make_key, write_public
    from kiosk.publish.publish_errors import PublishError

    folder = keys_folder(keys)
    with output.exit_on(PublishError):
        passphrase = new_passphrase(new_passphrase_file) if locked or new_passphrase_file else ""
        public = write_public(folder, make_key(folder, name, passphrase).public_key, name)
    _echo_public(public)


def _echo_public(public: Path) -> None:
    output.echo(
        tr(
            "Send {public} to the person who manages the site, and nothing else of that folder.",
            public=public,
        )
    )


def site_keys_import(
    name: NewName,
    module: Annotated[
        Path,
        typer.Option(
            "--module",
            help="The PKCS#11 module of the token, such as opensc-pkcs11.so.",
            exists=True,
            dir_okay=False,
        ),
    ],
    token: Annotated[str, typer.Option("--token", help="The label of the token.")],
    number: Annotated[
        int, typer.Option("--id", min=0, help="The id of the key on it; 2 is the slot 9c of a PIV token.")
    ] = 2,
    keys: Keys = None,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Sign with a key that is on a token: a P-256 key made with the token's own tool."""
    from kiosk.publish.keyring import load_keyring, write_key_file, write_public
    from kiosk.publish.publish_errors import PublishError
    from kiosk.publish.token_keys import SUFFIX, TokenPlace, token_key

    folder = keys_folder(keys)
    with output.exit_on(PublishError):
        place = TokenPlace(str(module.absolute()), token, number)
        write_key_file(folder / f"{name}{SUFFIX}", token_key(place, key_secrets(passphrase_file)))
        keyring = load_keyring(folder)
        public = write_public(folder, keyring.called(name).public_key, name)
    _echo_public(public)


def site_keys_passphrase(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name of the key, such as targets.")],
    keys: Keys = None,
    passphrase_file: PassphraseFile = None,
    new_passphrase_file: NewPassphraseFile = None,
    remove: Annotated[bool, typer.Option("--remove", help="Keep the key as a plain file again.")] = False,
) -> None:
    """Set, change or remove the passphrase of a key of your own."""
    from kiosk.publish.keyring import keep_key
    from kiosk.publish.publish_errors import PublishError

    with output.exit_on(PublishError):
        new = "" if remove else new_passphrase(new_passphrase_file)
        path = keep_key(keys_folder(keys), name, key_secrets(passphrase_file), new)
    output.echo(
        tr("The key {name} is in {path}, without a passphrase.", name=name, path=str(path))
        if remove
        else tr("The key {name} is in {path}, behind a passphrase.", name=name, path=str(path))
    )


def site_keys_backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write.", dir_okay=False)],
    keys: Keys = None,
    sheet: Annotated[
        Path | None,
        typer.Option("--sheet", help="Also write an HTML page to print, with the same content as QR codes."),
    ] = None,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Write all your keys and root.json to one file, encrypted with its own passphrase."""
    from kiosk import system
    from kiosk.publish import key_backup, key_sheet
    from kiosk.publish.publish_errors import PublishError

    folder = keys_folder(keys)
    with output.exit_on(PublishError, OSError):
        sealed = key_backup.seal_keys(folder, new_passphrase(passphrase_file))
        system.write_atomically(file, sealed, mode=0o600)
        if sheet:
            system.write_atomically(sheet, key_sheet.sheet_html(folder, sealed).encode(), mode=0o600)
    output.echo(
        tr(
            "{file} contains the keys of {folder}. Keep it and its passphrase apart.",
            file=file,
            folder=folder,
        )
    )


def site_keys_restore(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="The backup, or pictures of its printed page.",
            exists=True,
            dir_okay=False,
        ),
    ],
    keys: Keys = None,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Restore the keys from a backup. Existing keys are kept."""
    from kiosk.publish import key_backup, key_sheet
    from kiosk.publish.publish_errors import PublishError

    folder = keys_folder(keys)
    with output.exit_on(PublishError, OSError):
        sealed = key_sheet.read_files(files)
        question = tr("The passphrase of the backup")
        passphrase = read_secret_line(passphrase_file) if passphrase_file else prompt_secret(question)
        restored = key_backup.restore(folder, key_backup.open_backup(sealed, passphrase))
    output.echo(*(tr("restored {path}", path=str(folder / name)) for name in restored))
    if not restored:
        output.echo(tr("{folder} already has all of them.", folder=str(folder)))


def site_keys_add(
    site: Site,
    kind: Kind,
    public: Annotated[
        Path,
        typer.Argument(
            metavar="PUBLIC_KEY", help="The public half of the key, a .pub file.", exists=True, dir_okay=False
        ),
    ],
    keys: Keys = None,
    threshold: Threshold = None,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Allow another key to sign."""
    from kiosk.publish.key_manager import key_name
    from kiosk.publish.keyring import read_public
    from kiosk.publish.publish_errors import PublishError

    with output.exit_on(PublishError):
        key = read_public(public)
        secrets = key_secrets(passphrase_file)
        mine = open_cosigner(site, keys, secrets)
        for other in mine.namesakes(key):
            message = tr("beware: there is another key named {name}: {id}", name=key_name(key), id=other)
            output.echo(message, err=True)
        mine.add_key(kind, key, threshold)
        _follow_admins(kind, site, keys, secrets)
    output.echo(tr("{name} may sign {kind} with the key {id}.", name=key_name(key), kind=kind, id=key.keyid))


def site_keys_revoke(
    site: Site,
    kind: Kind,
    name: Name,
    keys: Keys = None,
    threshold: Threshold = None,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Revoke a key, so that its signatures no longer count."""
    from kiosk.publish.publish_errors import PublishError

    with output.exit_on(PublishError):
        secrets = key_secrets(passphrase_file)
        open_cosigner(site, keys, secrets).revoke_key(kind, name, threshold)
        _follow_admins(kind, site, keys, secrets)
    output.echo(tr("{name} may no longer sign {kind}.", name=name, kind=kind))


def _follow_admins(kind: str, site: str, keys: Path | None, secrets: KeySecrets) -> None:
    """After a change of the admins' keys, update who may sign for each office."""
    if kind == "targets":
        follow_admins(site, keys, secrets)


def site_keys_rotate(
    site: Site, kind: Kind, name: Name, keys: Keys = None, passphrase_file: PassphraseFile = None
) -> None:
    """Replace a key of your own with a new one, stored in the same way."""
    from kiosk.publish.key_manager import key_name
    from kiosk.publish.keyring import key_file, retire
    from kiosk.publish.publish_errors import PublishError

    with output.exit_on(PublishError):
        folder, secrets = keys_folder(keys), key_secrets(passphrase_file)
        before = open_cosigner(site, keys, secrets)
        old = before.own_key(kind, name)
        new = before.ring.successor(old).public_key
        open_cosigner(site, keys, secrets).exchange_key(kind, name, new)
        _follow_admins(kind, site, keys, secrets)
        retire(folder, old)
    output.echo(
        tr(
            "A new key signs {kind} instead of {name}: {file}",
            kind=kind,
            name=name,
            file=str(key_file(folder, key_name(new))),
        ),
        tr("Every machine and every admin with the old key needs the new one."),
    )
