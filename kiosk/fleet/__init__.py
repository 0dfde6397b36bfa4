"""A screen seen from a distance: its heartbeat to systemd, its crashes, its status out, nudges in.

What a screen shows never comes this way: a nudge only makes it look at the signed feed. Nothing here holds
anything about a visitor.
"""
