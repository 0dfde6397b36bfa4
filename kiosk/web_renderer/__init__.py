"""The engine that draws web pages, with QtWebEngine: a process for each picture, imported by nothing."""
