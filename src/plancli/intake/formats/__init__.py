"""Readers: the bytes of a document, in whatever format it is, become paragraphs and tables and nothing else.

To add a format: a module with `read`, its case in `detect`, its name in the argument's help of `plancli import` and in
`refusals.UnknownFormatError`; a shape of it in the tests, which imports the real plan back from it, and hostile files.
"""
