"""Proofs: each slide and page drawn by the real QML before anyone sees it, and what is wrong on it."""
