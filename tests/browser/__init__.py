"""Tests that look at the site with a browser, as a reader does."""
