"""Recordings of human speech, for languages without a voice."""

from __future__ import annotations

from pathlib import Path

from kiosk.ui.desk.desk_state import DeskState
from kiosk.ui.screen_context import ScreenContext
from kiosk.visitor.session import Page


def recording(state: DeskState) -> Path | None:
    """Return the recording of the topic that is shown, or was touched to hear it; None if there is none."""
    session = state.session
    if session.shown is Page.HELP and session.topic:
        return recording_of(session.topic, state)
    if session.page is Page.TOPIC and session.pointed and session.pointed in state.context.feed.topics:
        return recording_of(session.pointed, state)
    return None


def recording_of(topic: str, state: DeskState) -> Path | None:
    """Return the recording of a topic in the visitor's language; None if there is none."""
    path = state.context.feed.topics[topic].speech.get(state.language)
    return state.context.media(path) if path else None


def language_recording(language: str, context: ScreenContext) -> Path | None:
    """Return the recording of a language's own name; None if there is none."""
    path = context.feed.languages[language].speech
    return context.media(path) if path else None
