"""What becomes of changes that are pending in a text when it is compared."""

from __future__ import annotations

from enum import Enum

from treatykit.model.decide import Decision


class Existing(Enum):
    """What is done with revisions that are pending in a text when it is compared."""

    ACCEPT = "accept"
    REJECT = "reject"
    KEEP = "keep"

    def of_old(self) -> Decision:
        """What is decided of those of the old text; kept are only those of the new one."""
        return Decision.REJECT if self is Existing.REJECT else Decision.ACCEPT

    def of_new(self) -> Decision:
        """What is decided of those of the new text before it is compared: kept, they are no part of what is."""
        return Decision.ACCEPT if self is Existing.ACCEPT else Decision.REJECT
