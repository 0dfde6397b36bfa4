"""Slots, opening hours, freshness and booking links; pure but for `sources`."""
