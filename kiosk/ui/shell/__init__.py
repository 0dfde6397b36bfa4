"""The window, what belongs to it all (reading aloud, the language), and the page for staff."""
