"""What hangs on the kiosk by a wire: receipt and paper printers. No Qt, and nothing of ours but content."""
