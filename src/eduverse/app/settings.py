"""What an operator can set, from `EDUVERSE_…` environment variables; a wrong value is a clear error at start."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from eduverse.content.kubo.rpc import is_auth
from eduverse.kernel.structs import Struct
from eduverse.mail.smtp import BadSmtpUrl, SmtpServer

__all__ = ["Settings", "SettingsError", "read_settings"]

PREFIX = "EDUVERSE_"
_LISTS = ("allowed_origins", "stun_urls", "trusted_proxies", "turn_urls")


class SettingsError(Exception):
    """A setting cannot be used; the message names it."""


_ICE_HOST = r"[A-Za-z0-9.:\[\]-]+(\?transport=(udp|tcp))?$(?!\n)"
"""RFC 7064 and 7065: a host, a port, and for TURN how it is reached."""
Tokens = Annotated[int, Meta(ge=0, le=1_000_000_000_000)]
PerSecond = Annotated[float, Meta(gt=0, le=1_000_000)]


class Settings(Struct, frozen=True, kw_only=True, rename=None):
    host: str = "127.0.0.1"
    port: Annotated[int, Meta(ge=0, le=65_535)] = 8000
    data: str = "data"
    """The folder that holds everything this campus knows."""
    database_url: str | None = None
    """`mongodb://…`; without it the data folder's own SQLite file."""
    redis_url: Annotated[str, Meta(pattern=r"^(rediss?|unix)://")] | None = None
    """`redis://…`: where several servers that are one campus meet; without it this one is alone."""
    campus_name: Annotated[str, Meta(min_length=1, max_length=80)] = "EduVerse"
    open_educators: bool = False
    """Whether educators may register themselves."""
    open_wallets: bool = True
    """Whether a wallet that no account has opens a student's account; else it must be linked to one first."""
    chain_id: Annotated[int, Meta(ge=1, lt=10**18)] = 137
    """The chain that the messages for wallets name (EIP-155): 137 is Polygon, 80002 its test network Amoy."""
    allowed_origins: tuple[str, ...] = ()
    """Other web origins that may use this server, as `https://school.example`, comma-separated."""
    trusted_proxies: tuple[str, ...] = ()
    """Addresses whose X-Forwarded-For and X-Forwarded-Proto are believed, comma-separated."""
    account_rate: PerSecond = 40.0
    """Requests a second that one signed-in person may make for long; five seconds' worth at once."""
    address_rate: PerSecond = 200.0
    """The same for one address, for requests that nobody signed in makes."""
    material_megabytes: Annotated[int, Meta(ge=1, le=10_000)] = 100
    """What a file that a teacher uploads may have at most."""
    class_megabytes: Annotated[int, Meta(ge=1, le=10_000_000)] = 2_000
    """What all materials of a class may take together, older versions included."""
    livekit_url: Annotated[str, Meta(pattern=r"^wss?://[A-Za-z0-9.:\[\]-]+$(?!\n)")] | None = None
    """`wss://livekit.school.example`: the media server for rooms in which many people talk; with key and secret."""
    livekit_api_key: Annotated[str, Meta(min_length=1)] | None = None
    livekit_api_secret: Annotated[str, Meta(min_length=32)] | None = None
    stun_urls: tuple[Annotated[str, Meta(pattern=rf"^stuns?:{_ICE_HOST}")], ...] = ()
    """`stun:stun.school.example:3478`, comma-separated: tells browsers how they are seen from outside."""
    turn_urls: tuple[Annotated[str, Meta(pattern=rf"^turns?:{_ICE_HOST}")], ...] = ()
    """`turn:turn.school.example:3478?transport=udp`, comma-separated: carries voices that find no other way."""
    turn_secret: Annotated[str, Meta(min_length=16)] | None = None
    """What the TURN server makes its passwords of (coturn's `static-auth-secret`); with `turn_urls`."""
    smtp_url: Annotated[str, Meta(pattern=r"^smtps?://")] | None = None
    """`smtp://user:password@mail.school.example:587?from=campus@school.example`: who carries letters; without it none
    are sent. `smtps://` is encrypted from the first byte; `smtp://` must be (STARTTLS), but to this very machine."""
    public_url: Annotated[str, Meta(pattern=r"^https?://[A-Za-z0-9.:\[\]-]+$(?!\n)")] | None = None
    """Where people reach this campus, as `https://campus.school.example`: what the links in letters begin with, and
    what wallets are told they sign in to."""
    language: Literal["en", "de"] = "en"
    """Of letters to people who have chosen none."""
    audience: Literal["school", "adults"] = "school"
    """Whom the campus is for; at a school, a student of whom nobody says otherwise is under age."""
    llm_url: Annotated[str, Meta(pattern=r"^https?://\S+$(?!\n)")] | None = None
    """`https://llm.school.example/v1`: a server that speaks OpenAI's chat completions; without it the tutor quotes."""
    llm_api_key: Annotated[str, Meta(min_length=1)] | None = None
    llm_model: Annotated[str, Meta(min_length=1, max_length=120)] | None = None
    llm_moderation: bool = False
    """Whether that server's moderation endpoint is asked about each question too."""
    tutor_tokens_per_user: Tokens = 50_000
    """Tokens of the language model that one person may use in a day (UTC); then the class, and the whole campus."""
    tutor_tokens_per_class: Tokens = 1_000_000
    tutor_tokens_per_day: Tokens = 5_000_000
    ipfs_url: Annotated[str, Meta(pattern=r"^https?://[^\s@?#]+$(?!\n)")] | None = None
    """`http://127.0.0.1:5001`: the RPC interface of a Kubo node that keeps all files, instead of the data folder."""
    ipfs_auth: str | None = None
    """`basic:user:password` or `bearer:token`, as in the node's `API.Authorizations`; with `ipfs_url`."""
    pinning_url: Annotated[str, Meta(pattern=r"^https?://[^\s@?#]+$(?!\n)")] | None = None
    """`https://pins.example/psa`: a service that speaks IPFS's Pinning Service API, and keeps what is published, too;
    it is fetched from the node at `ipfs_url`."""
    pinning_token: Annotated[str, Meta(min_length=1)] | None = None
    chain_url: Annotated[str, Meta(pattern=r"^https?://\S+$(?!\n)")] | None = None
    """`https://rpc-amoy.polygon.technology`: a node of an EVM chain; without it, the campus has a chain of its own."""
    chain_key_file: Annotated[str, Meta(min_length=1)] | None = None
    """A file that only its owner can read, with the private key (64 hex digits) that pays there; with `chain_url`."""
    chain_fee_ceiling_gwei: Annotated[int, Meta(ge=1, le=1_000_000)] = 300
    """The most that is paid for a unit of gas; while the chain wants more, what is to be done waits."""
    chain_confirmations: Annotated[int, Meta(ge=1, le=10_000)] = 12
    """How many blocks deep something must be to count as done, its own included."""
    log_level: Annotated[str, Meta(pattern="^(debug|info|warning|error)$")] = "info"
    log_format: Annotated[str, Meta(pattern="^(json|console)$")] = "json"

    @property
    def content_folder(self) -> Path:
        """Where files are kept."""
        return self.data_folder / "content"

    @property
    def drafts_folder(self) -> Path:
        """Where files are on their way to a node that keeps them."""
        return self.data_folder / "drafts"

    @property
    def chain_key_path(self) -> Path:
        """Where the key for `chain_url` is."""
        return Path(self.chain_key_file or "").expanduser()

    @property
    def data_folder(self) -> Path:
        return Path(self.data).expanduser().resolve()


