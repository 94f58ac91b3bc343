"""The reports' routes."""

from typing import Annotated, Any

from litestar import Controller, Request, get, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody, QueryParameter, SkipValidation

from eduverse.analytics.leaderboard import LeaderboardService
from eduverse.analytics.schemas import ChooseBoard, DashboardView, LeaderboardView, SayOfAge
from eduverse.analytics.service import DashboardService
from eduverse.vocabulary.principal import Principal

__all__ = ["AnalyticsController"]

OneClass = Annotated[str | None, QueryParameter(name="classroomId", max_length=64)]
TheClass = Annotated[str, QueryParameter(name="classroomId", min_length=1, max_length=64)]

Reports = NamedDependency[SkipValidation[DashboardService]]
Boards = NamedDependency[SkipValidation[LeaderboardService]]
HttpRequest = Request[Principal, Any, Any]


class AnalyticsController(Controller):
    path = "/api/analytics"
    tags = ["Progress"]

    @get("/dashboard")
    async def dashboard(self, request: HttpRequest, dashboard: Reports, classroom_id: OneClass = None) -> DashboardView:
        """How it goes in your classes, or in one of them; at most a minute old."""
        if classroom_id:
            return DashboardView.of(await dashboard.of_class(request.user, classroom_id))
        return DashboardView.of(await dashboard.of_person(request.user))

    @get("/leaderboard")
    async def leaderboard(self, request: HttpRequest, leaderboard: Boards, classroom_id: TheClass) -> LeaderboardView:
        """Who has earned the most tokens in a class of yours; names are aliases unless their owners chose otherwise."""
        board = await leaderboard.board(request.user, classroom_id)
        return LeaderboardView.of(board, request.user.user_id)

    @put("/leaderboard/choice", status_code=204)
    async def choose(self, request: HttpRequest, data: JSONBody[ChooseBoard], leaderboard: Boards) -> None:
        """Be on leaderboards under an alias, under your name, or not at all."""
        await leaderboard.choose(request.user.user_id, data.show)

    @put("/leaderboard/people/{user_id:str}", status_code=204)
    async def say_of_age(
        self, request: HttpRequest, user_id: FromPath[str], data: JSONBody[SayOfAge], leaderboard: Boards
    ) -> None:
        """Say whether a student of a classroom you teach is under age."""
        await leaderboard.say_of_age(request.user, data.classroom_id, user_id, underage=data.underage)
