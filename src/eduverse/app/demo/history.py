"""What a class has done so far: it was given its material, lessons were held, and everybody has taken a quiz."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from random import Random
from typing import NamedTuple

from eduverse.app.course import CourseClass, CourseQuestion, CourseQuiz
from eduverse.app.demo.accounts import Cast, Pupil
from eduverse.app.demo.answers import answer, knows
from eduverse.app.demo.lessons import LESSON, end_lesson, hold_lesson, last_lessons, plan_lessons
from eduverse.app.demo.marks import keep_marks
from eduverse.app.demo.stage import Stage
from eduverse.classrooms.model import Classroom, Visibility
from eduverse.classrooms.service import NewClassroom
from eduverse.materials.service import Upload
from eduverse.quizzes.attempts import Sitting
from eduverse.quizzes.model import BankItem, Quiz
from eduverse.quizzes.questions import Essay, Question, Value
from eduverse.quizzes.service import BankPick, NewQuiz
from eduverse.vocabulary.principal import Principal

__all__ = ["Taught", "live_through", "plan_quiz"]

_LESSONS = 2
"""How many were held."""
_INTO_THE_LESSON = timedelta(minutes=15)
"""When the quiz is opened: those who are late are there by then."""


class Taught(NamedTuple):
    course: CourseClass
    room: Classroom
    bank: list[BankItem]
    """In the order of the course's questions."""

    def picks(self, questions: list[CourseQuestion]) -> tuple[BankPick, ...]:
        """Where these questions are in the bank."""
        places = [self.course.about.questions.index(one) for one in questions]
        return tuple(BankPick(self.bank[place].id) for place in places)


async def live_through(stage: Stage, course: CourseClass, cast: Cast, *, until: datetime) -> Taught:
    """Opens the class at the stage's time, and takes it through its lessons to `until`."""
    about = course.about
    classrooms = stage.services.classrooms
    new = NewClassroom(about.title, about.description, about.subject, Visibility.PUBLIC, about.capacity)
    room = (await classrooms.open(cast.teacher, new)).classroom
    for pupil in cast.pupils:
        await classrooms.join(pupil.principal, room.id, None)
    await _hand_out(stage, cast.teacher, room, course)
    questions = [(one.to_question(stage.ids), one.tags) for one in about.questions]
    taught = Taught(course, room, await stage.services.quizzing.bank.add(cast.teacher, room.id, questions))
    lessons = last_lessons(until, about.meets, _LESSONS)
    await plan_lessons(stage, cast.teacher, room.id, about.meets, lessons[0])
    for lesson in lessons:
        last = lesson == lessons[-1]
        await hold_lesson(stage, cast, room.id, lesson, all_came=last)
        if last:
            await _hold_quiz(stage, taught, cast, lesson)
        await end_lesson(stage, lesson)
    await keep_marks(stage, cast, room.id, about.homework)
    return taught


async def _hand_out(stage: Stage, teacher: Principal, room: Classroom, course: CourseClass) -> None:
    """The material, which students can read and which is shown on the board section by section."""
    text = course.material.encode()

    async def whole() -> AsyncIterator[bytes]:
        yield text

    materials = stage.services.materials.service
    added = await materials.add(teacher, room.id, course.about.title, Upload(whole(), course.file_name, len(text)))
    await materials.release(teacher, added.id, None)


async def plan_quiz(stage: Stage, taught: Taught, teacher: Principal) -> Quiz:
    """The quiz that is still to come, as a draft; raises `LookupError` in a class that has none."""
    planned = taught.course.about.next
    if planned is None:
        raise LookupError(taught.course.name)
    return await stage.services.quizzes.create(teacher, _new_quiz(taught, planned, taught.course.asked("next")))


def _new_quiz(taught: Taught, quiz: CourseQuiz, questions: list[CourseQuestion]) -> NewQuiz:
    return NewQuiz(
        classroom_id=taught.room.id,
        title=quiz.title,
        questions=taught.picks(questions),
        time_limit_seconds=quiz.time_limit_seconds,
        pass_score=quiz.pass_score,
        tokens_reward=quiz.tokens_reward,
        max_attempts=quiz.max_attempts,
        shuffle=True,
        grace_seconds=5,
    )


async def _hold_quiz(stage: Stage, taught: Taught, cast: Cast, lesson: datetime) -> None:
    """Opened in the lesson, taken by everybody, and closed before the lesson ends."""
    quizzes, course = stage.services.quizzes, taught.course
    asked = course.asked("past")
    quiz = await quizzes.create(cast.teacher, _new_quiz(taught, course.about.past, asked))
    stage.clock.turn_to(lesson + _INTO_THE_LESSON)
    quiz = await quizzes.open(cast.teacher, quiz.id)
    for pupil in cast.pupils:
        await _take(stage, quiz, asked, pupil, lesson + _INTO_THE_LESSON)
    stage.clock.turn_to(lesson + LESSON - timedelta(minutes=2))
    await quizzes.close(cast.teacher, quiz.id)


async def _take(stage: Stage, quiz: Quiz, asked: list[CourseQuestion], pupil: Pupil, opened_at: datetime) -> None:
    """Some begin later than others, and some need longer; what they answer is the same in every demo."""
    dice = Random(f"{quiz.title}/{pupil.principal.name}")  # noqa: S311 (nobody gains by guessing a made-up answer)
    attempts = stage.services.quizzing.attempts
    begun_at = opened_at + timedelta(seconds=dice.randint(5, 90))
    stage.clock.turn_to(begun_at)
    sitting = await attempts.start(pupil.principal, quiz.id)
    stage.clock.turn_to(begun_at + timedelta(seconds=dice.randint(55, 95) * len(asked)))
    await attempts.submit(pupil.principal, quiz.id, _answers(sitting, asked, pupil, dice))
    await stage.achievements.evaluate(pupil.principal.user_id)


def _answers(sitting: Sitting, asked: list[CourseQuestion], pupil: Pupil, dice: Random) -> dict[str, Value]:
    return {
        question.id: _answer(question, course, pupil, dice)
        for question, course in zip(sitting.quiz.questions, asked, strict=True)
    }


def _answer(question: Question, course: CourseQuestion, pupil: Pupil, dice: Random) -> Value:
    if isinstance(question, Essay):
        return course.given[pupil.place] if pupil.place < len(course.given) else None
    right = knows(pupil.ability, course.difficulty, dice)
    return answer(question, right=right, given=course.given, dice=dice)
