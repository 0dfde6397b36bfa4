"""Monitoring of screens: status and crash reports over MQTT, nudges, systemd's watchdog, Prometheus.

Content never arrives this way: a nudge only makes a screen poll the signed feed. Nothing here contains data
about visitors.
"""
