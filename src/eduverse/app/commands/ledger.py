"""`eduverse ledger`: whether the tokens' ledger is as it was written."""

from typing import Annotated

import typer

from eduverse.app.commands.running import Data, run, settings_of
from eduverse.app.settings import Settings

__all__ = ["ledger"]

ledger = typer.Typer(no_args_is_help=True, help="The ledger of the tokens.")


@ledger.command("audit")
def audit_ledger(
    data: Data = None,
    head: Annotated[
        str | None, typer.Option(help="A hash that an earlier audit has printed: it must be there still.")
    ] = None,
) -> None:
    """Read the whole ledger and say what does not fit; exit code 1 when something does not."""
    run(_audit(settings_of(data=data), head))


@ledger.command("rebuild")
def rebuild_balances(data: Data = None) -> None:
    """Draw up the balances from the ledger again."""
    run(_rebuild(settings_of(data=data)))


async def _audit(settings: Settings, head: str | None) -> None:
    from eduverse.app.serve import open_services

    async with open_services(settings) as services:
        report = await services.rewards.audit.run(head)
    for finding in report.findings:
        typer.echo(finding, err=True)
    print(f"{report.postings} postings in {report.folios} folios, {report.waiting} not sealed yet; head {report.head}")
    if report.findings:
        raise typer.Exit(1)


async def _rebuild(settings: Settings) -> None:
    from eduverse.app.serve import open_services

    async with open_services(settings) as services:
        print(f"{await services.rewards.audit.rebuild()} balances were not right, and are now.")
