"""Tools for whoever works on Verbinder. Not part of the application."""
