"""What is wrong with a feed that can be read: pure rules, a module each; the time is a value to them."""
