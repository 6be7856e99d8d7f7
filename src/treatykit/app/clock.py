"""Reads the clock: the one place that knows what day it is."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from treatykit.errors import UsageError


def now() -> datetime:
    """The time of this run, to the second.

    ``SOURCE_DATE_EPOCH`` sets it, so that the same input gives the same bytes on any day
    (reproducible-builds.org, *SOURCE_DATE_EPOCH specification*).

    Raises:
        UsageError: ``SOURCE_DATE_EPOCH`` is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        hint = "it is a number of seconds since 1 January 1970"
        raise UsageError(f"SOURCE_DATE_EPOCH is '{epoch}'", hint=hint) from None


def set_time() -> datetime | None:
    """The time that ``SOURCE_DATE_EPOCH`` sets; None where it sets none."""
    return now() if os.environ.get("SOURCE_DATE_EPOCH") else None
