"""The command line: `eduverse demo`, `serve`, `load`, `admin …`, and what `commands` adds."""

import asyncio
import os
import signal
import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import eduverse
from eduverse.app.commands.chain import chain
from eduverse.app.commands.content import content
from eduverse.app.commands.jobs import jobs
from eduverse.app.commands.ledger import ledger
from eduverse.app.commands.running import Data, refusal, run, settings_of
from eduverse.app.settings import Settings, SettingsError

if TYPE_CHECKING:
    from eduverse.load.accounts import Teacher
    from eduverse.load.report import Plan, Report

__all__ = ["app", "main"]

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="EduVerse: a self-hosted 3D campus for live classes.",
)
admin = typer.Typer(no_args_is_help=True, help="Administrators.")
app.add_typer(admin, name="admin")
app.add_typer(chain, name="chain")
app.add_typer(content, name="content")
app.add_typer(jobs, name="jobs")
app.add_typer(ledger, name="ledger")

Port = Annotated[int | None, typer.Option(help="The port to listen on.", min=0, max=65_535)]
Host = Annotated[str | None, typer.Option(help="The address to listen on; 0.0.0.0 for every one of this machine.")]


@app.command()
def demo(
    port: Port = None,
    host: Host = None,
    data: Data = None,
    *,
    no_open: Annotated[bool, typer.Option("--no-open", help="Do not open a browser.")] = False,
) -> None:
    """Serve a campus with a teacher, students and the classes of a course, to look around in."""
    settings = settings_of(
        host=host,
        port=port,
        data=data,
        log_format="console",
        log_level=os.environ.get("EDUVERSE_LOG_LEVEL", "warning"),
        audience=os.environ.get("EDUVERSE_AUDIENCE", "adults"),
    )
    _serve(settings, demo=True, browse=not no_open)


@app.command()
def serve(port: Port = None, host: Host = None, data: Data = None) -> None:
    """Serve this campus."""
    _serve(settings_of(host=host, port=port, data=data), demo=False, browse=False)


@app.command()
def load(  # noqa: PLR0913 (its parameters are the command's options)
    url: Annotated[str | None, typer.Argument(help="A campus; without it, one is started for the occasion.")] = None,
    *,
    rooms: Annotated[int, typer.Option(help="Classrooms.", min=1, max=1000)] = 1,
    users: Annotated[int, typer.Option(help="People in each.", min=1, max=500)] = 30,
    hz: Annotated[float, typer.Option(help="Moves a second, of each.", min=0.1, max=30)] = 10.0,
    seconds: Annotated[float, typer.Option(help="For how long they walk.", min=1)] = 15.0,
    chaos: Annotated[bool, typer.Option("--chaos", help="Break, stall and abandon connections all the while.")] = False,
    storm: Annotated[int, typer.Option(help="Break so many connections at once.", min=0)] = 0,
    chats_per_minute: Annotated[float, typer.Option(help="Messages of each.", min=0, max=120)] = 1.0,
    seed: Annotated[int, typer.Option(help="Who does what when: the same for the same number.")] = 1,
    json: Annotated[Path | None, typer.Option(help="Write the report here, too.")] = None,
    teacher: Annotated[str | None, typer.Option(help="With a URL: the e-mail of somebody who may open rooms.")] = None,
    password: Annotated[str | None, typer.Option(envvar="LOAD_PASSWORD", help="Theirs.")] = None,
) -> None:
    """Put a campus under load with people who walk and talk; exit code 1 when anything was lost, doubled or left."""
    from eduverse.load.accounts import Teacher
    from eduverse.load.report import Plan

    plan = Plan(
        rooms=rooms,
        users=users,
        hz=hz,
        seconds=seconds,
        chaos=chaos,
        storm=storm,
        chats_per_minute=chats_per_minute,
    )
    if url is not None and not (teacher and password):
        raise refusal(SettingsError("A URL needs --teacher and --password of somebody who may open classrooms."))
    try:
        run(_load(plan, seed, json, url, Teacher(teacher or "", password or "")))
    except asyncio.CancelledError:
        raise typer.Exit(143) from None


