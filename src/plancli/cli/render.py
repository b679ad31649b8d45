"""`plancli render`: the plan's documents."""


def render() -> int:
    """Render."""
    return 0
