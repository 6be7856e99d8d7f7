"""The document model in the middle: every reader makes it, every engine works on it, every writer prints it."""
