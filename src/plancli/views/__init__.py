"""What a reader needs, computed before any template: frozen plain data, so that templates only loop and print."""
