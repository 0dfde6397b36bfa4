"""Outputs for visitors: fonts, speech, web pages and the printer. Needs Qt's application."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

from PySide6.QtGui import QFont, QFontDatabase

from kiosk.config import Config
from kiosk.device import speech_service
from kiosk.device.doctor.diagnosis import Diagnosis, failed_diagnosis, warning_diagnosis, well
from kiosk.feed.models import Feed
from kiosk.printers.printer_address import printer_at
from kiosk.ui import fonts as shipped
from kiosk.webshot.renderer_client import renderer_problem

REINSTALL = "install Infodisk again: its fonts are a part of it"


def fonts(feed: Feed, languages: tuple[str, ...]) -> Iterator[Diagnosis]:
    """Check that each language of the screen can be displayed in its own font."""
    there = set(QFontDatabase.families())
    for code in languages:
        name = feed.languages[code].name
        family = shipped.family(code)
        if family not in there:
            yield failed_diagnosis("fonts", f"{name}: the font {family} is missing", REINSTALL)
        elif missing := shipped.missing_characters(name, QFont(family)):
            yield warning_diagnosis(
                "fonts", f"{name}: no font has {missing}", "write the name of the language without it"
            )
        else:
            yield well("fonts", f"{name}: {family}")


def speech() -> Diagnosis:
    """Check that a speech service is installed, and answers if it runs."""
    if speech_service.is_stuck():
        remedy = "end the process speech-dispatcher; it is restarted when something is to be read aloud"
        return warning_diagnosis("speech", "speech-dispatcher does not answer: nothing is read aloud", remedy)
    if shutil.which("speech-dispatcher"):
        return well("speech", "speech-dispatcher")
    remedy = "apt install speech-dispatcher speech-dispatcher-espeak-ng"
    return warning_diagnosis("speech", "speech-dispatcher is missing: nothing is read aloud", remedy)


def web(config: Config, feed: Feed | None) -> Diagnosis:
    """Check that web slides can be shown, if the feed has any."""
    wanted = feed is not None and any(slide.kind == "web" for slide in feed.slides.values())
    if not config.web:
        seen = "off; the feed's web slides are skipped" if wanted else "off"
        return (
            warning_diagnosis("web", seen, "web: true in the configuration") if wanted else well("web", seen)
        )
    trouble = renderer_problem()
    if trouble:
        remedy = "pip install 'infodisk[web]', and the packages that `deploy/setup.sh names web` lists"
        return failed_diagnosis("web", f"the renderer cannot be loaded: {trouble}", remedy)
    return well("web", f"hosts: {', '.join(config.web_hosts) or 'all that the feed names'}")


def printer(config: Config) -> Diagnosis:
    """Query the status of the printer."""
    if not config.printer:
        return well("printer", "none is configured")
    try:
        status = printer_at(config.printer).status()
    except ValueError as bad:
        return failed_diagnosis("printer", str(bad), "check printer: in the configuration")
    seen = f"{config.printer}: {status.condition.value} {status.detail}".strip()
    if status.can_print:
        return well("printer", seen)
    return failed_diagnosis("printer", seen, "switch it on, load paper, close its cover, check its address")
