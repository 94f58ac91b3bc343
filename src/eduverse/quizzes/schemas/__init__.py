"""What the quiz routes take and give. A key leaves only in a review, after the quiz was closed for everybody."""

from eduverse.quizzes.schemas.attempts import (
    AnswerSaved,
    AttemptResult,
    AttemptView,
    QuizResults,
    ResultRow,
    SaveAnswer,
    SubmitQuiz,
    to_value,
    values_of,
)
from eduverse.quizzes.schemas.quizzes import CreateQuiz, QuizList, QuizView
from eduverse.quizzes.schemas.written import QuestionInput, to_question

__all__ = [
    "AnswerSaved",
    "AttemptResult",
    "AttemptView",
    "CreateQuiz",
    "QuestionInput",
    "QuizList",
    "QuizResults",
    "QuizView",
    "ResultRow",
    "SaveAnswer",
    "SubmitQuiz",
    "to_question",
    "to_value",
    "values_of",
]
