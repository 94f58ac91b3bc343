"""The routes of those who grade a quiz: judging answers, regrading, statistics."""

from typing import Annotated, Any

from litestar import Controller, Request, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter, SkipValidation

from eduverse.quizzes.grading import GradingService
from eduverse.quizzes.regrading import RegradingService
from eduverse.quizzes.reports import QuizReports, Which
from eduverse.quizzes.schemas.grading import (
    ApplyRegrade,
    GradingQueues,
    GradingTaskView,
    JudgeAnswer,
    NextAnswer,
    NextTask,
    PreviewRegrade,
    QuizStatisticsView,
    RegradeView,
)
from eduverse.vocabulary.principal import Principal

__all__ = ["GradingController"]

Gradings = NamedDependency[SkipValidation[GradingService]]
Regradings = NamedDependency[SkipValidation[RegradingService]]
Reports = NamedDependency[SkipValidation[QuizReports]]
PathId = FromPath[str]
Of = FromQuery[Which]
Reveal = Annotated[bool, QueryParameter()]
HttpRequest = Request[Principal, Any, Any]


class GradingController(Controller):
    path = "/api/quiz/{quiz_id:str}"
    tags = ["Grading"]

    @get("/grading")
    async def queues(self, request: HttpRequest, quiz_id: PathId, gradings: Gradings) -> GradingQueues:
        """The questions that people grade, and how many answers wait."""
        return GradingQueues.of(await gradings.queues(request.user, quiz_id))

    @post("/grading/next", status_code=200)
    async def next(
        self, request: HttpRequest, quiz_id: PathId, data: JSONBody[NextAnswer], gradings: Gradings
    ) -> NextTask:
        """The next answer that waits; it is yours for ten minutes. Whose it is you are not told."""
        task = await gradings.next(request.user, quiz_id, data.question_id, after=data.after)
        return NextTask(task=GradingTaskView.of(task) if task else None)

    @get("/grading/{attempt_id:str}/{question_id:str}")
    async def read(
        self,
        request: HttpRequest,
        quiz_id: PathId,
        attempt_id: PathId,
        question_id: PathId,
        gradings: Gradings,
        reveal: Reveal = False,
    ) -> GradingTaskView:
        """One answer, graded or not; with `reveal`, whose it is."""
        task = await gradings.read(request.user, quiz_id, attempt_id, question_id)
        return GradingTaskView.of(task, reveal=reveal)

    @put("/grading/{attempt_id:str}/{question_id:str}")
    async def judge(
        self,
        request: HttpRequest,
        quiz_id: PathId,
        attempt_id: PathId,
        question_id: PathId,
        data: JSONBody[JudgeAnswer],
        gradings: Gradings,
    ) -> GradingTaskView:
        """Say what an answer is worth. The last one of an attempt settles it."""
        task = await gradings.judge(request.user, quiz_id, attempt_id, question_id, data.to_wish())
        return GradingTaskView.of(task)

    @post("/regrade/preview", status_code=200)
    async def preview(
        self, request: HttpRequest, quiz_id: PathId, data: JSONBody[PreviewRegrade], regradings: Regradings
    ) -> RegradeView:
        """What corrections of the key would change; nothing is changed yet."""
        return RegradeView.of(await regradings.preview(request.user, quiz_id, data.to_corrections()))

    @post("/regrade", status_code=200)
    async def regrade(
        self, request: HttpRequest, quiz_id: PathId, data: JSONBody[ApplyRegrade], regradings: Regradings
    ) -> RegradeView:
        """Correct the key as the preview showed it: scores, passes and tokens follow, once."""
        done = await regradings.apply(
            request.user, quiz_id, data.to_corrections(), reason=data.reason.strip(), fingerprint=data.fingerprint
        )
        return RegradeView.of(done)

    @get("/statistics")
    async def statistics(
        self, request: HttpRequest, quiz_id: PathId, reports: Reports, of: Of = Which.FIRST
    ) -> QuizStatisticsView:
        """What the graded attempts say about a quiz and its questions."""
        return QuizStatisticsView.of(await reports.statistics(request.user, quiz_id, of))
