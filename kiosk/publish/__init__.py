"""Publishing, for admins: build, sign, co-sign and upload a site; manage its keys and history."""
