"""Two plans become every change between them: compared first, weighed second, with whom each change reaches.

Nothing here reads a file or words a message: a change is a value, and the rooms above show it.
"""
