"""Documents about one person, to print or to send."""
