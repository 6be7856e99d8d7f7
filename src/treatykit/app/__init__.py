"""The use cases: the only room that touches files, processes and the environment."""
