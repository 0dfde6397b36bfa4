"""Where a site is stored: a folder, SFTP, S3 or WebDAV, behind one interface."""
