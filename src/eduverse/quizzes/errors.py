"""What can go wrong around a quiz."""

from eduverse.kernel.errors import Problem

__all__ = [
    "AnswerChanged",
    "AnswerNotInAttempt",
    "AnswerTaken",
    "AttemptAlreadyOpen",
    "AttemptClosed",
    "AttemptNotFound",
    "BankItemChanged",
    "BankItemNotFound",
    "ImportKeyReused",
    "InvalidAnswer",
    "InvalidCorrection",
    "InvalidJudgement",
    "InvalidQuestion",
    "InvalidWindow",
    "JudgementChanged",
    "NoAttemptsLeft",
    "NoOpenAttempt",
    "NothingToGrade",
    "QuizInUse",
    "QuizNotFound",
    "QuizNotOpen",
    "QuizPasswordThrottled",
    "QuizStillOpen",
    "RegradeChanged",
    "StillRegrading",
    "TokensPending",
    "TooFewQuestions",
    "TooManyAccommodations",
    "TooManyToExport",
    "WrongMediaType",
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


class InvalidJudgement(Problem):
    status = 422
    slug = "invalid-judgement"
    title = "This is no grade for that answer"


class JudgementChanged(Problem):
    status = 409
    slug = "judgement-changed"
    title = "Somebody else has graded this answer meanwhile"


class AnswerTaken(Problem):
    status = 409
    slug = "answer-taken"
    title = "Somebody else is grading this answer right now"


class NothingToGrade(Problem):
    status = 404
    slug = "nothing-to-grade"
    title = "There is no such answer for a person to grade"


class InvalidCorrection(Problem):
    status = 422
    slug = "invalid-correction"
    title = "This question cannot be corrected like that"


class RegradeChanged(Problem):
    status = 409
    slug = "regrade-changed"
    title = "Something has changed since this regrade was shown; look at it again"


class QuizStillOpen(Problem):
    status = 409
    slug = "quiz-still-open"
    title = "A quiz is regraded when it is over: while students are at it, its key stays"


class StillRegrading(Problem):
    status = 409
    slug = "still-regrading"
    title = "This quiz is being regraded; try again in a moment"


class TokensPending(Exception):
    """The tokens that an attempt has earned are not posted yet; what it earns cannot change before."""

    def __init__(self, attempt_id: str) -> None:
        self.attempt_id = attempt_id
        super().__init__(attempt_id)


class ImportKeyReused(Problem):
    status = 409
    slug = "import-key-reused"
    title = "This key belongs to the import of another file"


class TooManyToExport(Problem):
    status = 409
    slug = "too-many-to-export"
    title = "A file may hold 1,000 questions; choose some by their tags"


class WrongMediaType(Problem):
    status = 415
    slug = "wrong-file-type"
    title = "Send the file as what it is"
