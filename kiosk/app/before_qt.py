"""Load what needs no Qt before Qt.

Once PySide6 is loaded it looks into the source of every module that is loaded after it (`feature_imported` in
its shibokensupport/feature.py), which makes each take a third of a millisecond longer: 90 ms in all. And
pydantic looks for plug-ins in all that is installed, unless it is told that there are none.
"""

import os

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

import kiosk.booking.rules
import kiosk.content.authoring
import kiosk.signage.notices
import kiosk.sync.stored_feed
import kiosk.visitor.session  # noqa: F401  # loading them is all
