"""iCalendar (RFC 5545, 7529, 7953) as busy time; what is not understood counts as busy, and is reported."""
