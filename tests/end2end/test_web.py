"""Web slides with the real engine and a host on this machine: shown, confined, never in the way."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk import resources
from kiosk.cli.demo import publish_sample, serve_folder
from kiosk.device import Kiosk
from kiosk.device import web_pages as pages
from kiosk.device.display_settings import DisplaySettings
from kiosk.sync.sync_config import SyncConfig
from kiosk.webshot.render_request import RenderRequest, WebError
from kiosk.webshot.renderer_client import RendererClient
from tests.end2end.web_host import DISTANT, engine_words, make_authority, web_host
from tests.sync.proxy import WHO, proxying
from tests.ui.conftest import turn_until

ROOT = Path(__file__).resolve().parents[2]
GREEN = "<body style='background:#008844'><h1>Green"
MOST_MS = 90_000

pytestmark = pytest.mark.xdist_group("web")


@pytest.fixture(scope="module")
def engine():
    return engine_words()


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return make_authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def web(authority):
    with web_host(*authority) as host:
        host.pages["/"] = GREEN
        yield host


@pytest.fixture
def other(authority):
    with web_host(*authority) as host:
        yield host


@pytest.fixture(autouse=True)
def places(qapp, tmp_path, monkeypatch):
    """Folders of our own for what the engine might leave behind."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


@pytest.fixture
def order(web):
    def make(path="/", **changes):
        logged = {"patience_s": MOST_MS // 1000, "named": (web.host,)} | changes  # other tests are busy too
        return RenderRequest(web.url(path), 800, 600, (web.host,), authorities=web.authority, **logged)

    return make


def engines():
    """The processes of engines that these tests began, by what is run."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
            home = re.search(rb"(?:^|\0)HOME=([^\0]*)", (folder / "environ").read_bytes())
        except OSError:
            continue
        if not home or not home[1].startswith(os.fsencode(tempfile.gettempdir())):
            continue  # another's, such as of the trial of the package
        if b"kiosk.web_renderer" in words or words[0].endswith(b"QtWebEngineProcess"):
            found[int(folder.name)] = b"kiosk.web_renderer" in words
    return found


def test_a_page_may_ask_no_other_host_for_anything(order, engine, web, other):
    there = other.url
    web.pages["/led"] = there("/led")
    web.pages["/"] = f"""<body style='background:#008844'>
        <img src='{there("/img")}'><iframe src='{there("/frame")}'></iframe><iframe src='/led'></iframe>
        <link rel=stylesheet href='{there("/css")}'>
        <script src='{there("/js")}'></script>
        <a id=a target=_blank href='{there("/window")}'>a</a>
        <a id=b download href='{web.url("/file")}'>b</a>
        <form id=f method=post target=_blank action='{there("/form")}'></form><script>
        fetch('{there("/fetch")}', {{mode: 'no-cors'}}).catch(() => 0)
        fetch('file:///etc/passwd').then(() => fetch('/password'), () => 0)
        new WebSocket('wss://{other.host}/socket'); navigator.sendBeacon('{there("/beacon")}')
        new Worker(URL.createObjectURL(new Blob(["importScripts('{there("/worker")}')"])))
        navigator.geolocation.getCurrentPosition(() => fetch('/position')); window.open('{there("/open")}')
        navigator.mediaDevices?.getUserMedia({{video: true}}).then(() => fetch('/camera'), () => 0)
        if (confirm('?') || prompt('?')) fetch('/answered')
        a.click(); b.click(); f.submit(); fetch('/done')</script>Green"""
    picture, answer = RendererClient(engine).take(order())
    assert picture.startswith(b"\x89PNG")
    assert "/done" in web.asked
    assert not {"/position", "/camera", "/answered", "/password"} & set(web.asked)
    assert other.asked == []
    assert other.host in answer.refused


def test_no_line_is_opened_to_another_host_either(order, engine, web, other):
    web.pages["/"] = f"<link rel=preconnect href='https://127.0.0.1:{other.port}'>{GREEN}"
    RendererClient(engine).take(order())
    assert other.connected == 0


def test_nothing_is_asked_inside_the_network_unless_the_device_names_it(order, engine, web, other):
    with pytest.raises(WebError, match="not on the internet; web_hosts"):
        RendererClient(engine).take(order(named=()))
    assert web.asked == []
    inside = f"127.0.0.1:{other.port}"
    web.pages["/"] = f"<body style='background:#008844'><img src='https://{inside}/img'>Green"
    _picture, answer = RendererClient(engine).take(replace(order(), hosts=(web.host, inside)))
    assert other.connected == 0
    assert inside in answer.refused


@pytest.fixture
def proxy(tmp_path):
    with proxying(tmp_path) as server:
        yield server


def test_a_page_comes_through_a_proxy_that_wants_to_know_who_asks(order, engine, web, other, proxy):
    there = f"elsewhere.example:{other.port}"
    web.pages["/"] = f"""<link rel=preconnect href='https://{there}'>
        <body style='background:#008844'><img src='https://{there}/'><script>
        const turn = {{urls: 'turns:{there}?transport=tcp', username: 'a', credential: 'a'}}
        const line = new RTCPeerConnection({{iceServers: [turn], iceTransportPolicy: 'relay'}})
        line.createDataChannel('a'); line.createOffer().then(offer => line.setLocalDescription(offer))
        line.onicecandidateerror = () => document.body.append('No line')</script>"""
    host = f"{DISTANT}:{web.port}"
    through = {"url": f"https://{host}/", "hosts": (host,), "proxy": proxy.address}
    picture, _answer = RendererClient(engine).take(replace(order(), **through))
    assert picture.startswith(b"\x89PNG")
    assert ("CONNECT", host, WHO) in proxy.asked
    assert {asked for _, asked, _ in proxy.asked} == {host}
    assert other.connected == 0


@pytest.mark.parametrize("way", ["redirect", "script", "refresh"])
def test_a_page_that_leads_elsewhere_is_not_shown(order, engine, web, other, way):
    away = other.url("/away")
    web.pages["/"] = {
        "redirect": away,
        "script": f"<body>x<script>location = '{away}'</script>",
        "refresh": f"<meta http-equiv=refresh content='0;url={away}'><body>x",
    }[way]
    with pytest.raises(WebError, match=other.host):
        RendererClient(engine).take(order())
    assert other.asked == []


@pytest.mark.parametrize(
    ("page", "why"), [(500, "returned status 500"), (404, "returned status 404"), ("<body>", "empty")]
)
def test_what_is_no_page_is_no_picture(order, engine, web, page, why):
    web.pages["/"] = page
    with pytest.raises(WebError, match=why):
        RendererClient(engine).take(order())


def test_an_authority_that_nobody_configured_is_not_trusted(order, engine, web):
    with pytest.raises(WebError, match="CERT"):
        RendererClient(engine).take(RenderRequest(web.url(), 800, 600, (web.host,), named=(web.host,)))
    assert web.asked == []


def test_nothing_is_left_behind(order, engine, web, tmp_path):
    web.pages["/"] = """<body>x<script>document.cookie = 'a=1;max-age=9999'
        try { localStorage.a = 1 } catch {}
        indexedDB.open('a'); fetch('/cookie' + document.cookie.length)</script>"""
    for _ in range(2):
        RendererClient(engine).take(order())
    assert list((tmp_path / "tmp").iterdir()) == []
    assert not (tmp_path / "home").exists()
    turn_until(lambda: not engines())


def test_an_endless_page_is_ended_by_the_kernel(order, engine, web):
    web.pages["/"] = "<body>x<script>fetch('/begun'); onload = () => { for (;;); }</script>"
    with pytest.raises(WebError, match="SIGALRM"):
        RendererClient(engine).take(order(patience_s=8))
    turn_until(lambda: not engines())


def test_a_page_gets_no_more_memory_than_it_may_have(order, engine, web):
    web.pages["/"] = """<body>x<script>const all = []
        try { for (;;) all.push(new Uint8Array(1 << 20).fill(7)) } catch {}
        fetch('/took?' + all.length)</script>"""
    RendererClient(engine).take(order())
    (took,) = [int(path.partition("?")[2]) for path in web.asked if path.startswith("/took")]
    assert took < 1024


def test_the_engine_ends_with_the_kiosk(order, engine, web):
    asked, go = threading.Event(), threading.Event()
    web.pages["/"] = lambda: (asked.set(), go.wait(30)) and GREEN
    code = "import sys; from kiosk.webshot.render_request import read_render_request\n"
    code += "from kiosk.webshot.renderer_client import RendererClient\n"
    code += "RendererClient(sys.argv[1:]).take(read_render_request(sys.stdin.buffer.readline()))"
    with subprocess.Popen([sys.executable, "-c", code, *engine], stdin=subprocess.PIPE) as kiosk:
        kiosk.stdin.write(order().line())
        kiosk.stdin.flush()
        assert asked.wait(60)
        assert engines()
        kiosk.kill()
    go.set()
    turn_until(lambda: not engines())


@pytest.fixture
def kiosk_at(tmp_path, web, engine, monkeypatch, caplog):
    """Run a kiosk whose feed has a greeting and a web page; all share one device's disk."""
    monkeypatch.setattr(pages, "CHECK_MS", 50)
    monkeypatch.setattr(pages, "FIRST_RETRY_S", 0.5)
    caplog.set_level("INFO", "kiosk.device.web_pages")
    feed = tmp_path / "feed"
    shutil.copytree(resources.sample_feed(), feed)
    shutil.rmtree(feed / "playlists")
    (feed / "playlists").mkdir()
    (feed / "playlists" / "all.yaml").write_text("slides: [welcome, page]\n", encoding="utf-8")
    page = f"kind: web\nurl: {web.url()}\ndwell: 100 ms\nreload_every: 30 s\n"
    (feed / "slides" / "page.yaml").write_text(page, encoding="utf-8")
    welcome = feed / "slides" / "welcome.yaml"
    quick = [
        line for line in welcome.read_text(encoding="utf-8").splitlines() if not line.startswith("dwell")
    ]
    welcome.write_text("\n".join([*quick, "dwell: 100 ms", ""]), encoding="utf-8")
    with (feed / "feed.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"\nweb_hosts: ['{web.host}']\nmotion: false\n")
    root = publish_sample(feed, tmp_path / "site", tmp_path / "keys")
    (tmp_path / "ca.pem").write_text(web.authority, encoding="ascii")

    @contextmanager
    def running(**logged):
        with serve_folder(tmp_path / "site") as url:
            config = SyncConfig(url, root, tmp_path / "state", "torget-desk", ca=tmp_path / "ca.pem")
            kiosk = Kiosk(
                config, device=DisplaySettings(**{"web": True, "web_hosts": frozenset([web.host])} | logged)
            )
            kiosk.web.renderer_client = RendererClient(engine)
            shown = []
            kiosk.shell.player.slideShown.connect(lambda slide, _language: shown.append(slide))
            kiosk.start()
            kiosk.show(fullscreen=False)
            try:
                yield kiosk, shown
            finally:
                kiosk.close()

    return running


def shown_again(shown, slide, most_ms=MOST_MS):
    shown.clear()
    turn_until(lambda: slide in shown, most_ms)


def colour(kiosk):
    return kiosk.shell.window.grabWindow().pixelColor(5, 300).name()


def test_a_web_slide_is_shown_without_a_browser_in_the_kiosk(kiosk_at, tmp_path, caplog):
    with kiosk_at() as (kiosk, shown):
        turn_until(lambda: "page" in shown, MOST_MS)
        kiosk.shell.player.toggleHold()
        turn_until(lambda: colour(kiosk) == "#008844")
        assert "WebEngine" not in Path("/proc/self/maps").read_text(encoding="ascii")
        assert kiosk.web.problem == ""
        assert len(list((tmp_path / "state" / "web").iterdir())) == 1
    if "the renderer exited" in caplog.text:  # one that breaks is run again, which the next test is about
        caplog.clear()


def test_a_killed_engine_is_run_again_and_the_slides_go_on(kiosk_at, web, caplog):
    asked, go = threading.Event(), threading.Event()

    def page():
        asked.set()
        go.wait(30)
        return GREEN

    web.pages["/"] = page
    with kiosk_at() as (kiosk, shown):
        turn_until(asked.is_set, MOST_MS)
        for process, is_engine in engines().items():
            if is_engine:
                os.kill(process, signal.SIGKILL)
        turn_until(lambda: kiosk.web.problem)
        shown_again(shown, "welcome")
        assert "page" not in shown
        go.set()
        turn_until(lambda: "page" in shown, MOST_MS)
        assert not kiosk.web.problem
    assert "the renderer exited" in caplog.text
    caplog.clear()


def test_the_last_good_picture_stays_without_the_host_and_after_a_restart(kiosk_at, web, caplog):
    with kiosk_at() as (kiosk, shown):
        turn_until(lambda: "page" in shown, MOST_MS)
        web.pages["/"] = 500
        for page in kiosk.web._pages.values():
            page.due = 0
        turn_until(lambda: kiosk.web.problem, MOST_MS)
        shown_again(shown, "page")
    with kiosk_at() as (kiosk, shown):
        turn_until(lambda: "page" in shown)
        assert kiosk.web.picture(kiosk.context.feed.slides["page"]).toLocalFile()
    assert "the host returned status 500" in caplog.text
    caplog.clear()


def test_a_picture_that_is_too_old_is_not_shown(kiosk_at, tmp_path, caplog):
    with kiosk_at() as (kiosk, shown):
        turn_until(lambda: "page" in shown, MOST_MS)
        slide = kiosk.context.feed.slides["page"]
        (file,) = (tmp_path / "state" / "web").iterdir()
        old = file.stat().st_mtime - slide.valid_for - 1
        os.utime(file, (old, old))
        assert kiosk.web.picture(slide).isEmpty()
        shown_again(shown, "welcome")
        shown_again(shown, "welcome")
        assert "page" not in shown


@pytest.mark.parametrize("logged", [{"web": False}, {"web_hosts": frozenset(["kartor.example"])}])
def test_a_device_that_does_not_allow_it_shows_the_other_slides(kiosk_at, web, logged, caplog):
    with kiosk_at(**logged) as (kiosk, shown):
        turn_until(lambda: kiosk.web.problem, MOST_MS)
        shown_again(shown, "welcome")
        shown_again(shown, "welcome")
        assert "page" not in shown
        assert kiosk.web._reason or web.host in kiosk.web.problem
    assert web.asked == []
    assert [record.levelname for record in caplog.records if record.name == "kiosk.device.web_pages"] == [
        "WARNING"
    ]
    caplog.clear()
