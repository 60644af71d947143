"""Makes: source → catalogs → editions."""
