"""Pictures of web pages: the request and result, the client that runs the renderer, and the picture cache.

Loads no Qt. The renderer is `kiosk.web_renderer`: one process per picture, which is never imported.
"""
