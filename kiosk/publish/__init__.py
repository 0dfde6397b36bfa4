"""The admin's side: keys, build, sign and write a site."""
