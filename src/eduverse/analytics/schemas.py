"""What the reports' routes take and give."""

from eduverse.analytics.leaderboard import Board, BoardRow
from eduverse.analytics.model.board import Show
from eduverse.analytics.model.reports import ClassOverview, StudentProgress
from eduverse.analytics.service import Dashboard
from eduverse.kernel.bounds import Id
from eduverse.kernel.structs import Input, Struct

__all__ = ["ChooseBoard", "DashboardView", "LeaderboardView", "SayOfAge"]


class DashboardView(Struct, frozen=True, kw_only=True):
    teaching: list[ClassOverview]
    """Classes you teach."""
    learning: list[StudentProgress]
    """Classes you attend; what is in it is yours alone."""

    @classmethod
    def of(cls, dashboard: Dashboard) -> "DashboardView":
        return cls(teaching=dashboard.teaching, learning=dashboard.learning)


class BoardRowView(Struct, frozen=True, kw_only=True):
    place: int
    tokens: int
    name: str | None
    """Null for who is here under an alias."""
    alias: int
    """0..899; your client makes a name of it."""
    you: bool

    @classmethod
    def of(cls, row: BoardRow, user_id: str) -> "BoardRowView":
        return cls(
            place=row.placed.place,
            tokens=row.placed.tokens,
            name=row.name,
            alias=row.alias,
            you=row.placed.user_id == user_id,
        )


class OfAgeView(Struct, frozen=True, kw_only=True):
    user_id: str
    name: str
    underage: bool


class LeaderboardView(Struct, frozen=True, kw_only=True):
    rows: list[BoardRowView]
    """The first ten."""
    own: BoardRowView | None
    """Yours, wherever it is."""
    show: Show
    """What you chose."""
    underage: bool
    """You are on no leaderboard, and see none."""
    people: list[OfAgeView]
    """Who in the class is under age; for its teacher."""

    @classmethod
    def of(cls, board: Board, user_id: str) -> "LeaderboardView":
        return cls(
            rows=[BoardRowView.of(row, user_id) for row in board.rows],
            own=BoardRowView.of(board.own, user_id) if board.own else None,
            show=board.show,
            underage=board.underage,
            people=[
                OfAgeView(user_id=one.person.user_id, name=one.person.name, underage=one.underage)
                for one in board.people
            ],
        )


class ChooseBoard(Input, frozen=True, kw_only=True):
    show: Show


class SayOfAge(Input, frozen=True, kw_only=True):
    classroom_id: Id
    underage: bool | None
    """Null leaves it to the campus's rule."""
