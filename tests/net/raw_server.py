"""A server on loopback that sends whatever bytes a test specifies, and stops with the test."""

import socket
import threading
from contextlib import contextmanager, suppress

END_S = 20


class RawServer:
    """Runs `script(connection, server)` for each connection, in its own thread."""

    def __init__(self, script, context=None):
        self.script, self.context = script, context
        self.ended = threading.Event()
        self.heard, self.open = [], []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.url = f"http{'s' if context else ''}://127.0.0.1:{self.port}"
        self.threads = [threading.Thread(target=self._accept)]
        self.threads[0].start()

    def _accept(self):
        with suppress(OSError):
            while True:
                connection, _ = self.listener.accept()
                self.open.append(connection.dup())
                self.threads.append(threading.Thread(target=self._serve, args=(connection,)))
                self.threads[-1].start()

    def _serve(self, connection):
        with suppress(OSError), connection:
            if self.context:
                connection = self.context.wrap_socket(connection, server_side=True)
            with connection:
                self.script(connection, self)
                connection.shutdown(socket.SHUT_RDWR)

    def head(self, connection):
        """Return the head of a request, or nothing at the end of a connection."""
        data = b""
        while b"\r\n\r\n" not in data and (more := connection.recv(4096)):
            data += more
        if data:
            self.heard.append(data)
        return data

    def close(self):
        self.ended.set()
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        for connection in self.open:
            with suppress(OSError), connection:
                connection.shutdown(socket.SHUT_RDWR)
        for thread in self.threads:
            thread.join(END_S)


@contextmanager
def raw_server(script, context=None):
    """Run a `RawServer`."""
    server = RawServer(script, context)
    try:
        yield server
    finally:
        server.close()


def answers(data):
    """A script that sends these bytes for each request."""

    def script(connection, server):
        while server.head(connection):
            connection.sendall(data)

    return script


def drips(before, again, pause_s=0.01):
    """A script that reads a request, sends `before`, and then repeats `again` slowly, byte by byte."""

    def script(connection, server):
        server.head(connection)
        connection.sendall(before)
        for _ in range(int(END_S / pause_s)):
            for byte in again:
                connection.sendall(bytes((byte,)))
                if server.ended.wait(pause_s):
                    return

    return script


def silent(_connection, server):
    """A script that sends nothing."""
    server.ended.wait(END_S)
