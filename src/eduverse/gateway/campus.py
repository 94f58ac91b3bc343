"""What the sign-in page must know before anybody is signed in."""

from typing import Annotated

from litestar import Controller, get
from litestar.params import Dependency

from eduverse.kernel.structs import Struct

__all__ = ["CampusController", "CampusView", "DemoAccount"]


class DemoAccount(Struct, frozen=True, kw_only=True):
    """A login that a demo campus gives away."""

    label: str
    email: str
    password: str


class CampusView(Struct, frozen=True, kw_only=True):
    name: str
    version: str
    open_educators: bool
    """Whether educators may register themselves."""
    demo_accounts: list[DemoAccount]
    """Empty on a real campus."""


WIRED = Dependency(skip_validation=True)
ThisCampus = Annotated[CampusView, WIRED]


class CampusController(Controller):
    path = "/api/campus"
    tags = ["Operation"]

    @get("/", public=True)
    async def read(self, campus: ThisCampus) -> CampusView:
        """This campus."""
        return campus
