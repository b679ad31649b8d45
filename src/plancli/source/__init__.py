"""Where plans come from: a folder's files, their text, values and positions; the only room with the YAML parser."""
