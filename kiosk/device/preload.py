"""Import modules that need no Qt before PySide6.

Once loaded, PySide6 inspects the source of every module imported later (`feature_imported` in its
shibokensupport/feature.py), which costs a third of a millisecond for each: 90 ms in total.
"""

import kiosk.booking.bookable_rules
import kiosk.signage.notice_schedule
import kiosk.sync.stored_feed  # noqa: F401  # loading them is all
