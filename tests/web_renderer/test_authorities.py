"""Which authorities are trusted, for which hosts."""

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from kiosk.web_renderer.authorities import is_vouched_for
from tests.end2end.web_host import make_authority


def test_only_an_authority_that_signed_for_this_host_is_trusted(tmp_path):
    (tmp_path / "other").mkdir()
    authority, file = make_authority(tmp_path)
    stranger, _ = make_authority(tmp_path / "other")
    own = x509.load_pem_x509_certificate(file.read_bytes()).public_bytes(Encoding.DER)
    assert is_vouched_for([own], "localhost", authority)
    assert is_vouched_for([own], "localhost", stranger + authority)
    assert not is_vouched_for([own], "localhost", stranger)
    assert not is_vouched_for([own], "kartor.example", authority)
    assert not is_vouched_for([own], "localhost", "")
    assert not is_vouched_for([own], "localhost", "no certificate")
    assert not is_vouched_for([b"no certificate"], "localhost", authority)
    assert not is_vouched_for([], "localhost", authority)
