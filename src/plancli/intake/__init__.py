"""Documents become plans: what people have, in Word and its like, read into tables, and the tables into tasks.

Nothing is dropped and nothing is guessed in silence: every cell of a document is accounted for.
"""
