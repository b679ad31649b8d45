"""How official Chinese prose is written: sentences, quantities, deadlines, aims, numbered clauses, pairs of marks.

The rules and the diff use it; the importer will, so that all three read a text alike.
"""
