"""The manuscript: a text of treatykit written so that a person reads it as it stands, and a program reads it back."""
