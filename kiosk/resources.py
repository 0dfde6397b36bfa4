"""The paths of the product's own files.

Opens no files. The folders are beside the package in a checkout, and inside it in an installed wheel; they
are never relative to the working directory.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def assets() -> Path:
    """Return the folder of fonts, pictures, sounds and translations.

    Raises FileNotFoundError when the installation lacks it.
    """
    return _folder("assets")


def sample_feed() -> Path:
    """Return the folder of the sample feed: YAML and media as an admin writes them.

    Raises FileNotFoundError when the installation lacks it.
    """
    return _folder("playlists")


def _folder(name: str) -> Path:
    for parent in (_PACKAGE, _PACKAGE.parent):
        if (parent / name).is_dir():
            return parent / name
    raise FileNotFoundError(f"no folder {name!r} in {_PACKAGE} or beside it: the installation is incomplete")
