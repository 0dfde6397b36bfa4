"""A server on loopback that says what a test tells it to, and keeps what it was asked."""

import http.server
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit


@dataclass
class Reply:
    """One answer of the stub."""

    body: bytes = b""
    status: int = 200
    headers: dict = field(default_factory=dict)
    waits_for: threading.Event | None = None


@dataclass(frozen=True)
class Asked:
    """One call that the stub got."""

    method: str
    path: str
    params: dict
    headers: dict
    body: bytes


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        parts = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        asked = Asked(self.command, parts.path, dict(parse_qsl(parts.query)), dict(self.headers), body)
        self.server.asked.append(asked)
        reply = self.server.reply_to(asked)
        if reply.waits_for:
            reply.waits_for.wait()
        self.send_response(reply.status)
        for name, value in ({"Content-Length": str(len(reply.body))} | reply.headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(reply.body)

    do_GET = do_REPORT = do_PROPFIND = answer  # noqa: N815  # the names that http.server calls

    def log_message(self, *_):
        pass


@contextmanager
def serving(reply_to):
    """Serve on loopback; `says` turns what was asked into what is said."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.reply_to, server.asked = reply_to, []
    server.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
