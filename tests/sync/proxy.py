"""A web proxy on the loopback address that records its requests."""

import base64
import http.server
import socket
import threading
from contextlib import contextmanager, suppress

from tests.sync.world import serving

WHO = "Basic " + base64.b64encode(b"kiosk:p@ss").decode()


class Proxy(http.server.SimpleHTTPRequestHandler):
    """A web proxy that resolves all names to this machine, and requires a login."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.asked.append((self.command, self.path, self.headers["Proxy-Authorization"]))
        with self._connected(self.path.split("/")[2]) as server:
            lines = (f"{name}: {value}\r\n" for name, value in self.headers.items())
            path = "/" + self.path.split("/", 3)[3]
            server.sendall(f"GET {path} HTTP/1.1\r\n{''.join(lines)}Connection: close\r\n\r\n".encode())
            self._pump(server, self.connection)  # stays open, since no header says otherwise

    def do_CONNECT(self):
        self.server.asked.append((self.command, self.path, self.headers["Proxy-Authorization"]))
        if self.headers["Proxy-Authorization"] != WHO:
            self.send_response(407)
            self.send_header("Proxy-Authenticate", 'Basic realm="the office"')
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        with self._connected(self.path) as server:
            self.send_response(200)
            self.end_headers()
            back = threading.Thread(target=self._pump, args=(server, self.connection, True))
            back.start()
            self._pump(self.connection, server, True)
            back.join()
        self.close_connection = True

    def _connected(self, address):
        return socket.create_connection(("127.0.0.1", int(address.rpartition(":")[2])), timeout=20)

    def _pump(self, source, sink, end=False):  # noqa: FBT002  # whether the end of one is the end of the other
        with suppress(OSError):
            while data := source.recv(65536):
                sink.sendall(data)
            if end:
                sink.shutdown(socket.SHUT_WR)

    def log_message(self, *_):
        pass


@contextmanager
def proxying(folder):
    """Run the proxy while the block runs; its `address` contains the login."""
    with serving(folder, Proxy) as server:
        server.address = server.url.replace("//", "//kiosk:p%40ss@")
        yield server
