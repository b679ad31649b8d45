"""Files that nobody would write, thrown at plancli by the million: `make fuzz`. What it finds becomes a test."""
