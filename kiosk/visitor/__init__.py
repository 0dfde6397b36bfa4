"""One visitor's session as a state machine; pure, with time passed in."""
