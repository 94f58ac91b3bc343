"""The quiz routes."""

from typing import Annotated, Any

from litestar import Controller, Request, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, HeaderParameter, JSONBody, QueryParameter, SkipValidation

from eduverse.kernel.bounds import Id
from eduverse.kernel.ids import Ids
from eduverse.kernel.structs import NOTHING, NoFields
from eduverse.quizzes.attempts import AttemptService
from eduverse.quizzes.bank import BankFilter, BankService
from eduverse.quizzes.model import HANDED_IN, Aspect, Quiz
from eduverse.quizzes.schemas import (
    AccommodationInput,
    AccommodationList,
    AccommodationView,
    AnswerSaved,
    AttemptResult,
    AttemptView,
    BankItemView,
    BankList,
    BankRevision,
    BankTags,
    ChangeBankItem,
    CreateBankItem,
    CreateQuiz,
    GradeView,
    MarkAnswers,
    QuizList,
    QuizPreview,
    QuizResults,
    QuizView,
    ResultRow,
    SaveAnswer,
    StartQuiz,
    SubmitQuiz,
    UpdateQuiz,
    shown_of,
    to_question,
    to_value,
    values_of,
)
from eduverse.quizzes.service import QuizService
from eduverse.vocabulary.principal import Principal

__all__ = ["BankController", "QuizController"]

Cursor = Annotated[str | None, QueryParameter(max_length=500)]
Limit = Annotated[int, QueryParameter(ge=1, le=100)]
OfClassroom = Annotated[str, QueryParameter(name="classroomId", max_length=64)]
Search = Annotated[str | None, QueryParameter(max_length=200)]
WithTags = Annotated[list[str] | None, QueryParameter(name="tag", max_length=20)]
OfType = Annotated[str | None, QueryParameter(name="type", max_length=20)]
IdempotencyKey = Annotated[str | None, HeaderParameter(name="Idempotency-Key", max_length=200)]
AS_SAVED = SubmitQuiz()
WITHOUT_PASSWORD = StartQuiz()

Quizzes = NamedDependency[SkipValidation[QuizService]]
Attempts = NamedDependency[SkipValidation[AttemptService]]
Bank = NamedDependency[SkipValidation[BankService]]
NewIds = NamedDependency[SkipValidation[Ids]]
PathId = FromPath[str]
PathUser = FromPath[Id]
"""Becomes part of what is stored, so it has the bounds of an id."""
HttpRequest = Request[Principal, Any, Any]


