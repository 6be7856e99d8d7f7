"""WordprocessingML: names, packages, parts. Knows the file format and nothing of treaties."""
