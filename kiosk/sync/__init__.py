"""Trust, download, store, activation and the return to the last good generation."""
