"""A visitor's session as a state machine. Pure; callers pass the time."""
