"""The list of the drawings in a preview folder, kept from one run to the next."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from kiosk.drawn_checks.finding import Box, Fault, Finding, Use
from kiosk.drawn_checks.job import Proof
from kiosk.feed.message_catalog import from_plain, to_plain

LIST = "proofs.json"


def read(folder: Path, *, pictures: bool = True) -> dict[str, Proof]:
    """Return the proofs in the folder, by file; none if its list cannot be read.

    Proofs whose picture is missing are left out, unless the folder keeps no `pictures`.
    """
    try:
        listed = json.loads((folder / LIST).read_bytes())
        proofs = [_proof(each) for each in listed]
    except (OSError, ValueError, TypeError, KeyError):
        return {}
    return {proof.file: proof for proof in proofs if not pictures or (folder / proof.file).is_file()}


def write(folder: Path, proofs: Iterable[Proof]) -> None:
    """Write the list of proofs."""
    data = json.dumps([_listed(proof) for proof in proofs], ensure_ascii=False)
    (folder / LIST).write_text(data, encoding="utf-8")


def settle(folder: Path, before: dict[str, Proof], now: Iterable[Proof]) -> list[Proof]:
    """Return the proofs of this run, with old findings where nothing changed; delete outdated pictures."""
    proofs = [proof if proof.fresh else replace(before[proof.file], fresh=False) for proof in now]
    for file in before.keys() - {proof.file for proof in proofs}:
        (folder / file).unlink(missing_ok=True)
    return proofs


def _listed(proof: Proof) -> dict[str, Any]:
    """Return a proof in a form for JSON, with the details of its findings as message templates."""
    listed = asdict(proof)
    for each, finding in zip(listed["findings"], proof.findings, strict=True):
        each["detail"] = to_plain(finding.detail)
    return listed


def _proof(listed: dict[str, Any]) -> Proof:
    findings = tuple(_finding(**each) for each in listed.pop("findings"))
    uses = tuple(Use(**each) for each in listed.pop("uses"))
    return Proof(**listed, findings=findings, uses=uses)


def _finding(fault: str, box: dict[str, int], detail: object, **rest: str) -> Finding:
    return Finding(Fault(fault), from_plain(detail), Box(**box), **rest)
