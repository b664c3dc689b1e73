"""Notices and reminders to people."""
