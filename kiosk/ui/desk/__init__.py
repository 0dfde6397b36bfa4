"""The desk: one visitor's session on the screen, and a view-model for each of its pages."""
