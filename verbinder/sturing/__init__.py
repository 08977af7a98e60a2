"""Steering, where it meets figures and reports: plans, overleggen and what works elsewhere.

The rules of the region itself stand on the ground floor (`regio.services`).
"""
