"""What can be done about a quiz over a socket."""

import pytest
from tests.support.people import EDUCATOR, STUDENT
from tests.support.quizzes import QuizCampus

from eduverse.quizzes.model import QuizState
from eduverse.quizzes.sockets import QuizSockets
from eduverse.vocabulary.messages import CLIENT_EVENTS, Accepted, QuizProgressed, QuizRef
from eduverse.vocabulary.permissions import Forbidden
from eduverse.vocabulary.sockets import Caller

TEACHER, LEARNER = (Caller(principal=who, socket_id="tab") for who in (EDUCATOR, STUDENT))


async def test_a_quiz_is_started_and_closed_by_its_teacher_alone() -> None:
    campus = QuizCampus()
    table = QuizSockets(campus.quizzes, campus.attempts).table
    quiz = QuizRef(quiz_id=(await campus.draft()).id)
    for event in ("quiz:start", "quiz:close"):
        with pytest.raises(Forbidden):
            await table[event](LEARNER, quiz)
        assert await table[event](TEACHER, quiz) == Accepted()
    assert (await campus.quizzes.get(EDUCATOR, quiz.quiz_id)).state is QuizState.CLOSED


async def test_progress_is_what_the_server_holds() -> None:
    campus = QuizCampus()
    table = QuizSockets(campus.quizzes, campus.attempts).table
    quiz = await campus.opened()
    await campus.attempts.start(STUDENT, quiz.id)
    await campus.attempts.save(STUDENT, quiz.id, "q1", "mars", 0)
    reply = await table["quiz:progress"](LEARNER, QuizRef(quiz_id=quiz.id))
    assert isinstance(reply, QuizProgressed)
    assert (reply.progress.answered, reply.progress.question_count) == (1, 4)


def test_every_event_is_one_that_clients_may_send() -> None:
    assert set(QuizSockets(QuizCampus().quizzes, QuizCampus().attempts).table) <= set(CLIENT_EVENTS)
