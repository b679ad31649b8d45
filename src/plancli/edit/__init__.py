"""The only room that rewrites plan files, and only where it is asked to.

A file is not dumped anew: text is inserted at its place, and all else stays byte for byte. What would come out is
loaded, and must say the same but for what was asked, before it takes the file's place.
"""