def read_settings(environ: Mapping[str, str], **given: Any) -> Settings:
    """Settings from the environment, overridden by what is `given` and not None.

    Raises `SettingsError` for a value of the wrong kind and for a variable that is no setting: a typing error
    would otherwise leave a default in force unnoticed.
    """
    names = set(Settings.__struct_fields__)
    read: dict[str, Any] = {}
    for variable, text in environ.items():
        if not variable.startswith(PREFIX) or variable.startswith(f"{PREFIX}TEST_"):
            continue
        name = variable.removeprefix(PREFIX).lower()
        if name not in names:
            raise SettingsError(f"{variable} is not a setting. Settings are: {', '.join(_variables())}.")
        read[name] = _listed(text) if name in _LISTS else text
    read.update({name: value for name, value in given.items() if value is not None})
    try:
        settings = msgspec.convert(read, Settings, strict=False)
    except msgspec.ValidationError as error:
        raise SettingsError(f"A setting cannot be used: {_with_variable(str(error))}") from None
    _check_origins(settings.allowed_origins)
    _check_livekit(settings)
    if bool(settings.turn_urls) is not bool(settings.turn_secret):
        raise SettingsError(f"{PREFIX}TURN_URLS and {PREFIX}TURN_SECRET go together.")
    _check_mail(settings)
    if bool(settings.llm_url) is not bool(settings.llm_model):
        raise SettingsError(f"{PREFIX}LLM_URL and {PREFIX}LLM_MODEL must be set together.")
    _check_ipfs(settings)
    if bool(settings.chain_url) is not bool(settings.chain_key_file):
        raise SettingsError(f"{PREFIX}CHAIN_URL and {PREFIX}CHAIN_KEY_FILE must be set together.")
    return settings


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _check_origins(origins: tuple[str, ...]) -> None:
    for origin in origins:
        scheme, _, host = origin.partition("://")
        if scheme not in ("http", "https") or not host or "*" in host or "/" in host:
            raise SettingsError(
                f"{PREFIX}ALLOWED_ORIGINS: {origin!r} is not an exact origin such as https://school.example."
            )


