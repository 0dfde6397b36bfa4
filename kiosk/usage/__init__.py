"""What an office learns from its visits, without learning about anyone: counts by the hour, and a report."""