async def _load(plan: "Plan", seed: int, path: Path | None, url: str | None, teacher: "Teacher") -> None:
    from eduverse.app.crowd import put_under_load
    from eduverse.load.errors import LoadError

    _cancel_when_terminated()
    try:
        report = await put_under_load(plan, seed=seed, url=url, teacher=teacher, progress=_progress)
    except LoadError as error:
        raise refusal(error) from None
    _tell(report, path)


def _cancel_when_terminated() -> None:
    """The server of our own, in a session of its own, would not hear of it: we stop it on our way out."""
    task = asyncio.current_task()
    if sys.platform != "win32" and task is not None:
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)


def _tell(report: "Report", path: Path | None) -> None:
    import msgspec

    from eduverse.load.report import table

    if path is not None:
        path.write_bytes(msgspec.json.format(msgspec.json.encode(report)) + b"\n")
    print(table(report))
    if not report.passed:
        raise typer.Exit(1)


def _progress(text: str) -> None:
    typer.echo(f"  {text}", err=True)


@app.command()
def version() -> None:
    """Say which version this is."""
    print(f"eduverse {eduverse.__version__}")


@admin.command("rotate-signing-key")
def rotate_signing_key(data: Data = None) -> None:
    """Sign certificates with a new key from the next start on; those that are out stay genuine."""
    from eduverse.app.keys import rotate_signing_key
    from eduverse.kernel.clock import SystemClock
    from eduverse.kernel.ids import Ids, SystemEntropy

    settings = settings_of(data=data)
    settings.data_folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        key = rotate_signing_key(settings.data_folder, Ids(SystemClock(), SystemEntropy()), SystemEntropy())
    except SettingsError as error:
        raise refusal(error) from None
    print(f"Certificates are signed with the key {key.id} once the server is started again.")


@admin.command("create")
def create_admin(
    email: Annotated[str, typer.Option(prompt=True)],
    name: Annotated[str, typer.Option(prompt=True)],
    password: Annotated[str, typer.Option(prompt=True, confirmation_prompt=True, hide_input=True)],
    data: Data = None,
) -> None:
    """Open an administrator's account. The server must not be running on the same data folder."""
    run(_create_admin(settings_of(data=data), email, name, password))


async def _create_admin(settings: Settings, email: str, name: str, password: str) -> None:
    import msgspec

    from eduverse.app.serve import open_services
    from eduverse.auth.schemas import Register
    from eduverse.auth.service import Registration
    from eduverse.gateway.decoder import decode_body
    from eduverse.vocabulary.principal import Role

    checked = decode_body(msgspec.json.encode({"email": email, "name": name, "password": password}), Register)
    async with open_services(settings) as services:
        wish = Registration(checked.email, checked.password, checked.name, Role.ADMIN, checked.avatar_data)
        user = await services.auth.create_user(wish)
    print(f"{user.name} <{user.email}> is an administrator now.")


def _serve(settings: Settings, *, demo: bool, browse: bool) -> None:
    from eduverse.app.serve import configure_logging, serve

    configure_logging(settings)

    def announce(url: str, seeded: Any) -> None:
        print(_welcome(url, settings, seeded), flush=True)
        if browse:
            webbrowser.open(url)

    run(serve(settings, demo=demo, announce=announce))


def _welcome(url: str, settings: Settings, seeded: Any) -> str:
    from eduverse.app.chain import RPC_PATH, has_own_chain

    lines = ["", f"  {settings.campus_name} is open at {url}", ""]
    if seeded:
        width = max(len(account.email) for account in seeded.accounts)
        lines += [f"  {one.label:<8} {one.email:<{width}}  {one.password}" for one in seeded.accounts]
        lines += ["", f"  The class “{seeded.classroom}” has a quiz ready: “{seeded.quiz}”."]
        lines += [f"  “Science club” is private; its code is {seeded.join_code}.", ""]
        lines += ["  Sign in as the teacher in one browser and as a student in another (or in a private window)."]
        if has_own_chain(settings):
            lines += [f"  A wallet or a tool can look at its blockchain: {url}{RPC_PATH}"]
    lines += [f"  Data: {_short(settings.data_folder)}    Interface: {url}/api/docs    Stop: Ctrl+C", ""]
    return "\n".join(lines)


def _short(path: Path) -> str:
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


def main() -> None:
    app()


if __name__ == "__main__":
    main()
