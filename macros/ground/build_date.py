"""The day the site is built for, so that two builds of the same sources are the same."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def build_date() -> date:
    """SOURCE_DATE_EPOCH's day (UTC) where it is set, else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()
    except (ValueError, OverflowError, OSError) as error:
        said = f"SOURCE_DATE_EPOCH er »{epoch}« og skal være et helt antal sekunder siden 1970, fx 1795305600."
        raise ValueError(said) from error
