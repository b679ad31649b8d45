"""What each rule says, by its name and case. English here; other languages are translations of it.

`{name}` fields are filled with a finding's facts. A fact is plan text or a number, never a phrase.
"""
