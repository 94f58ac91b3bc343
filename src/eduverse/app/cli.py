"""The command line: `eduverse demo`, `serve`, `load`, `admin …`, `chain …`, `content …`, `jobs …`, `ledger …`."""

import asyncio
import os
import signal
import sys
import webbrowser
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import eduverse
from eduverse.app.settings import Settings, SettingsError, read_settings
from eduverse.jobs.model import JobState
from eduverse.kernel.errors import Problem

if TYPE_CHECKING:
    from eduverse.app.archives import Finding
    from eduverse.jobs.queue import Queue
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
chain = typer.Typer(no_args_is_help=True, help="The blockchain: contracts, and the chain that comes with the campus.")
app.add_typer(chain, name="chain")
jobs = typer.Typer(no_args_is_help=True, help="What follows from what was done: certificates to anchor, and the like.")
app.add_typer(jobs, name="jobs")
ledger = typer.Typer(no_args_is_help=True, help="The ledger of the tokens.")
app.add_typer(ledger, name="ledger")
content = typer.Typer(no_args_is_help=True, help="The file store: archives of what is in it, and its health.")
app.add_typer(content, name="content")

Port = Annotated[int | None, typer.Option(help="The port to listen on.", min=0, max=65_535)]
Host = Annotated[str | None, typer.Option(help="The address to listen on; 0.0.0.0 for every one of this machine.")]
Cid = Annotated[str, typer.Argument(help="The CID of a file or directory.")]
Data = Annotated[str | None, typer.Option(help="The folder that holds everything this campus knows.")]


