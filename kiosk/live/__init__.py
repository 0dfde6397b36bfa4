"""Live data other than free times: its form, its age, and what is shown of it; `sources/` reads it."""
