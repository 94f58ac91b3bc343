"""Who may do what, as one table."""

import pytest
from tests.support.people import person

from eduverse.vocabulary.permissions import Action, Forbidden, demand, refusal
from eduverse.vocabulary.principal import Role, Standing

ANYBODY = {(role, standing) for role in Role for standing in Standing}
TEACHERS = {(role, Standing.TEACHER) for role in Role}
STUDENTS = {(role, Standing.STUDENT) for role in Role}

ALLOWED: dict[Action, set[tuple[Role, Standing]]] = {
    Action.CREATE_CLASSROOM: {(role, standing) for role, standing in ANYBODY if role is not Role.STUDENT},
    Action.MANAGE_CLASSROOM: TEACHERS,
    Action.SEE_MEMBERS: TEACHERS | STUDENTS,
    Action.SEE_PROGRESS: TEACHERS | STUDENTS,
    Action.SAY_WHO_IS_OF_AGE: TEACHERS,
    Action.ENTER_ROOM: TEACHERS | STUDENTS,
    Action.CREATE_QUIZ: TEACHERS,
    Action.MANAGE_BANK: TEACHERS,
    Action.ACCOMMODATE: TEACHERS,
    Action.GRADE_QUIZ: TEACHERS,
    Action.KEEP_GRADEBOOK: TEACHERS,
    Action.SEE_OWN_GRADES: STUDENTS,
    Action.SEE_QUIZZES: TEACHERS | STUDENTS,
    Action.START_QUIZ: TEACHERS,
    Action.ANSWER_QUIZ: STUDENTS,
    Action.SEE_ALL_RESULTS: TEACHERS,
    Action.TALK: TEACHERS | STUDENTS,
    Action.SEE_CHAT: TEACHERS | STUDENTS,
    Action.MODERATE: TEACHERS,
    Action.PRESENT: TEACHERS,
    Action.RUN_POLL: TEACHERS,
    Action.VOTE: STUDENTS,
    Action.SEE_SCHEDULE: TEACHERS | STUDENTS,
    Action.EDIT_SCHEDULE: TEACHERS,
    Action.SEE_ATTENDANCE: TEACHERS | STUDENTS,
    Action.KEEP_ATTENDANCE: TEACHERS,
    Action.SEND_EXCUSE: STUDENTS,
    Action.SEE_MATERIALS: TEACHERS | STUDENTS,
    Action.MANAGE_MATERIALS: TEACHERS,
    Action.NOTIFY: TEACHERS,
    Action.ASK_TUTOR: TEACHERS | STUDENTS,
    Action.MANAGE_TUTOR: TEACHERS,
    Action.DRAFT_QUIZ: TEACHERS,
    Action.MANAGE_CERTIFICATES: TEACHERS,
    Action.MANAGE_JOBS: {(Role.ADMIN, standing) for standing in Standing},
}


def test_every_action_is_in_the_table() -> None:
    assert set(ALLOWED) == set(Action)


@pytest.mark.parametrize("action", Action)
def test_the_policy(action: Action) -> None:
    for role, standing in ANYBODY:
        who = person("mira", role)
        reason = refusal(who, action, standing)
        assert (reason is None) is ((role, standing) in ALLOWED[action]), (role, standing)
        if reason is None:
            demand(who, action, standing)
        else:
            with pytest.raises(Forbidden, match=reason):
                demand(who, action, standing)


def test_whoever_does_not_say_is_an_outsider() -> None:
    outside = [action for action in Action if refusal(person("mira", Role.ADMIN), action) is None]
    assert outside == [Action.CREATE_CLASSROOM, Action.MANAGE_JOBS]


def test_a_refusal_is_a_sentence() -> None:
    assert all(action.value.because.startswith(("Only ", "Join ")) for action in Action)
    assert all(action.value.because.endswith(".") for action in Action)
