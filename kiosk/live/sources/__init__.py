"""Where live data comes from: calendars and queue systems, one adapter a file."""
