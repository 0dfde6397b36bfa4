"""The texts of a feed on their way to translators and back."""
