"""treatykit: model treaty clauses, drafts assembled from them, and redlines between any two versions."""

from __future__ import annotations

__version__ = "0.1.0"
