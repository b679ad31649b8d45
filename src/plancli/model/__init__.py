"""The plan's vocabulary: frozen values that check their own shape and do nothing else.

No positions, no input or output, no display: two revisions of a plan compare with plain `==`.
"""
