"""Pictures of web pages: what the engine is asked (`order`), how it is run (`camera`), what stays (`shelf`).

Loads no Qt. The engine is `kiosk.web_renderer`, which is run for each picture and never imported.
"""
