"""Checks that draw every slide and page with the real QML, and report what is wrong with it."""
