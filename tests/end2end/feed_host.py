"""nginx as the feed host, as `docs/operations.md` sets it up, and a proxy before it that does all wrong."""

import os
import socket
import subprocess
import threading
from contextlib import contextmanager, suppress

NGINX = """
{user} daemon off; worker_processes 1; pid {run}/pid; error_log {run}/error.log;
events {{ worker_connections 1024; }}
http {{
    access_log {run}/access.log; sendfile on; etag on;
    types {{ application/json json; application/yaml yaml; }}
    default_type application/octet-stream;
    gzip on; gzip_types application/json application/yaml; gzip_min_length 1000;
    client_body_temp_path {run}/a; proxy_temp_path {run}/b; fastcgi_temp_path {run}/c;
    uwsgi_temp_path {run}/d; scgi_temp_path {run}/e;
    server {{
        listen 127.0.0.1:{port}{tls};
        root {site};
        location = /metadata/timestamp.json {{ add_header Cache-Control no-cache; }}
        location / {{ add_header Cache-Control "public, max-age=31536000, immutable"; }}
        {include}
    }}
}}
"""


@contextmanager
def nginx(site, run, certificate=None, include=None):
    """Serve a site, over TLS with a `certificate`, and with a file of more locations; gives its port."""
    run.mkdir(parents=True, exist_ok=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = run / "nginx.conf"
    user = "user root;" if os.getuid() == 0 else ""  # the folders of tests are their owner's alone
    tls = f" ssl; ssl_certificate {certificate}; ssl_certificate_key {certificate}" if certificate else ""
    more = f"include {include};" if include else ""
    config.write_text(NGINX.format(run=run, port=port, site=site, user=user, tls=tls, include=more))
    with subprocess.Popen(["/usr/sbin/nginx", "-c", config], stderr=subprocess.DEVNULL) as server:
        try:
            wait_until_open(port, server)
            yield port
        finally:
            server.terminate()


def wait_until_open(port, server):
    while server.poll() is None:
        with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port), timeout=5):
            return
    raise RuntimeError("nginx did not start")


class FaultProxy:
    """Passes HTTP on to a port, one request a connection; `fault` may do anything to an answer.

    A fault takes the answer's head and body as nginx gave them, and yields the bytes to send; the connection
    is closed after them.
    """

    def __init__(self, port):
        self.port = port
        self.fault = whole
        self.only = b""
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self.threads = []
        self.main = threading.Thread(target=self._accept)
        self.main.start()

    def close(self):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.main.join()
        for thread in self.threads:
            thread.join()

    def _accept(self):
        with suppress(OSError):
            while True:
                client, _ = self.listener.accept()
                thread = threading.Thread(target=self._serve, args=(client,))
                self.threads.append(thread)
                thread.start()

    def _serve(self, client):
        with client, suppress(OSError):
            request = read_head(client)
            head, body = self._ask(request)
            fault = self.fault if self.only in request.partition(b"\r\n")[0] else whole
            for part in fault(head, body):
                client.sendall(part)

    def _ask(self, request):
        request = request.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n", 1)
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as server:
            server.sendall(request)
            answer = b"".join(iter(lambda: server.recv(65536), b""))
        head, _, body = answer.partition(b"\r\n\r\n")
        return head, body


def read_head(client):
    data = b""
    while b"\r\n\r\n" not in data:
        part = client.recv(4096)
        if not part:
            raise ConnectionError
        data += part
    return data


def with_length(head, length):
    lines = [line for line in head.split(b"\r\n") if not line.lower().startswith(b"content-length")]
    return b"\r\n".join((*lines, b"Content-Length: %d" % length)) + b"\r\n\r\n"


def whole(head, body):
    yield head + b"\r\n\r\n" + body


def cut(head, body):
    yield head + b"\r\n\r\n" + body[: len(body) // 2]


def cut_in_the_head(head, _body):
    yield head[: len(head) // 2]


def nothing(_head, _body):
    yield b""


def truncated(head, body):
    yield with_length(head, len(body) // 2) + body[: len(body) // 2]


def corrupted(head, body):
    middle = len(body) // 2
    yield head + b"\r\n\r\n" + body[:middle] + bytes((body[middle] ^ 1,)) * bool(body) + body[middle + 1 :]


def repeated(head, body):
    yield with_length(head, 2 * len(body)) + body + body


def too_long_a_length(head, body):
    yield with_length(head, len(body) + 1000) + body


def too_short_a_length(head, body):
    yield with_length(head, max(0, len(body) - 7)) + body


def no_length(head, body):
    lines = [line for line in head.split(b"\r\n") if not line.lower().startswith(b"content-length")]
    yield b"\r\n".join(lines) + b"\r\n\r\n" + body


def nonsense_length(head, body):
    yield with_length(head, 0).replace(b"Content-Length: 0", b"Content-Length: many") + body


def all_for_a_part(head, body):
    """Say 200 to whoever asked for a part."""
    yield head.replace(b"206 Partial Content", b"200 OK") + b"\r\n\r\n" + body


def part_for_all(head, body):
    """Say 206 to whoever asked for all."""
    yield head.replace(b"200 OK", b"206 Partial Content") + b"\r\n\r\n" + body


def circle(_head, _body):
    yield b"HTTP/1.1 302 Found\r\nLocation: /metadata/timestamp.json\r\nContent-Length: 0\r\n\r\n"


def elsewhere(_head, _body):
    yield b"HTTP/1.1 302 Found\r\nLocation: http://portal.example/\r\nContent-Length: 0\r\n\r\n"


def portal(_head, _body):
    page = b"<html>Accept the terms of this network</html>"
    yield b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(page) + page


def not_modified(_head, _body):
    yield b"HTTP/1.1 304 Not Modified\r\n\r\n"


def broken(_head, _body):
    yield b"HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n"


def garbage(_head, _body):
    yield bytes(range(256)) * 10


FAULTS = (
    cut, cut_in_the_head, nothing, truncated, corrupted, repeated, too_long_a_length, too_short_a_length,
    nonsense_length, part_for_all, circle, elsewhere, portal, not_modified, broken, garbage,
)  # fmt: skip
HARMLESS = (whole, no_length, all_for_a_part)
