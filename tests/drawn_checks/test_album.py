from kiosk.drawn_checks import album
from kiosk.drawn_checks.finding import Box, Fault, Finding, Use
from kiosk.drawn_checks.job import Proof

FINDING = Finding(Fault.FIT, "is cut off", Box(1, 2, 3, 4), "Hej")
PROOF = Proof("s1/sv/a.png", "k", "s1", "sv", "slide", "a", "a", True, (FINDING,), (Use("/a.png", 1, 2),))


def put(folder):
    (folder / "s1/sv").mkdir(parents=True)
    (folder / PROOF.file).write_bytes(b"")


def test_proofs_read_back(tmp_path):
    put(tmp_path)
    album.write(tmp_path, [PROOF])
    assert album.read(tmp_path) == {PROOF.file: PROOF}


def test_proof_without_its_picture_is_not_known(tmp_path):
    album.write(tmp_path, [PROOF])
    assert album.read(tmp_path) == {}
    assert album.read(tmp_path, pictures=False) == {PROOF.file: PROOF}


def test_list_that_cannot_be_read_is_no_list(tmp_path):
    assert album.read(tmp_path) == {}
    (tmp_path / album.LIST).write_text('[{"file": 3}]')
    assert album.read(tmp_path) == {}


def test_old_findings_stay_and_old_pictures_go(tmp_path):
    put(tmp_path)
    unchanged = Proof("s1/sv/a.png", "k", "s1", "sv", "slide", "a", "a", fresh=False)
    (kept,) = album.settle(tmp_path, {PROOF.file: PROOF}, [unchanged])
    assert (kept.findings, kept.fresh) == ((FINDING,), False)
    assert album.settle(tmp_path, {PROOF.file: PROOF}, []) == []
    assert not (tmp_path / PROOF.file).exists()
