"""What can go wrong around the tutor."""

from eduverse.kernel.errors import Problem

__all__ = [
    "AlreadyDecided",
    "AnswerNotFound",
    "AskedTooFast",
    "BudgetSpent",
    "ConversationNotFound",
    "DraftNotFound",
    "NothingToDraftFrom",
    "StillAnswering",
    "TooManyAnswers",
]


class AnswerNotFound(Problem):
    """Also for an answer that was given to somebody else: whether there is one is theirs alone."""

    status = 404
    slug = "tutor-answer-not-found"
    title = "There is no such answer of the tutor"


class ConversationNotFound(Problem):
    status = 404
    slug = "conversation-not-found"
    title = "There is no such conversation; leave conversationId out to begin one"


class StillAnswering(Problem):
    status = 409
    slug = "still-answering"
    title = "The tutor is still answering this"


class TooManyAnswers(Problem):
    status = 429
    slug = "too-many-answers"
    title = "The tutor is answering several of your questions already; wait for one of them"


class AskedTooFast(Problem):
    status = 429
    slug = "asked-too-fast"
    title = "Give the tutor a moment between two questions"


class BudgetSpent(Problem):
    """`scope` says whose: user, class or site. `resetsAt` is when there is a new one."""

    status = 429
    slug = "tutor-budget-spent"
    title = "The tutor has said as much as it may today"


class DraftNotFound(Problem):
    status = 404
    slug = "quiz-draft-not-found"
    title = "There is no such draft or no such question in it"


class AlreadyDecided(Problem):
    status = 409
    slug = "already-decided"
    title = "Somebody has already decided about this question"


class NothingToDraftFrom(Problem):
    status = 409
    slug = "nothing-to-draft-from"
    title = "No material of this class that you have released says enough about this to make questions of it"
