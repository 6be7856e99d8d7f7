"""From files to documents: one function a format, found in one table."""
