"""The admin's side: build, sign, co-sign and upload a site; its keys and history."""
