"""The part of the Studio that needs no window: open, edit, merge, check and publish a folder."""
