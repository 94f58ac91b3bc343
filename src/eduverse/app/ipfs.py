"""The wiring of what the campus publishes by its CID."""

from typing import Any, NamedTuple

from litestar import Controller

from eduverse.app.settings import Settings
from eduverse.content.kubo.store import KuboContent
from eduverse.content.pinning.remote import RemotePins
from eduverse.content.pinning.service import PinningService
from eduverse.content.published import PublicPins, PublishedContent
from eduverse.gateway.ipfs import IpfsController, PublicFiles
from eduverse.jobs.chores import Chore
from eduverse.kernel.content import Content
from eduverse.kernel.documents import Storage

__all__ = ["Ipfs", "build_ipfs"]


class Ipfs(NamedTuple):
    public: Content
    """The store for those whose files are public: what they pin in it is published."""
    files: PublicFiles
    elsewhere: RemotePins | None
    """Keeps what is published at a pinning service, too."""

    @property
    def controllers(self) -> list[type[Controller]]:
        return [IpfsController]

    @property
    def routed(self) -> dict[str, Any]:
        return {"public_files": self.files}

    @property
    def chores(self) -> list[Chore]:
        return [] if self.elsewhere is None else [Chore("pin elsewhere", self.elsewhere.sweep, every=30)]


def build_ipfs(storage: Storage, content: Content, settings: Settings) -> Ipfs:
    pins = PublicPins(storage)
    return Ipfs(PublishedContent(content, pins), PublicFiles(content, pins), _elsewhere(storage, content, settings))


def _elsewhere(storage: Storage, content: Content, settings: Settings) -> RemotePins | None:
    if not (settings.pinning_url and settings.pinning_token and isinstance(content, KuboContent)):
        return None
    service = PinningService(settings.pinning_url, settings.pinning_token, f"EduVerse {settings.campus_name}")
    return RemotePins(storage, service, content)