class QuizController(Controller):
    path = "/api/quiz"
    tags = ["Quizzes"]

    @post("/create")
    async def create(
        self,
        request: HttpRequest,
        data: JSONBody[CreateQuiz],
        quizzes: Quizzes,
        ids: NewIds,
        idempotency_key: IdempotencyKey = None,
    ) -> QuizView:
        """Write a quiz for a classroom you teach. Nobody sees it until it is opened, or until it opens by itself."""
        return QuizView.of(await quizzes.create(request.user, data.to_quiz(ids), idempotency_key), 0)

    @get("/")
    async def of_classroom(
        self,
        request: HttpRequest,
        quizzes: Quizzes,
        attempts: Attempts,
        classroom_id: OfClassroom,
        cursor: Cursor = None,
        limit: Limit = 50,
    ) -> QuizList:
        """The quizzes of a classroom you are in, newest first; drafts are shown to its teacher."""
        page = await quizzes.of_classroom(request.user, classroom_id, after=cursor, limit=limit)
        return QuizList(items=[await _view(quiz, request.user, attempts) for quiz in page.items], next=page.next)

    @get("/{quiz_id:str}")
    async def read(self, request: HttpRequest, quiz_id: PathId, quizzes: Quizzes, attempts: Attempts) -> QuizView:
        """One quiz, without its questions, with the times that hold for you."""
        return await _view(await quizzes.get(request.user, quiz_id), request.user, attempts)

    @put("/{quiz_id:str}")
    async def change(
        self, request: HttpRequest, quiz_id: PathId, data: JSONBody[UpdateQuiz], quizzes: Quizzes, ids: NewIds
    ) -> QuizView:
        """Change a quiz: anything of a draft; of an open one its title, times, attempts, password and review."""
        return QuizView.of(await quizzes.change(request.user, quiz_id, data.to_changes(ids)), 0)

    @delete("/{quiz_id:str}")
    async def remove(self, request: HttpRequest, quiz_id: PathId, quizzes: Quizzes) -> None:
        """Delete a draft."""
        await quizzes.delete(request.user, quiz_id)

    @get("/{quiz_id:str}/preview")
    async def preview(self, request: HttpRequest, quiz_id: PathId, quizzes: Quizzes) -> QuizPreview:
        """A quiz that you teach, with its questions and their keys."""
        return QuizPreview.of(await quizzes.preview(request.user, quiz_id))

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

    # --- other times for some -------------------------------------------------------------------------------

    @get("/{quiz_id:str}/accommodations")
    async def accommodations(self, request: HttpRequest, quiz_id: PathId, quizzes: Quizzes) -> AccommodationList:
        """Who has other times or more attempts."""
        return AccommodationList.of(await quizzes.preview(request.user, quiz_id))

    @put("/{quiz_id:str}/accommodations/{user_id:str}")
    async def accommodate(
        self,
        request: HttpRequest,
        quiz_id: PathId,
        user_id: PathUser,
        data: JSONBody[AccommodationInput],
        quizzes: Quizzes,
    ) -> AccommodationView:
        """Give a student more time, more attempts or a window of their own; a running attempt follows at once."""
        own = data.to_accommodation()
        await quizzes.accommodate(request.user, quiz_id, user_id, own)
        return AccommodationView.of(user_id, own)

    @delete("/{quiz_id:str}/accommodations/{user_id:str}")
    async def lift(self, request: HttpRequest, quiz_id: PathId, user_id: PathId, quizzes: Quizzes) -> None:
        """Let the quiz's own times hold for a student again."""
        await quizzes.accommodate(request.user, quiz_id, user_id, None)

    # --- taking it ------------------------------------------------------------------------------------------

    @post("/{quiz_id:str}/start")
    async def start(
        self,
        request: HttpRequest,
        quiz_id: PathId,
        attempts: Attempts,
        data: JSONBody[StartQuiz] = WITHOUT_PASSWORD,
        idempotency_key: IdempotencyKey = None,
    ) -> AttemptView:
        """Open your attempt: the server's clock runs from now."""
        sitting = await attempts.start(request.user, quiz_id, idempotency_key, password=data.password)
        return AttemptView.of(sitting, attempts.now())

    @get("/{quiz_id:str}/attempt")
    async def open_attempt(self, request: HttpRequest, quiz_id: PathId, attempts: Attempts) -> AttemptView:
        """Your open attempt with everything saved: after a reload, or on another device."""
        return AttemptView.of(await attempts.open_attempt(request.user, quiz_id), attempts.now())

    @put("/{quiz_id:str}/answers/{question_id:str}")
    async def save_answer(
        self, request: HttpRequest, quiz_id: PathId, question_id: PathId, data: JSONBody[SaveAnswer], attempts: Attempts
    ) -> AnswerSaved:
        """Save one answer. Once this succeeds the answer is on disk."""
        attempt = await attempts.save(request.user, quiz_id, question_id, to_value(data.value), data.revision)
        return AnswerSaved.of(attempt, question_id)

    @post("/{quiz_id:str}/submit", status_code=200)
    async def submit(
        self, request: HttpRequest, quiz_id: PathId, attempts: Attempts, data: JSONBody[SubmitQuiz] = AS_SAVED
    ) -> AttemptResult:
        """Hand in your attempt. Doing so again gives the same result."""
        return AttemptResult.of(await attempts.submit(request.user, quiz_id, values_of(data)), attempts.now())

    # --- results --------------------------------------------------------------------------------------------

    @get("/{quiz_id:str}/results")
    async def results(
        self,
        request: HttpRequest,
        quiz_id: PathId,
        quizzes: Quizzes,
        attempts: Attempts,
        cursor: Cursor = None,
        limit: Limit = 100,
    ) -> QuizResults:
        """Your own results; for the teacher, everybody's."""
        quiz = await quizzes.get(request.user, quiz_id)
        mine = await attempts.sittings_of(quiz, request.user.user_id)
        page = await attempts.all_attempts(request.user, quiz, after=cursor, limit=limit)
        now = attempts.now()
        return QuizResults(
            quiz=QuizView.of(quiz, len(mine), request.user.user_id),
            mine=[AttemptResult.of(one, now) for one in mine if one.attempt.state in HANDED_IN],
            rows=[ResultRow.of(one) for one in page.items],
            next=page.next,
        )

    @get("/{quiz_id:str}/my-best")
    async def my_best(self, request: HttpRequest, quiz_id: PathId, quizzes: Quizzes, attempts: Attempts) -> GradeView:
        """What you have reached at this quiz, by its grade method."""
        quiz = await quizzes.get(request.user, quiz_id)
        mine = await attempts.sittings_of(quiz, request.user.user_id)
        done = [one for one in mine if one.attempt.state in HANDED_IN]
        shown = all(Aspect.MARKS in shown_of(one, attempts.now()) for one in done)
        return GradeView.of(quiz, await attempts.grade_of(quiz_id, request.user.user_id), shown=shown)

    @get("/{quiz_id:str}/attempts/{attempt_id:str}")
    async def attempt(
        self, request: HttpRequest, quiz_id: PathId, attempt_id: PathId, attempts: Attempts
    ) -> AttemptResult:
        """A student's attempt with everything, for the teacher."""
        return AttemptResult.with_everything(await attempts.sitting(request.user, quiz_id, attempt_id))

    @post("/{quiz_id:str}/attempts/{attempt_id:str}/marks", status_code=200)
    async def mark(
        self,
        request: HttpRequest,
        quiz_id: PathId,
        attempt_id: PathId,
        data: JSONBody[MarkAnswers],
        attempts: Attempts,
    ) -> AttemptResult:
        """Say what answers are worth that only a person can grade."""
        return AttemptResult.with_everything(await attempts.mark(request.user, quiz_id, attempt_id, data.marks))


