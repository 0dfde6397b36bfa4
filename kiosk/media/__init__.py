"""An admin's media, examined and converted to formats that screens can show. Without Qt."""
