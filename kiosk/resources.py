"""The paths of the product's own files.

It opens no files. In a checkout the folders are beside the package, in an installed wheel inside it. They are
never relative to the working directory.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def assets() -> Path:
    """Return the folder of fonts, pictures, sounds and translations.

    Raises FileNotFoundError when the installation lacks it.
    """
    return _folder("assets")


def sample_feed() -> Path:
    """Return the sample feed: a folder of YAML and media as an admin writes it.

    Raises FileNotFoundError when the installation lacks it.
    """
    return _folder("playlists")


def _folder(name: str) -> Path:
    for parent in (_PACKAGE, _PACKAGE.parent):
        if (parent / name).is_dir():
            return parent / name
    raise FileNotFoundError(f"no folder {name!r} in {_PACKAGE} or beside it: the installation is incomplete")
