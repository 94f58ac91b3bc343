"""`eduverse chain`: the contracts, and the chain that comes with the campus."""

import typer

from eduverse.app.commands.running import Data, run, settings_of
from eduverse.app.settings import Settings

__all__ = ["chain"]

chain = typer.Typer(no_args_is_help=True, help="The blockchain: contracts, and the chain that comes with the campus.")


@chain.command("deploy")
def deploy_contracts(data: Data = None) -> None:
    """Put the contracts on the chain, those that are not there yet. The server must not be running on the same data."""
    run(_chain(settings_of(data=data), deploy=True))


@chain.command("status")
def chain_status(data: Data = None) -> None:
    """Say which chain it is, and where the contracts are."""
    run(_chain(settings_of(data=data), deploy=False))


@chain.command("audit")
def audit_chain(data: Data = None) -> None:
    """Do everything again on the chain in the data folder, and compare it with what is kept there."""
    run(_audit(settings_of(data=data)))


async def _chain(settings: Settings, *, deploy: bool) -> None:
    from eduverse.app.chain import opened_chain, put_on
    from eduverse.app.serve import open_storage
    from eduverse.chain.contracts import CONTRACTS
    from eduverse.kernel.clock import SystemClock

    clock = SystemClock()
    async with open_storage(settings, clock) as storage, opened_chain(settings, storage, clock) as opened:
        contracts = put_on(opened, settings).contracts
        if deploy:
            for name in CONTRACTS:
                await contracts.deploy(name)
        under_way = await opened.tend()
        where = "its own" if settings.chain_url is None else "set by EDUVERSE_CHAIN_URL"
        print(f"chain {await opened.chain_id()} ({where}), block {await opened.height()}, account {opened.account}")
        for name in CONTRACTS:
            sent = await contracts.deployment(name)
            address = sent.contract if sent and sent.state in ("mined", "done") else None
            print(f"  {name:<20} {sent.state if sent else 'not deployed':<12} {address or ''}".rstrip())
        print(f"  under way: {under_way}")


async def _audit(settings: Settings) -> None:
    from eduverse.app.chain import audit_embedded
    from eduverse.chain.embedded.node import AuditFailed
    from eduverse.kernel.clock import SystemClock

    try:
        blocks = await audit_embedded(settings, SystemClock())
    except AuditFailed as error:
        typer.echo(f"eduverse: {error}", err=True)
        raise typer.Exit(1) from None
    print(f"{blocks} blocks, done again: every hash, receipt and balance is the same.")
