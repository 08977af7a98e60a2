"""The forms of a report. Each takes what is published, and gives bytes."""
