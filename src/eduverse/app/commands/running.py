"""What all commands have in common: where the data is, and how they run to their end."""

import asyncio
import os
import sys
from collections.abc import Coroutine
from typing import Annotated, Any

import typer

from eduverse.app.settings import Settings, SettingsError, read_settings
from eduverse.kernel.errors import Problem

__all__ = ["Data", "refusal", "run", "settings_of"]

Data = Annotated[str | None, typer.Option(help="The folder that holds everything this campus knows.")]


def settings_of(**given: Any) -> Settings:
    try:
        return read_settings(os.environ, **given)
    except SettingsError as error:
        raise refusal(error) from None


def run(work: Coroutine[Any, Any, None]) -> None:
    """Runs to the end, or until Ctrl+C; what an operator can mend is one sentence and exit code 2."""
    from eduverse.app.webbuild import WebBuildError
    from eduverse.realtime.server import ClusterUnavailable

    try:
        if sys.platform == "win32":
            asyncio.run(work)
        else:
            import uvloop

            uvloop.run(work)
    except KeyboardInterrupt:
        raise typer.Exit(130) from None
    except (SettingsError, WebBuildError, ClusterUnavailable, Problem) as error:
        raise refusal(error) from None


def refusal(error: Exception) -> typer.Exit:
    typer.echo(f"eduverse: {error}", err=True)
    return typer.Exit(2)
