"""Data in and out: the workbook of gemeenten, its template, and lists as files.

Nothing here imports Django: `ontleder` runs in a process of its own that must start fast.
"""
