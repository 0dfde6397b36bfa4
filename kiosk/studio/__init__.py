"""Infodisk Studio: the editor for the people who write what screens show."""
