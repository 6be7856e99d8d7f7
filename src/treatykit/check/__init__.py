"""Questions that a legal adviser asks of a text before it leaves the house, asked by a program."""
