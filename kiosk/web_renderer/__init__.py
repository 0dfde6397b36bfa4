"""The renderer of web pages, with QtWebEngine: one process for each picture, imported by nothing."""
