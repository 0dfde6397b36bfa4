"""What publishing and syncing both hold a site against, beyond the rules of python-tuf itself."""
