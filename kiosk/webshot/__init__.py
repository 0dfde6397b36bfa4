"""Pictures of web pages: the request and result, the client that runs the renderer, and the picture cache.

Loads no Qt. The renderer is `kiosk.web_renderer`, a process for each picture that is never imported.
"""
