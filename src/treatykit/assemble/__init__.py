"""From a draft file to a document: selected clauses, filled in, numbered and referred to each other."""
