"""Live data besides the free times: what it is, how old, and what of it is shown; `sources/` reads it."""
