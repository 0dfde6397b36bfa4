"""Rules for signed metadata beyond python-tuf's, shared by publishing and syncing."""
