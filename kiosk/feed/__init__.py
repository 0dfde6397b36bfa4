"""The feed as frozen data, read from YAML with positions; refuses what it does not know."""
