"""A token in software (SoftHSM), with a key on it, as a token's own tool would make it."""

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

MODULE = "/usr/lib/softhsm/libsofthsm2.so"
PIN = "2468-1357"

_GENERATE = """
import sys, pkcs11
from pkcs11.util.ec import encode_named_curve_parameters
module, token, pin, number, curve = sys.argv[1:]
with pkcs11.lib(module).get_token(token_label=token).open(rw=True, user_pin=pin) as session:
    curve = {pkcs11.Attribute.EC_PARAMS: encode_named_curve_parameters(curve)}
    made = session.create_domain_parameters(pkcs11.KeyType.EC, curve, local=True)
    made.generate_keypair(store=True, id=bytes([int(number)]))
"""


@contextmanager
def soft_token(folder: Path, label: str):
    """Make a token of this label, with a P-256 key of the id 2, for this process and its children."""
    import pkcs11  # noqa: PLC0415  # only where a token is used

    folder.mkdir()
    (folder / "tokens").mkdir()
    config = folder / "softhsm2.conf"
    config.write_text(f"directories.tokendir = {folder}/tokens\nlog.level = ERROR\n", "utf-8")
    before = os.environ.get("SOFTHSM2_CONF")
    os.environ["SOFTHSM2_CONF"] = str(config)
    try:
        init = ("--init-token", "--free", "--label", label, "--so-pin", "so-pin-1", "--pin", PIN)
        subprocess.run(["softhsm2-util", *init], check=True, capture_output=True, timeout=60)
        generate(label, 2)
        yield MODULE
    finally:
        pkcs11.unload(MODULE)
        del os.environ["SOFTHSM2_CONF"]
        if before is not None:
            os.environ["SOFTHSM2_CONF"] = before


def generate(label, number, curve="secp256r1"):
    """Make a key on a token."""
    words = (MODULE, label, PIN, str(number), curve)
    subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _GENERATE, *words], check=True, capture_output=True, timeout=60
    )
