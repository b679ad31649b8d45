"""The command line: the only room with Typer, prompts and exit codes. A command parses, calls, prints and exits."""
