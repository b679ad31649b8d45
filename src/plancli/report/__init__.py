"""From diagnostics to text and machine formats: one list for people, programs and GitHub.

Nothing is found or weighed here, and nothing is written to a file or a terminal: every function returns text.
"""
