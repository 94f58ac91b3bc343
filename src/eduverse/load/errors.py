"""Why a run could not be made."""

__all__ = ["EnteringFailed", "LoadError", "NoCampus", "RestRefused", "ServerUnreachable"]


class LoadError(Exception):
    """There is nothing to report; the message says why."""


class NoCampus(LoadError):
    """That is no address of a campus."""


class EnteringFailed(LoadError):
    """Not everybody came into their room."""


class ServerUnreachable(LoadError, OSError):
    pass


class RestRefused(LoadError):
    """The server answered, and not with what was asked for."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(f"The server answered {status}: {detail}")
        self.status = status
