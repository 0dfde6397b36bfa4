"""Downloads, verifies, stores and activates the feed, and rolls back to the last good generation.

The sync process runs `site_poll`; the player reads `stored_feed`. `update_trust` and `media_plan` decide
without IO; `update`, `media_download` and `store` act.
"""
