"""The slides: which is on, what each says, the bar below them and the notices over them."""
