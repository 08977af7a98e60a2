"""The forms on persons and their dossiers."""
