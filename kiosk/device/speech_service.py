"""Whether speech-dispatcher responds: its client library would wait forever for a hung service.

The service hangs permanently, for example, once one of its output modules has crashed. It is queried by its
protocol, SSIP.
"""

from __future__ import annotations

import os
import socket
from contextlib import closing
from pathlib import Path

ADDRESS = "SPEECHD_ADDRESS"
TIMEOUT_S = 1.0
QUERY = b"LIST OUTPUT_MODULES\r\n"


def is_stuck() -> bool:
    """Return whether this user's service accepts connections but does not answer within a second.

    A service that is not running is not stuck: the library starts it.
    """
    try:
        with closing(_connection()) as connection:
            connection.sendall(QUERY)
            return not connection.recv(1)
    except TimeoutError:
        return True
    except (OSError, ValueError):
        return False


def _connection() -> socket.socket:
    method, _, address = os.environ.get(ADDRESS, "").partition(":")
    if method == "inet_socket":
        host, _, port = address.partition(":")
        return socket.create_connection((host, int(port or 6560)), TIMEOUT_S)
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(TIMEOUT_S)
    try:
        connection.connect(address or str(_default_path()))
    except BaseException:
        connection.close()
        raise
    return connection


def _default_path() -> Path:
    folder = os.environ.get("XDG_RUNTIME_DIR") or os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(folder) / "speech-dispatcher" / "speechd.sock"
