"""How official Chinese prose is written: sentences, and the quantities in them.

The rules use it now; the diff and the importer will, so that all three read a number alike.
"""
