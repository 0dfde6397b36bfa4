"""Infodisk Studio: the editor for those who write what screens show."""
