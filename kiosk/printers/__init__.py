"""Printers: receipt printers (ESC/POS) and paper printers (IPP). Without Qt."""
