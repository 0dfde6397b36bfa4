"""Trust, download, store, activation and the return to the last good generation.

`updater` is the door; `trust` and `plan` decide without touching anything, `pull`, `fetch` and `store` act.
"""
