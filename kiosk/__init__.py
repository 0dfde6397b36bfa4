"""Infodisk: information slides and a self-service desk for a citizen office."""

__version__ = "0.1.0"
