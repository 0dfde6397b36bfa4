"""Load what needs no Qt before Qt.

Once PySide6 is loaded it looks into the source of every module that is loaded after it (`feature_imported` in
its shibokensupport/feature.py), which makes each take a third of a millisecond longer: 90 ms in all.
"""

import kiosk.booking.bookable_rules
import kiosk.signage.notice_schedule
import kiosk.sync.stored_feed
import kiosk.visitor.state_machine  # noqa: F401  # loading them is all
