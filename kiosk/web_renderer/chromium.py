"""Chromium's command line flags: the hosts of one request, their addresses, and the proxy."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QUrl

from kiosk.feed.private_hosts import is_written_private
from kiosk.feed.web_addresses import host_of
from kiosk.web_renderer.lookup import ResolvedHost, look_up
from kiosk.webshot.render_request import RenderRequest, WebError


def flags(order: RenderRequest, places: Mapping[str, str]) -> str:
    """Return Chromium's flags; it resolves only the hosts in `places`, and uses no name service.

    `places` are addresses by host. A proxy resolves hosts itself: then only the proxy has an address here.
    """
    known = [f"MAP {name(host)} {_bracketed(address)}" for host, address in places.items()]
    rules = ", ".join([*known, "MAP * ~NOTFOUND", *_way_to_proxy(order)])
    return (
        "--disable-gpu --mute-audio --disable-background-networking --log-level=3 "
        f'--force-webrtc-ip-handling-policy=disable_non_proxied_udp "--host-resolver-rules={rules}" '
        f"--proxy-pac-url={ways([name(host) for host in order.hosts], order.proxy)}"
    )


def name(host: str) -> str:
    """Return the name of a host without its port."""
    return host.partition(":")[0]


def _bracketed(address: str) -> str:
    return f"[{address}]" if ":" in address else address


def _way_to_proxy(order: RenderRequest) -> list[str]:
    return [f"EXCLUDE {QUrl(order.proxy).host()}"] if order.proxy else []


def permitted(order: RenderRequest) -> tuple[RenderRequest, dict[str, str]]:
    """Return the request with the permitted hosts, and their addresses; raises `WebError`."""
    if order.proxy:
        found = {host: ResolvedHost(problem=_by_its_name(host, order)) for host in order.hosts}
    else:
        found = look_up(order.hosts, order.named)
    own = found.get(
        host_of(order.url), ResolvedHost(problem="it is not among the hosts that this device allows")
    )
    if own.problem:
        raise WebError(f"{host_of(order.url)}: {own.problem}; web_hosts in kiosk.yaml may name it")
    usable = {host: place.address for host, place in found.items() if not place.problem}
    places = {} if order.proxy else usable
    return replace(order, hosts=tuple(usable)), places


def _by_its_name(host: str, order: RenderRequest) -> str:
    inside = is_written_private(host) and host not in order.named
    return "it is not on the internet" if inside else ""


def ways(hosts: list[str], proxy: str) -> str:
    """Return a proxy auto-configuration script as a data URL.

    It covers everything: pages, preconnect hints, and WebRTC, which the interceptor does not see. Other hosts
    get a proxy that does not exist (RFC 2606, section 2).
    """
    way = f"PROXY {proxy.rpartition('@')[2].removeprefix('http://')}" if proxy else "DIRECT"
    choice = f"{json.dumps(hosts)}.includes(host) ? {json.dumps(way)} : 'PROXY nowhere.invalid:1'"
    script = f"function FindProxyForURL(url, host) {{ return {choice} }}"
    return f"data:application/x-ns-proxy-autoconfig;base64,{base64.b64encode(script.encode()).decode()}"
