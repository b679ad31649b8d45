"""Rules over a loaded plan: each a small generator, named for the fault, that knows neither its name nor its severity.

To add one: write it in the module of its concern with its manual as docstring, word it in `plancli/wording/`, and
enter it in the table of `plancli/rules.py`.
"""
