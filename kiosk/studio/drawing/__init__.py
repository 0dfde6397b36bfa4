"""Slides drawn for the Studio as screens show them, in a process of their own."""
