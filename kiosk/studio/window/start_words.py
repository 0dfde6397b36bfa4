"""The English texts of the first run; `kiosk.feed.swedish_messages` has the Swedish ones."""

from __future__ import annotations

from kiosk.feed.message_catalog import in_language, tr

WORDS = {
    "welcome": tr("Welcome to Infodisk Studio"),
    "join": tr("Join existing screens"),
    "joinHint": tr("A colleague has them already, and has given you an address and a file or a number"),
    "begin": tr("Set up new screens"),
    "beginHint": tr("One office and one screen to start from; you can see it at once"),
    "back": tr("Back"),
    "name": tr("What should it be called?"),
    "office": tr("What is the office called?"),
    "place": tr("Where should it be published? A folder, or the address that IT has given you"),
    "address": tr("The address of the screens' site"),
    "file": tr("The file from your colleague"),
    "fileHint": tr("root.json, or the safety copy of the keys. Drop it here."),
    "choose": tr("Choose a file …"),
    "remove": tr("Remove"),
    "taken": tr("A file is chosen."),
    "passphrase": tr("Its passphrase"),
    "number": tr("Or the fingerprint that your colleague reads to you"),
    "doJoin": tr("Join"),
    "doBegin": tr("Begin"),
    "backup": tr("Keep a safety copy of the keys"),
    "backupText": tr(
        "Only with these keys can anything be shown on the screens. If this computer is lost, so are they, "
        "and every screen must be visited. Keep the file somewhere else, and the passphrase apart from it."
    ),
    "newPassphrase": tr("A passphrase of at least 12 characters, such as four words"),
    "passphraseAgain": tr("The passphrase once more"),
    "save": tr("Save the safety copy …"),
    "later": tr("Not now"),
    "yourNumber": tr("Colleagues who join need this fingerprint:"),
}
"""By their names in QML."""

WORKING = tr("One moment …")


def in_words(language: str) -> dict[str, str]:
    """Return the texts of the first run in a language."""
    return {name: in_language(message, language) for name, message in WORDS.items()}
