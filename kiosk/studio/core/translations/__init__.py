"""Export the texts of a feed to translators, and import their translations."""
