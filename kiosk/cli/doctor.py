"""`kiosk doctor`: the problems of this device, and how to fix them."""

from dataclasses import asdict
from pathlib import Path

import typer

from kiosk.cli import output
from kiosk.cli.device import CONFIG_OPTION, device, sync_config
from kiosk.cli.options import AsJson

SIGNS = {"well": "✓", "warning": "!", "wrong": "✗"}


def doctor(
    config: Path = CONFIG_OPTION,
    as_json: AsJson = False,
) -> None:
    """Check display, GPU, touch, fonts, speech, web, printer, network, clock, disk, files, feed and keys.

    Exits with 1 if something must be fixed.
    """
    from kiosk.device.doctor import Health, diagnose

    settings = device(config)
    sync = sync_config(settings)
    findings = []
    for finding in diagnose(settings, sync):
        findings.append(finding)
        if not as_json:
            output.echo(f"{SIGNS[finding.health]} {finding.subject}: {finding.seen}")
            if finding.remedy:
                output.echo(f"    → {finding.remedy}")
    if as_json:
        output.echo_json([asdict(finding) for finding in findings])
    if any(finding.health is Health.WRONG for finding in findings):
        raise typer.Exit(1)
