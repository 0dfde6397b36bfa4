"""Media as an admin gives them, checked and turned into what screens can show; without Qt."""
