"""The feed as frozen data, read from YAML with positions; unknown keys are refused."""