@app.command()
def demo(
    port: Port = None,
    host: Host = None,
    data: Data = None,
    *,
    no_open: Annotated[bool, typer.Option("--no-open", help="Do not open a browser.")] = False,
) -> None:
    """Serve a campus with a teacher, students and the classes of a course, to look around in."""
    settings = _settings(
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
    _serve(_settings(host=host, port=port, data=data), demo=False, browse=False)


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
        raise _refusal(SettingsError("A URL needs --teacher and --password of somebody who may open classrooms."))
    try:
        _run(_load(plan, seed, json, url, Teacher(teacher or "", password or "")))
    except asyncio.CancelledError:
        raise typer.Exit(143) from None


async def _load(plan: "Plan", seed: int, path: Path | None, url: str | None, teacher: "Teacher") -> None:
    from eduverse.app.crowd import put_under_load
    from eduverse.load.errors import LoadError

    _cancel_when_terminated()
    try:
        report = await put_under_load(plan, seed=seed, url=url, teacher=teacher, progress=_progress)
    except LoadError as error:
        raise _refusal(error) from None
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

    settings = _settings(data=data)
    settings.data_folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        key = rotate_signing_key(settings.data_folder, Ids(SystemClock(), SystemEntropy()), SystemEntropy())
    except SettingsError as error:
        raise _refusal(error) from None
    print(f"Certificates are signed with the key {key.id} once the server is started again.")


@admin.command("create")
def create_admin(
    email: Annotated[str, typer.Option(prompt=True)],
    name: Annotated[str, typer.Option(prompt=True)],
    password: Annotated[str, typer.Option(prompt=True, confirmation_prompt=True, hide_input=True)],
    data: Data = None,
) -> None:
    """Open an administrator's account. The server must not be running on the same data folder."""
    _run(_create_admin(_settings(data=data), email, name, password))


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


@chain.command("deploy")
def deploy_contracts(data: Data = None) -> None:
    """Put the contracts on the chain, those that are not there yet. The server must not be running on the same data."""
    _run(_chain(_settings(data=data), deploy=True))


@chain.command("status")
def chain_status(data: Data = None) -> None:
    """Say which chain it is, and where the contracts are."""
    _run(_chain(_settings(data=data), deploy=False))


@chain.command("audit")
def audit_chain(data: Data = None) -> None:
    """Do everything again on the chain in the data folder, and compare it with what is kept there."""
    _run(_audit(_settings(data=data)))


@ledger.command("audit")
def audit_ledger(
    data: Data = None,
    head: Annotated[
        str | None, typer.Option(help="A hash that an earlier audit has printed: it must be there still.")
    ] = None,
) -> None:
    """Read the whole ledger and say what does not fit; exit code 1 when something does not."""
    from eduverse.app.bookkeeping import audit_ledger as audit

    _run(audit(_settings(data=data), head))


@ledger.command("rebuild")
def rebuild_balances(data: Data = None) -> None:
    """Draw up the balances from the ledger again."""
    from eduverse.app.bookkeeping import rebuild_balances as rebuild

    _run(rebuild(_settings(data=data)))


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


@content.command("export")
def export_content(
    cid: Cid, archive: Annotated[Path, typer.Argument(help="The file to write.")], data: Data = None
) -> None:
    """Write a file or directory with all that is in it into an archive (CARv1)."""
    from eduverse.app.archives import export

    _run(export(_settings(data=data), cid, archive))


@content.command("import")
def import_content(
    archive: Annotated[Path, typer.Argument(help="A CAR of version 1.", exists=True, dir_okay=False)], data: Data = None
) -> None:
    """Take in an archive, and keep what is under its roots until it is released."""
    _run(_import(_settings(data=data), archive))


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

    _run(release(_settings(data=data), cid))


@content.command("verify")
def verify_content(
    cids: Annotated[list[str] | None, typer.Argument(help="What to read; without any, all that is kept.")] = None,
    data: Data = None,
) -> None:
    """Read every block of what is kept and check it against its name; exit code 1 when one is missing or damaged."""
    _run(_verify(_settings(data=data), cids or []))


@content.command("move")
def move_content(data: Data = None) -> None:
    """Put what is kept in the data folder on the IPFS node that is set. The server must not be running."""
    _run(_move(_settings(data=data)))


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
    _run(_collect(_settings(data=data)))


async def _collect(settings: Settings) -> None:
    from eduverse.app.archives import collect

    print(f"{await collect(settings)} blocks removed")


@jobs.command("list")
def list_jobs(
    state: Annotated[JobState | None, typer.Option(help="Only these; dead ones have failed for good.")] = None,
    data: Data = None,
) -> None:
    """Say what is to be done, and what was done in the last week. Beside a running server: GET /api/admin/jobs."""
    _run(_list_jobs(_settings(data=data), state))


@jobs.command("retry")
def retry_jobs(
    job: Annotated[str | None, typer.Argument(help="A job's id, as jobs list shows it.")] = None,
    data: Data = None,
    *,
    all_dead: Annotated[bool, typer.Option("--all-dead", help="All that have failed for good.")] = False,
) -> None:
    """Have a job run at the next start, with all patience. Beside a running server: POST /api/admin/jobs/ID/retry."""
    if (job is None) is not all_dead:
        raise typer.BadParameter("Name one job, or say --all-dead.")
    _run(_retry_jobs(_settings(data=data), job))


@asynccontextmanager
async def _queue(settings: Settings) -> "AsyncIterator[Queue]":
    from eduverse.app.serve import open_storage
    from eduverse.jobs.queue import Queue
    from eduverse.kernel.clock import SystemClock

    clock = SystemClock()
    async with open_storage(settings, clock) as storage:
        yield Queue(storage, clock)


async def _list_jobs(settings: Settings, state: JobState | None) -> None:
    async with _queue(settings) as queue:
        after, shown = None, 0
        while True:
            page = await queue.list(state, after=after, limit=200)
            for job in page.items:
                due = f"{job.due_at:%Y-%m-%d %H:%M:%S}" if job.due_at else ""
                print(f"{job.state:<8} {due:<20} {job.tries:>3}  {job.id}  {job.error or ''}".rstrip())
            shown, after = shown + len(page.items), page.next
            if after is None:
                break
        print(f"{shown} jobs; times are UTC" if shown else "no jobs")


async def _retry_jobs(settings: Settings, job: str | None) -> None:
    async with _queue(settings) as queue:
        if job is None:
            print(f"{await queue.retry_dead()} jobs will be run again")
        else:
            print(f"{(await queue.retry(job)).id} will be run again")


def _serve(settings: Settings, *, demo: bool, browse: bool) -> None:
    from eduverse.app.serve import configure_logging, serve

    configure_logging(settings)

    def announce(url: str, seeded: Any) -> None:
        print(_welcome(url, settings, seeded), flush=True)
        if browse:
            webbrowser.open(url)

    _run(serve(settings, demo=demo, announce=announce))


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


def _settings(**given: Any) -> Settings:
    try:
        return read_settings(os.environ, **given)
    except SettingsError as error:
        raise _refusal(error) from None


def _run(work: Coroutine[Any, Any, None]) -> None:
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
        raise _refusal(error) from None


def _refusal(error: Exception) -> typer.Exit:
    typer.echo(f"eduverse: {error}", err=True)
    return typer.Exit(2)


def main() -> None:
    app()


if __name__ == "__main__":
    main()
