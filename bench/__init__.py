"""How fast plancli is, as whole processes beside what the same work costs without it: `make bench`.

Nothing here is timed in tests: a figure depends on the machine, so it is measured beside a baseline and quoted.
"""