def _check_livekit(settings: Settings) -> None:
    names = ("livekit_url", "livekit_api_key", "livekit_api_secret")
    missing = [f"{PREFIX}{name.upper()}" for name in names if getattr(settings, name) is None]
    if missing and len(missing) < len(names):
        raise SettingsError(f"{' and '.join(missing)} must be set too: a LiveKit server takes its URL, key and secret.")


def _check_mail(settings: Settings) -> None:
    if settings.smtp_url is None:
        return
    try:
        SmtpServer.of(settings.smtp_url)
    except BadSmtpUrl as error:
        raise SettingsError(f"{PREFIX}SMTP_URL cannot be used: {error}.") from None
    if settings.public_url is None:
        raise SettingsError(f"{PREFIX}PUBLIC_URL must be set too: letters hold links to this campus.")


def _check_ipfs(settings: Settings) -> None:
    if bool(settings.pinning_url) is not bool(settings.pinning_token):
        raise SettingsError(f"{PREFIX}PINNING_URL and {PREFIX}PINNING_TOKEN must be set together.")
    if settings.pinning_url and settings.ipfs_url is None:
        raise SettingsError(f"{PREFIX}IPFS_URL must be set too: a pinning service fetches files from the node there.")
    if settings.ipfs_auth is None:
        return
    if settings.ipfs_url is None:
        raise SettingsError(f"{PREFIX}IPFS_URL must be set too: {PREFIX}IPFS_AUTH is for the node there.")
    if not is_auth(settings.ipfs_auth):
        raise SettingsError(f"{PREFIX}IPFS_AUTH is neither basic:user:password nor bearer:token.")


def _variables() -> list[str]:
    return sorted(f"{PREFIX}{name.upper()}" for name in Settings.__struct_fields__)


def _with_variable(message: str) -> str:
    """The error with the variable in the place of the field, or of one part of a list."""
    return re.sub(r"`\$\.(\w+)(\[\d+\])?`", lambda found: f"{PREFIX}{found[1].upper()}", message)
