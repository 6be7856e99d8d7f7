"""The library of model clauses: its files, their facts and words, and the rules between them."""
