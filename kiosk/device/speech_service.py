"""Whether speech-dispatcher answers: its client library waits without end for one that hangs.

It hangs, for example, for good once one of its output modules has died. Asked in SSIP, its protocol.
"""

from __future__ import annotations

import os
import socket
from contextlib import closing
from pathlib import Path

ADDRESS = "SPEECHD_ADDRESS"
PATIENCE_S = 1.0
QUESTION = b"LIST OUTPUT_MODULES\r\n"


def is_stuck() -> bool:
    """Return whether the service of this user takes connections and does not answer within a second.

    One that is not running is not stuck: the library starts it.
    """
    try:
        with closing(_connection()) as connection:
            connection.sendall(QUESTION)
            return not connection.recv(1)
    except TimeoutError:
        return True
    except (OSError, ValueError):
        return False


def _connection() -> socket.socket:
    method, _, address = os.environ.get(ADDRESS, "").partition(":")
    if method == "inet_socket":
        host, _, port = address.partition(":")
        return socket.create_connection((host, int(port or 6560)), PATIENCE_S)
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(PATIENCE_S)
    try:
        connection.connect(address or str(_default_path()))
    except BaseException:
        connection.close()
        raise
    return connection


def _default_path() -> Path:
    folder = os.environ.get("XDG_RUNTIME_DIR") or os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(folder) / "speech-dispatcher" / "speechd.sock"
