"""What an operator does with the ledger from the command line."""

import typer

from eduverse.app.serve import open_services
from eduverse.app.settings import Settings

__all__ = ["audit_ledger", "rebuild_balances"]


async def audit_ledger(settings: Settings, head: str | None) -> None:
    """Says what does not fit; exit code 1 when something does not. `head` is the hash of a folio that was kept."""
    async with open_services(settings) as services:
        report = await services.rewards.audit.run(head)
    for finding in report.findings:
        typer.echo(finding, err=True)
    typer.echo(
        f"{report.postings} postings in {report.folios} folios, {report.waiting} not sealed yet; head {report.head}"
    )
    if report.findings:
        raise typer.Exit(1)


async def rebuild_balances(settings: Settings) -> None:
    async with open_services(settings) as services:
        typer.echo(f"{await services.rewards.audit.rebuild()} balances were not right, and are now.")
