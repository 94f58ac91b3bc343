"""`eduverse content`: the file store."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eduverse.app.commands.running import Data, run, settings_of
from eduverse.app.settings import Settings

if TYPE_CHECKING:
    from eduverse.app.archives import Finding

__all__ = ["content"]

content = typer.Typer(no_args_is_help=True, help="The file store: archives of what is in it, and its health.")
Cid = Annotated[str, typer.Argument(help="The CID of a file or directory.")]


@content.command("export")
def export_content(
    cid: Cid, archive: Annotated[Path, typer.Argument(help="The file to write.")], data: Data = None
) -> None:
    """Write a file or directory with all that is in it into an archive (CARv1)."""
    from eduverse.app.archives import export

    run(export(settings_of(data=data), cid, archive))


@content.command("import")
def import_content(
    archive: Annotated[Path, typer.Argument(help="A CAR of version 1.", exists=True, dir_okay=False)], data: Data = None
) -> None:
    """Take in an archive, and keep what is under its roots until it is released."""
    run(_import(settings_of(data=data), archive))


async def _import(settings: Settings, archive: Path) -> None:
    from eduverse.app.archives import take_in

    taken = await take_in(settings, archive)
    for cid in taken.missing:
        typer.echo(f"missing: {cid}", err=True)
    if taken.missing:
        typer.echo("eduverse: Nothing is kept: blocks are missing, of which these are some.", err=True)
        raise typer.Exit(1)
    print(f"{taken.blocks} blocks")
    for root in taken.roots:
        print(f"kept: {root}")


@content.command("release")
def release_content(cid: Cid, data: Data = None) -> None:
    """Keep no more what was imported; it is removed a day later, unless the campus has a use for it."""
    from eduverse.app.archives import release

    run(release(settings_of(data=data), cid))


@content.command("verify")
def verify_content(
    cids: Annotated[list[str] | None, typer.Argument(help="What to read; without any, all that is kept.")] = None,
    data: Data = None,
) -> None:
    """Read every block of what is kept and check it against its name; exit code 1 when one is missing or damaged."""
    run(_verify(settings_of(data=data), cids or []))


@content.command("move")
def move_content(data: Data = None) -> None:
    """Put what is kept in the data folder on the IPFS node that is set. The server must not be running."""
    run(_move(settings_of(data=data)))


async def _verify(settings: Settings, cids: list[str]) -> None:
    from eduverse.app.archives import verify

    await _told(verify(settings, cids))


async def _move(settings: Settings) -> None:
    from eduverse.app.archives import move

    await _told(move(settings))


async def _told(findings: "AsyncIterator[Finding]") -> None:
    """Exit code 1 when something is missing or damaged."""
    count = bad = 0
    async for finding in findings:
        count += 1
        if finding.trouble:
            bad += 1
            print(f"{finding.cid}  {finding.trouble}")
    print(f"{count} looked at, {bad} not whole")
    if bad:
        raise typer.Exit(1)


@content.command("gc")
def collect_content(data: Data = None) -> None:
    """Remove what nobody has kept for a day, as the campus does by itself every six hours."""
    run(_collect(settings_of(data=data)))


async def _collect(settings: Settings) -> None:
    from eduverse.app.archives import collect

    print(f"{await collect(settings)} blocks removed")
