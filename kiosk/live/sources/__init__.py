"""The sources of live data, such as calendars and queue systems; one adapter per file."""
