"""The HTTP client of the whole program, with limits on time, bytes, memory and redirects.

Owns connections, deadlines, TLS trust, cancellation and back-off. Ignores `~/.netrc` and the environment
variables for proxies and certificates. The caller decides whether to trust the bytes.
"""
