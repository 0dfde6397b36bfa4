"""One HTTP client for everything that asks a server: bounded in time, bytes, memory and redirects.

Owns connections, deadlines, TLS trust and the interruption of a wait. Refuses everything ambient: no
`~/.netrc`, no proxy or certificate variables of the environment. What the bytes are worth is decided by
whoever asked.
"""
