"""What can go wrong around a quiz."""

from eduverse.kernel.errors import Problem

__all__ = [
    "AnswerChanged",
    "AnswerNotInAttempt",
    "AttemptAlreadyOpen",
    "AttemptClosed",
    "AttemptNotFound",
    "BankItemChanged",
    "BankItemNotFound",
    "InvalidAnswer",
    "InvalidQuestion",
    "InvalidWindow",
    "NoAttemptsLeft",
    "NoOpenAttempt",
    "QuizInUse",
    "QuizNotFound",
    "QuizNotOpen",
    "QuizPasswordThrottled",
    "TooFewQuestions",
    "TooManyAccommodations",
    "WrongQuizPassword",
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


class QuizInUse(Problem):
    status = 409
    slug = "quiz-in-use"
    title = "Students may have seen this quiz; it stays as it is"


class TooFewQuestions(Problem):
    status = 409
    slug = "too-few-questions"
    title = "The question bank does not hold as many questions as are to be drawn"


class WrongQuizPassword(Problem):
    status = 403
    slug = "wrong-quiz-password"
    title = "This is not the quiz's password"


class QuizPasswordThrottled(Problem):
    status = 429
    slug = "quiz-password-throttled"
    title = "Too many wrong passwords; wait a moment"


class AttemptNotFound(Problem):
    status = 404
    slug = "attempt-not-found"
    title = "There is no such attempt at this quiz"


class TooManyAccommodations(Problem):
    status = 409
    slug = "too-many-accommodations"
    title = "This quiz holds as many accommodations as it can"


class BankItemNotFound(Problem):
    status = 404
    slug = "bank-item-not-found"
    title = "There is no such question in the bank"


class BankItemChanged(Problem):
    status = 409
    slug = "bank-item-changed"
    title = "This question was changed meanwhile; look at the newest revision first"


class InvalidWindow(Problem):
    status = 422
    slug = "invalid-window"
    title = "A quiz closes after it opens, and is not opened after it was to close"


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
