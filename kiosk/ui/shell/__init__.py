"""The window, what all its pages share (reading aloud, the translation), and the maintenance page."""
