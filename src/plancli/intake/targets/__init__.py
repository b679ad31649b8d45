"""Targets that a task's text sets, found by its words."""
