"""Calendars and booking systems, read by the machine that publishes free times; no kiosk loads this."""
