"""The wiring of what the campus publishes by its CID."""

from typing import Any, NamedTuple

from litestar import Controller

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

    @property
    def controllers(self) -> list[type[Controller]]:
        return [IpfsController]

    @property
    def routed(self) -> dict[str, Any]:
        return {"public_files": self.files}

    @property
    def chores(self) -> list[Chore]:
        return []


def build_ipfs(storage: Storage, content: Content) -> Ipfs:
    pins = PublicPins(storage)
    return Ipfs(PublishedContent(content, pins), PublicFiles(content, pins))
