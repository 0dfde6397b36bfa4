"""What is on at an instant, when that changes, and which slide comes next. Pure."""
