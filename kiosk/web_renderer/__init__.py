"""Renders web pages with QtWebEngine, in one process per picture. No other package imports it."""
