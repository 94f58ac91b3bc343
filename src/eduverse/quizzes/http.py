"""The quiz routes."""

from typing import Annotated, Any

from litestar import Controller, Request, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, HeaderParameter, JSONBody, QueryParameter, SkipValidation

from eduverse.kernel.ids import Ids
from eduverse.kernel.structs import NOTHING, NoFields
from eduverse.quizzes.model import AttemptState, Quiz
from eduverse.quizzes.schemas import (
    AnswerSaved,
    AttemptResult,
    AttemptView,
    CreateQuiz,
    QuizList,
    QuizResults,
    QuizView,
    ResultRow,
    SaveAnswer,
    SubmitQuiz,
    to_value,
    values_of,
)
from eduverse.quizzes.service import QuizService
from eduverse.vocabulary.principal import Principal

__all__ = ["QuizController"]

Cursor = Annotated[str | None, QueryParameter(max_length=500)]
Limit = Annotated[int, QueryParameter(ge=1, le=100)]
IdempotencyKey = Annotated[str | None, HeaderParameter(name="Idempotency-Key", max_length=200)]
AS_SAVED = SubmitQuiz()

Quizzes = NamedDependency[SkipValidation[QuizService]]
NewIds = NamedDependency[SkipValidation[Ids]]
PathId = FromPath[str]
HttpRequest = Request[Principal, Any, Any]


class QuizController(Controller):
    path = "/api/quiz"
    tags = ["Quizzes"]

    @post("/create")
    async def create(self, request: HttpRequest, data: JSONBody[CreateQuiz], quizzes: Quizzes, ids: NewIds) -> QuizView:
        """Write a quiz for a classroom you teach. Nobody sees it until it is opened."""
        return QuizView.of(await quizzes.create(request.user, data.to_quiz(ids)), 0)

    @get("/")
    async def of_classroom(
        self,
        request: HttpRequest,
        quizzes: Quizzes,
        classroom_id: Annotated[str, QueryParameter(name="classroomId", max_length=64)],
        cursor: Cursor = None,
        limit: Limit = 50,
    ) -> QuizList:
        """The quizzes of a classroom you are in, newest first; drafts are shown to its teacher."""
        page = await quizzes.of_classroom(request.user, classroom_id, after=cursor, limit=limit)
        return QuizList(items=[await _view(quiz, request.user, quizzes) for quiz in page.items], next=page.next)

    @get("/{quiz_id:str}")
    async def read(self, request: HttpRequest, quiz_id: PathId, quizzes: Quizzes) -> QuizView:
        """One quiz, without its questions."""
        return await _view(await quizzes.get(request.user, quiz_id), request.user, quizzes)

    @post("/{quiz_id:str}/open", status_code=200)
    async def open(
        self, request: HttpRequest, quiz_id: PathId, quizzes: Quizzes, data: JSONBody[NoFields] = NOTHING
    ) -> QuizView:
        """Start the quiz for the class; the room is told."""
        return QuizView.of(await quizzes.open(request.user, quiz_id), 0)

    @post("/{quiz_id:str}/close", status_code=200)
    async def close(
        self, request: HttpRequest, quiz_id: PathId, quizzes: Quizzes, data: JSONBody[NoFields] = NOTHING
    ) -> QuizView:
        """End the quiz; open attempts are handed in as they are."""
        return QuizView.of(await quizzes.close(request.user, quiz_id), 0)

    @post("/{quiz_id:str}/start")
    async def start(
        self,
        request: HttpRequest,
        quiz_id: PathId,
        quizzes: Quizzes,
        data: JSONBody[NoFields] = NOTHING,
        idempotency_key: IdempotencyKey = None,
    ) -> AttemptView:
        """Open your attempt: the server's clock runs from now."""
        quiz, attempt = await quizzes.start(request.user, quiz_id, idempotency_key)
        return AttemptView.of(quiz, attempt, quizzes.now())

    @get("/{quiz_id:str}/attempt")
    async def open_attempt(self, request: HttpRequest, quiz_id: PathId, quizzes: Quizzes) -> AttemptView:
        """Your open attempt with everything saved: after a reload, or on another device."""
        quiz, attempt = await quizzes.open_attempt(request.user, quiz_id)
        return AttemptView.of(quiz, attempt, quizzes.now())

    @put("/{quiz_id:str}/answers/{question_id:str}")
    async def save_answer(
        self, request: HttpRequest, quiz_id: PathId, question_id: PathId, data: JSONBody[SaveAnswer], quizzes: Quizzes
    ) -> AnswerSaved:
        """Save one answer. Once this succeeds the answer is on disk."""
        attempt = await quizzes.save(request.user, quiz_id, question_id, to_value(data.value), data.revision)
        return AnswerSaved.of(attempt, question_id)

    @post("/{quiz_id:str}/submit", status_code=200)
    async def submit(
        self, request: HttpRequest, quiz_id: PathId, quizzes: Quizzes, data: JSONBody[SubmitQuiz] = AS_SAVED
    ) -> AttemptResult:
        """Hand in your attempt. Doing so again gives the same result."""
        quiz, attempt = await quizzes.submit(request.user, quiz_id, values_of(data))
        return AttemptResult.of(quiz, attempt)

    @get("/{quiz_id:str}/results")
    async def results(
        self,
        request: HttpRequest,
        quiz_id: PathId,
        quizzes: Quizzes,
        cursor: Cursor = None,
        limit: Limit = 100,
    ) -> QuizResults:
        """Your own results; for the teacher, everybody's."""
        quiz = await quizzes.get(request.user, quiz_id)
        mine = await quizzes.attempts_of(quiz_id, request.user.user_id)
        page = await quizzes.all_attempts(request.user, quiz, after=cursor, limit=limit)
        return QuizResults(
            quiz=QuizView.of(quiz, len(mine)),
            mine=[AttemptResult.of(quiz, one) for one in mine if one.state is AttemptState.SUBMITTED],
            rows=[ResultRow.of(one) for one in page.items],
            next=page.next,
        )


async def _view(quiz: Quiz, principal: Principal, quizzes: QuizService) -> QuizView:
    return QuizView.of(quiz, len(await quizzes.attempts_of(quiz.id, principal.user_id)))
