"""The desk: a visitor's session on the screen, and one view-model per page."""
