"""What can be done about a quiz over a socket."""

from eduverse.quizzes.attempts import AttemptService
from eduverse.quizzes.service import QuizService
from eduverse.vocabulary.messages import Accepted, QuizProgressed, QuizRef
from eduverse.vocabulary.sockets import Caller, SocketTable

__all__ = ["QuizSockets"]


class QuizSockets:
    def __init__(self, quizzes: QuizService, attempts: AttemptService) -> None:
        self._quizzes = quizzes
        self._attempts = attempts

    @property
    def table(self) -> SocketTable:
        return {"quiz:start": self.start, "quiz:close": self.close, "quiz:progress": self.progress}

    async def start(self, caller: Caller, data: QuizRef) -> Accepted:
        """Opens the quiz for the class; its teacher alone may."""
        await self._quizzes.open(caller.principal, data.quiz_id)
        return Accepted()

    async def close(self, caller: Caller, data: QuizRef) -> Accepted:
        await self._quizzes.close(caller.principal, data.quiz_id)
        return Accepted()

    async def progress(self, caller: Caller, data: QuizRef) -> QuizProgressed:
        return QuizProgressed(progress=await self._attempts.progress(caller.principal, data.quiz_id))
