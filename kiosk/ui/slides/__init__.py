"""The slides: which one is on and what it says, the bar below them, and the notices over them."""
