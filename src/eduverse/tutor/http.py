"""The tutor's routes. An answer comes as one JSON body or, for who accepts `text/event-stream`, as it is given.

Events: `begin` and `done` carry a whole `TutorAnswer`; between them `delta` adds to the text and `replace` puts another
in its place. Each has a number; `GET /api/ai-tutor/{id}` with that `Last-Event-ID` goes on after it.
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated, Any, cast

import msgspec
from litestar import Controller, Request, Response, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, HeaderParameter, JSONBody, QueryParameter, SkipValidation
from litestar.response.sse import ServerSentEvent, ServerSentEventMessage

from eduverse.kernel.clock import Clock
from eduverse.kernel.structs import NOTHING, NoFields, Struct
from eduverse.tutor.drafting import DraftService
from eduverse.tutor.model.drafts import Decision
from eduverse.tutor.model.interaction import AIInteraction, Feedback, State
from eduverse.tutor.running import Run
from eduverse.tutor.schemas import (
    AnswerFeedback,
    AskTutor,
    ChangeTutorPolicy,
    GenerateQuiz,
    QuizDraftList,
    QuizDraftView,
    StudySuggestionList,
    StudySuggestionView,
    SuggestStudy,
    TutorAnswer,
    TutorHistory,
    TutorPolicyView,
    TutorStats,
    TutorStatus,
)
from eduverse.tutor.service import TutorService
from eduverse.vocabulary.principal import Principal

__all__ = ["TutorController"]

_EVENT_STREAM = "text/event-stream"
_LOOK_AGAIN = 0.5
"""Seconds between two looks at an answer that another process is giving."""

Cursor = Annotated[str | None, QueryParameter(max_length=500)]
Limit = Annotated[int, QueryParameter(ge=1, le=100)]
InClassroom = Annotated[str, QueryParameter(name="classroomId", max_length=64)]
AnyClassroom = Annotated[str | None, QueryParameter(name="classroomId", max_length=64)]
InConversation = Annotated[str | None, QueryParameter(name="conversationId", max_length=64)]
Accepts = Annotated[str | None, HeaderParameter(name="Accept", max_length=500)]
LastEvent = Annotated[str | None, HeaderParameter(name="Last-Event-ID", max_length=20)]

Tutor = NamedDependency[SkipValidation[TutorService]]
Drafts = NamedDependency[SkipValidation[DraftService]]
Now = NamedDependency[SkipValidation[Clock]]
PathId = FromPath[str]
PathNumber = FromPath[int]
HttpRequest = Request[Principal, Any, Any]


class TutorController(Controller):
    path = "/api/ai-tutor"
    tags = ["Tutor"]

    @post("/", status_code=200)
    async def ask(
        self, request: HttpRequest, data: JSONBody[AskTutor], tutor: Tutor, accept: Accepts = None
    ) -> Response[TutorAnswer]:
        """Ask the tutor of a class you are in."""
        asked = await tutor.ask(request.user, data.to_question())
        if _wants_stream(accept):
            return _stream(_follow(request.user, asked.answer, asked.run, tutor, after=0))
        await asked.run.finished()
        return Response(TutorAnswer.of(await tutor.read(request.user, asked.answer.id)))

    @get("/history")
    async def history(
        self,
        request: HttpRequest,
        tutor: Tutor,
        classroom_id: AnyClassroom = None,
        conversation_id: InConversation = None,
        cursor: Cursor = None,
        limit: Limit = 20,
    ) -> TutorHistory:
        """Your own questions and their answers, newest first."""
        page = await tutor.history(
            request.user, classroom_id=classroom_id, conversation_id=conversation_id, after=cursor, limit=limit
        )
        return TutorHistory(items=[TutorAnswer.of(one) for one in page.items], next=page.next)

    @get("/status")
    async def status(self, request: HttpRequest, tutor: Tutor, clock: Now, classroom_id: InClassroom) -> TutorStatus:
        """What answers in this class, whether the tutor is open to you now, and what is left of today's budgets."""
        return TutorStatus.of(await tutor.status(request.user, classroom_id), clock.now())

    @get("/stats")
    async def stats(self, request: HttpRequest, tutor: Tutor, clock: Now, classroom_id: InClassroom) -> TutorStats:
        """A week's use: of the class you teach, in numbers alone, or your own."""
        return TutorStats.of(await tutor.stats(request.user, classroom_id), clock.now())

    @put("/policy")
    async def decide(self, request: HttpRequest, data: JSONBody[ChangeTutorPolicy], tutor: Tutor) -> TutorPolicyView:
        """Decide what the tutor of a class you teach does for who is taking a quiz."""
        policy = await tutor.decide(request.user, data.classroom_id, data.during_quiz)
        return TutorPolicyView(during_quiz=policy.during_quiz)

    @post("/study-suggestions", status_code=200)
    async def suggest(self, request: HttpRequest, data: JSONBody[SuggestStudy], tutor: Tutor) -> StudySuggestionList:
        """What to look at again, from your own results."""
        found = await tutor.suggest(request.user, data.classroom_id)
        return StudySuggestionList(items=[StudySuggestionView.of(one) for one in found])

    @post("/generate-quiz")
    async def generate(self, request: HttpRequest, data: JSONBody[GenerateQuiz], drafts: Drafts) -> QuizDraftView:
        """Have questions drafted from the material of a class you teach. None is used before you approve it."""
        return QuizDraftView.of(await drafts.generate(request.user, data.classroom_id, data.topic.strip(), data.count))

    @get("/drafts")
    async def drafts(
        self, request: HttpRequest, drafts: Drafts, classroom_id: InClassroom, cursor: Cursor = None, limit: Limit = 20
    ) -> QuizDraftList:
        """The drafts of a class you teach, newest first."""
        page = await drafts.of_classroom(request.user, classroom_id, after=cursor, limit=limit)
        return QuizDraftList(items=[QuizDraftView.of(one) for one in page.items], next=page.next)

    @get("/drafts/{draft_id:str}")
    async def draft(self, request: HttpRequest, draft_id: PathId, drafts: Drafts) -> QuizDraftView:
        """One draft."""
        return QuizDraftView.of(await drafts.get(request.user, draft_id))

    @post("/drafts/{draft_id:str}/items/{number:int}/approve", status_code=200)
    async def approve(
        self,
        request: HttpRequest,
        draft_id: PathId,
        number: PathNumber,
        drafts: Drafts,
        data: JSONBody[NoFields] = NOTHING,
    ) -> QuizDraftView:
        """Put a question into the class's bank."""
        return QuizDraftView.of(await drafts.decide(request.user, draft_id, number, Decision.APPROVED))

    @post("/drafts/{draft_id:str}/items/{number:int}/reject", status_code=200)
    async def reject(
        self,
        request: HttpRequest,
        draft_id: PathId,
        number: PathNumber,
        drafts: Drafts,
        data: JSONBody[NoFields] = NOTHING,
    ) -> QuizDraftView:
        """Leave a question out."""
        return QuizDraftView.of(await drafts.decide(request.user, draft_id, number, Decision.REJECTED))

    @get("/{answer_id:str}")
    async def read(
        self,
        request: HttpRequest,
        answer_id: PathId,
        tutor: Tutor,
        accept: Accepts = None,
        last_event: LastEvent = None,
    ) -> Response[TutorAnswer]:
        """One of your answers; as a stream, what is still to come of it."""
        if not _wants_stream(accept):
            return Response(TutorAnswer.of(await tutor.read(request.user, answer_id)))
        answer, run = await tutor.follow(request.user, answer_id)
        after = int(last_event) if last_event and last_event.isdecimal() else 0
        return _stream(_follow(request.user, answer, run, tutor, after=after))

    @post("/{answer_id:str}/cancel", status_code=200)
    async def cancel(
        self, request: HttpRequest, answer_id: PathId, tutor: Tutor, data: JSONBody[NoFields] = NOTHING
    ) -> TutorAnswer:
        """Stop an answer; what was said until then stays."""
        return TutorAnswer.of(await tutor.cancel(request.user, answer_id))

    @post("/{answer_id:str}/feedback", status_code=200)
    async def judge(
        self, request: HttpRequest, answer_id: PathId, data: JSONBody[AnswerFeedback], tutor: Tutor, clock: Now
    ) -> TutorAnswer:
        """Say whether an answer helped you."""
        feedback = Feedback(rating=data.rating, comment=data.comment, at=clock.now()) if data.rating else None
        return TutorAnswer.of(await tutor.judge(request.user, answer_id, feedback))


class _Text(Struct, frozen=True, kw_only=True):
    text: str


def _wants_stream(accept: str | None) -> bool:
    return _EVENT_STREAM in (accept or "")


def _stream(events: AsyncIterator[ServerSentEventMessage]) -> Response[TutorAnswer]:
    """A response whose body is the events of an answer; its schema is that of what they carry."""
    return cast("Response[TutorAnswer]", ServerSentEvent(events))


async def _follow(
    principal: Principal, answer: AIInteraction, run: Run | None, tutor: TutorService, *, after: int
) -> AsyncIterator[ServerSentEventMessage]:
    yield _event("begin", TutorAnswer.of(answer))
    if run is not None:
        async for told in run.follow(after):
            yield _event(told.what, _Text(text=told.text), told.number)
        answer = await tutor.read(principal, answer.id)
    while answer.state is State.RUNNING:
        await asyncio.sleep(_LOOK_AGAIN)
        answer = await tutor.read(principal, answer.id)
    yield _event("done", TutorAnswer.of(answer))


def _event(name: str, content: Struct, number: int | None = None) -> ServerSentEventMessage:
    return ServerSentEventMessage(data=msgspec.json.encode(content).decode(), event=name, id=number)
