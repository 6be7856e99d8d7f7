"""The only time that treatykit knows: the one it is told.

Nobody reads the clock, so that the same input gives the same bytes on any day.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime

from treatykit.errors import UsageError


def set_time() -> datetime | None:
    """The time that ``SOURCE_DATE_EPOCH`` sets; None where it sets none.

    Source: reproducible-builds.org, *SOURCE_DATE_EPOCH specification*.

    Raises:
        UsageError: ``SOURCE_DATE_EPOCH`` is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return None
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        hint = "it is a number of seconds since 1 January 1970"
        raise UsageError(f"SOURCE_DATE_EPOCH is '{epoch}'", hint=hint) from None
