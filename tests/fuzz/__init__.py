"""Readers of foreign bytes, fed with nonsense: `make fuzz`, and a small part of it in the suite."""
