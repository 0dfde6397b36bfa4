"""All of the Studio that needs no window: open, edit, merge, check, publish."""
