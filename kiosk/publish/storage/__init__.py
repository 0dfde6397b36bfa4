"""The storage of a site: a folder, SFTP, S3 or WebDAV, behind one interface."""
