"""The use cases: the only room that touches files and the clock."""
