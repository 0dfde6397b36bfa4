"""Usage statistics that reveal nothing about individual visitors: hourly counts, and a report."""
