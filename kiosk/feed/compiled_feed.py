"""A validated feed in the form that a screen loads: MessagePack, decoded directly into the frozen models.

Sync validates a feed once and stores this form beside it; the player decodes it without pydantic or YAML.
Slides are grouped by kind, since the decoder chooses a class by the field, not by a tag. The first line holds
the version of the form, the hash of the published feed and the hash of the remaining bytes. If it does not
match, the bytes are refused, and sync compiles the feed again.
"""

from __future__ import annotations

import dataclasses
import hashlib
from functools import cache
from typing import Any, get_type_hints

import msgspec

from kiosk import __version__
from kiosk.feed import (
    alert_rules,
    booking_ways,
    conditions,
    live_slides,
    localized_text,
    maintenance_pin,
    markdown,
    models,
    recurrence,
    slide_base,
    slides,
    written_sizes,
    written_times,
    written_values,
)
from kiosk.feed.models import Feed
from kiosk.feed.slides import SLIDES_BY_KIND


class NotCompiledError(ValueError):
    """The bytes are damaged, or from another version of the product or another feed."""


def compile_feed(feed: Feed, feed_sha256: str) -> bytes:
    """Return the compiled bytes of a feed; `feed_sha256` is the hash of its published bytes."""
    by_kind: dict[str, dict[str, Any]] = {kind: {} for kind in SLIDES_BY_KIND}
    for name, slide in feed.slides.items():
        by_kind[slide.kind][name] = slide
    parts = {each.name: getattr(feed, each.name) for each in dataclasses.fields(Feed)}
    parts |= {"slides": by_kind, "slide_order": tuple(feed.slides)}
    body = msgspec.msgpack.encode(parts)
    return _header(feed_sha256, body) + body


def load_feed(data: bytes, feed_sha256: str) -> Feed:
    """Return the feed in bytes from `compile_feed`; raises `NotCompiledError`."""
    header, newline, body = data.partition(b"\n")
    if header + newline != _header(feed_sha256, body):
        raise NotCompiledError("compiled by another version, from another feed, or damaged")
    try:
        compiled = _decoder().decode(body)
    except (msgspec.DecodeError, ValueError, RecursionError) as bad:
        raise NotCompiledError(str(bad)) from bad
    parts = {
        each.name: getattr(compiled, each.name) for each in dataclasses.fields(Feed) if each.name != "slides"
    }
    by_id = {name: slide for kind in SLIDES_BY_KIND for name, slide in getattr(compiled.slides, kind).items()}
    if set(by_id) != set(compiled.slide_order):
        raise NotCompiledError("the slides do not match their order")
    return Feed(**parts, slides={name: by_id[name] for name in compiled.slide_order})


def _header(feed_sha256: str, body: bytes) -> bytes:
    return f"{_version()} {feed_sha256} {hashlib.sha256(body).hexdigest()}\n".encode()


@cache
def _decoder() -> msgspec.msgpack.Decoder[Any]:
    by_kind: list[tuple[str, Any]] = [
        (kind, dict.__class_getitem__((str, model))) for kind, model in SLIDES_BY_KIND.items()
    ]
    hints = get_type_hints(Feed, include_extras=True)
    hints |= {"slides": dataclasses.make_dataclass("SlidesByKind", by_kind), "slide_order": tuple[str, ...]}
    whole = dataclasses.make_dataclass("CompiledFeed", list(hints.items()), kw_only=True)
    return msgspec.msgpack.Decoder(whole)


@cache
def _version() -> str:
    modules = (
        models,
        slides,
        slide_base,
        live_slides,
        alert_rules,
        conditions,
        booking_ways,
        localized_text,
        written_sizes,
        written_times,
        written_values,
        maintenance_pin,
        recurrence,
        markdown,
    )
    return model_version(*(model for module in modules for model in vars(module).values()))


def model_version(*candidates: object) -> str:
    """Return a hash that changes with the product and with the fields of any dataclass among `candidates`."""
    digest = hashlib.sha256(__version__.encode())
    for model in candidates:
        if isinstance(model, type) and dataclasses.is_dataclass(model):
            shape = [(each.name, each.type) for each in dataclasses.fields(model)]
            digest.update(f"{model.__name__}{shape}".encode())
    return digest.hexdigest()[:16]
