"""Chromium's command-line flags: the hosts of one request, their addresses, and the proxy."""

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


def flags(request: RenderRequest, addresses: Mapping[str, str]) -> str:
    """Return Chromium's flags: it connects to the addresses in `addresses`, by host, and to no other host.

    With a proxy, which resolves hosts itself, `addresses` is empty, and only the proxy is resolved.
    """
    known = [f"MAP {name(host)} {_bracketed(address)}" for host, address in addresses.items()]
    rules = ", ".join([*known, "MAP * ~NOTFOUND", *_proxy_rules(request)])
    return (
        "--disable-gpu --mute-audio --disable-background-networking --log-level=3 "
        f'--force-webrtc-ip-handling-policy=disable_non_proxied_udp "--host-resolver-rules={rules}" '
        f"--proxy-pac-url={proxy_script([name(host) for host in request.hosts], request.proxy)}"
    )


def name(host: str) -> str:
    """Return the name of a host without its port."""
    return host.partition(":")[0]


def _bracketed(address: str) -> str:
    return f"[{address}]" if ":" in address else address


def _proxy_rules(request: RenderRequest) -> list[str]:
    return [f"EXCLUDE {QUrl(request.proxy).host()}"] if request.proxy else []


def permitted(request: RenderRequest) -> tuple[RenderRequest, dict[str, str]]:
    """Return the request with the permitted hosts only, and their addresses; raises `WebError`."""
    if request.proxy:
        resolved = {host: ResolvedHost(problem=_name_problem(host, request)) for host in request.hosts}
    else:
        resolved = look_up(request.hosts, request.named)
    page_host = resolved.get(
        host_of(request.url), ResolvedHost(problem="it is not among the hosts that this device allows")
    )
    if page_host.problem:
        raise WebError(f"{host_of(request.url)}: {page_host.problem}; web_hosts in kiosk.yaml may name it")
    usable = {host: each.address for host, each in resolved.items() if not each.problem}
    addresses = {} if request.proxy else usable
    return replace(request, hosts=tuple(usable)), addresses


def _name_problem(host: str, request: RenderRequest) -> str:
    is_private = is_written_private(host) and host not in request.named
    return "it is not on the internet" if is_private else ""


def proxy_script(hosts: list[str], proxy: str) -> str:
    """Return a proxy auto-configuration script as a data URL.

    It applies to all connections, including preconnect hints and WebRTC, which the interceptor does not see.
    Other hosts get a proxy that does not exist (RFC 2606, section 2).
    """
    route = f"PROXY {proxy.rpartition('@')[2].removeprefix('http://')}" if proxy else "DIRECT"
    choice = f"{json.dumps(hosts)}.includes(host) ? {json.dumps(route)} : 'PROXY nowhere.invalid:1'"
    script = f"function FindProxyForURL(url, host) {{ return {choice} }}"
    return f"data:application/x-ns-proxy-autoconfig;base64,{base64.b64encode(script.encode()).decode()}"
