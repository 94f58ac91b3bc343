"""What can go wrong around a quiz."""

from eduverse.kernel.errors import Problem

__all__ = [
    "AnswerChanged",
    "AnswerNotInAttempt",
    "AttemptAlreadyOpen",
    "AttemptClosed",
    "InvalidAnswer",
    "InvalidQuestion",
    "NoAttemptsLeft",
    "NoOpenAttempt",
    "QuizNotFound",
    "QuizNotOpen",
    "WrongQuizState",
]


class QuizNotFound(Problem):
    status = 404
    slug = "quiz-not-found"
    title = "There is no such quiz"


class QuizNotOpen(Problem):
    status = 409
    slug = "quiz-closed"
    title = "This quiz is not open"


class WrongQuizState(Problem):
    status = 409
    slug = "wrong-quiz-state"
    title = "A quiz in this state cannot do that"


class AttemptAlreadyOpen(Problem):
    status = 409
    slug = "attempt-open"
    title = "You have an open attempt at this quiz; go on with it"


class NoAttemptsLeft(Problem):
    status = 409
    slug = "no-attempts-left"
    title = "You have used all your attempts at this quiz"


class NoOpenAttempt(Problem):
    status = 404
    slug = "no-open-attempt"
    title = "You have no open attempt at this quiz"


class AttemptClosed(Problem):
    status = 409
    slug = "attempt-closed"
    title = "This attempt is closed; what was saved before counts"


class AnswerChanged(Problem):
    status = 409
    slug = "answer-changed"
    title = "This answer was changed in another tab or on another device"


class AnswerNotInAttempt(Problem):
    status = 422
    slug = "answer-not-in-attempt"
    title = "This question is not part of the attempt"


class InvalidAnswer(Problem):
    status = 422
    slug = "invalid-answer"
    title = "This is no answer to that kind of question"


class InvalidQuestion(Problem):
    status = 422
    slug = "invalid-question"
    title = "This question cannot be graded as it is"