class BankController(Controller):
    path = "/api/quiz/bank"
    tags = ["Question bank"]

    @post("/")
    async def add(self, request: HttpRequest, data: JSONBody[CreateBankItem], bank: Bank, ids: NewIds) -> BankItemView:
        """Put a question into the bank of a classroom you teach."""
        question = to_question(data.question, question_id="new", ids=ids)
        return BankItemView.of((await bank.add(request.user, data.classroom_id, [(question, data.tags)]))[0])

    @get("/")
    async def find(
        self,
        request: HttpRequest,
        bank: Bank,
        classroom_id: OfClassroom,
        search: Search = None,
        tags: WithTags = None,
        kind: OfType = None,
        archived: FromQuery[bool] = False,
        cursor: Cursor = None,
        limit: Limit = 50,
    ) -> BankList:
        """The questions of a classroom, newest first, or the best matches of a search; with all of these tags."""
        wish = BankFilter(classroom_id, tuple(tags or ()), kind, archived, search)
        page = await bank.find(request.user, wish, after=cursor, limit=limit)
        return BankList(items=[BankItemView.of(item) for item in page.items], next=page.next)

    @get("/tags")
    async def all_tags(self, request: HttpRequest, bank: Bank, classroom_id: OfClassroom) -> BankTags:
        """Every tag in use, and how many questions have it."""
        return BankTags(tags=await bank.tags(request.user, classroom_id))

    @get("/{item_id:str}")
    async def read(self, request: HttpRequest, item_id: PathId, bank: Bank) -> BankItemView:
        """One question, as it is now."""
        return BankItemView.of(await bank.get(request.user, item_id))

    @put("/{item_id:str}")
    async def change(
        self, request: HttpRequest, item_id: PathId, data: JSONBody[ChangeBankItem], bank: Bank, ids: NewIds
    ) -> BankItemView:
        """Write a new revision; quizzes and attempts keep the one they have."""
        question = to_question(data.question, question_id=item_id, ids=ids)
        return BankItemView.of(await bank.change(request.user, item_id, question, data.tags, seen=data.revision))

    @get("/{item_id:str}/revisions/{revision:int}")
    async def revision(
        self, request: HttpRequest, item_id: PathId, revision: FromPath[int], bank: Bank
    ) -> BankRevision:
        """One question, as it was."""
        question = await bank.at_revision(request.user, item_id, revision)
        return BankRevision(item_id=item_id, revision=revision, question=question)

    @post("/{item_id:str}/archive", status_code=200)
    async def archive(
        self, request: HttpRequest, item_id: PathId, bank: Bank, data: JSONBody[NoFields] = NOTHING
    ) -> BankItemView:
        """Take a question out of what is offered; quizzes that use it keep it."""
        return BankItemView.of(await bank.archive(request.user, item_id, archived=True))

    @post("/{item_id:str}/restore", status_code=200)
    async def restore(
        self, request: HttpRequest, item_id: PathId, bank: Bank, data: JSONBody[NoFields] = NOTHING
    ) -> BankItemView:
        """Offer an archived question again."""
        return BankItemView.of(await bank.archive(request.user, item_id, archived=False))


async def _view(quiz: Quiz, principal: Principal, attempts: AttemptService) -> QuizView:
    used = await attempts.attempts_of(quiz.id, principal.user_id)
    return QuizView.of(quiz, len(used), principal.user_id)
