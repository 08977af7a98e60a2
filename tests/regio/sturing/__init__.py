"""Steering: money, plan, meetings, hours."""
