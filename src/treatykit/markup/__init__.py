"""The clause notation: reads the words of a clause file to a syntax tree, and prints it back."""
