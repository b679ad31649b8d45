"""Readers: the bytes of a document, in whatever format it is, become paragraphs and tables and nothing else."""
