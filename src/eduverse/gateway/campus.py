"""What the sign-in page must know before anybody is signed in."""

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import SkipValidation

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
    mail: bool
    """Whether this campus writes letters: only then is a forgotten password no end."""
    demo_accounts: list[DemoAccount]
    """Empty on a real campus."""


ThisCampus = NamedDependency[SkipValidation[CampusView]]


class CampusController(Controller):
    path = "/api/campus"
    tags = ["Operation"]

    @get("/", public=True)
    async def read(self, campus: ThisCampus) -> CampusView:
        """This campus."""
        return campus
