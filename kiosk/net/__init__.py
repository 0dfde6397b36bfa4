"""The HTTP client of every room: bounded in time, bytes, memory and redirects.

Owns connections, deadlines, TLS trust, cancellation and back-off. Ignores `~/.netrc` and the proxy and
certificate variables of the environment. The caller decides whether to trust the bytes.
"""
