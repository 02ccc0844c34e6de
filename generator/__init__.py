"""The inter-municipal catalogue: check an entry, find it, take it over."""
