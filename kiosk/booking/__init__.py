"""Slots, opening hours, freshness and booking links. Pure, except for `sources`."""
