"""Draw slides for the Studio as screens show them, in a separate process."""
