"""Who may do what: one rule per action, asked by REST and by sockets alike."""

import enum
from typing import NamedTuple

from eduverse.kernel.errors import Problem
from eduverse.vocabulary.principal import Principal, Role, Standing

__all__ = ["Action", "Forbidden", "demand", "refusal"]


class Forbidden(Problem):
    status = 403
    slug = "forbidden"
    title = "You may not do this"


class _Rule(NamedTuple):
    because: str
    """The sentence a refused person reads."""
    roles: frozenset[Role] = frozenset(Role)
    standings: frozenset[Standing] = frozenset(Standing)


_TEACHING = frozenset({Standing.TEACHER})
_LEARNING = frozenset({Standing.STUDENT})
_MEMBERS = frozenset({Standing.TEACHER, Standing.STUDENT})


class Action(enum.Enum):
    CREATE_CLASSROOM = _Rule("Only educators can open a classroom.", roles=frozenset({Role.EDUCATOR, Role.ADMIN}))
    MANAGE_CLASSROOM = _Rule("Only the teacher of this classroom can change it.", standings=_TEACHING)
    SEE_MEMBERS = _Rule("Join this classroom to see who is in it.", standings=_MEMBERS)
    ENTER_ROOM = _Rule("Join this classroom before entering it.", standings=_MEMBERS)
    CREATE_QUIZ = _Rule("Only the teacher of this classroom can write quizzes for it.", standings=_TEACHING)
    MANAGE_BANK = _Rule("Only the teacher of this classroom uses its question bank.", standings=_TEACHING)
    ACCOMMODATE = _Rule("Only the teacher of this classroom grants other times.", standings=_TEACHING)
    GRADE_QUIZ = _Rule("Only the teacher of this classroom grades what was handed in.", standings=_TEACHING)
    SEE_QUIZZES = _Rule("Join this classroom to see its quizzes.", standings=_MEMBERS)
    START_QUIZ = _Rule("Only the teacher of this classroom can start or close its quizzes.", standings=_TEACHING)
    ANSWER_QUIZ = _Rule("Only students of this classroom take its quizzes.", standings=_LEARNING)
    SEE_ALL_RESULTS = _Rule("Only the teacher sees everybody's results.", standings=_TEACHING)
    KEEP_GRADEBOOK = _Rule("Only the teacher of this classroom gives grades.", standings=_TEACHING)
    SEE_OWN_GRADES = _Rule("Only students of this classroom have grades in it.", standings=_LEARNING)
    TALK = _Rule("Join this classroom to talk in it.", standings=_MEMBERS)
    SEE_CHAT = _Rule("Join this classroom to read what was said in it.", standings=_MEMBERS)
    MODERATE = _Rule("Only the teacher of this classroom decides who may come in and speak.", standings=_TEACHING)
    PRESENT = _Rule("Only the teacher of this classroom shows slides.", standings=_TEACHING)
    RUN_POLL = _Rule("Only the teacher of this classroom asks the class.", standings=_TEACHING)
    VOTE = _Rule("Only students of this classroom vote in its polls.", standings=_LEARNING)
    SEE_SCHEDULE = _Rule("Join this classroom to see its timetable.", standings=_MEMBERS)
    EDIT_SCHEDULE = _Rule("Only the teacher of this classroom plans its meetings.", standings=_TEACHING)
    SEE_ATTENDANCE = _Rule("Join this classroom to see your attendance in it.", standings=_MEMBERS)
    KEEP_ATTENDANCE = _Rule("Only the teacher of this classroom keeps its attendance.", standings=_TEACHING)
    SEND_EXCUSE = _Rule("Only students of this classroom send excuses.", standings=_LEARNING)
    SEE_MATERIALS = _Rule("Join this classroom to see its materials.", standings=_MEMBERS)
    MANAGE_MATERIALS = _Rule("Only the teacher of this classroom keeps its materials.", standings=_TEACHING)
    MANAGE_CERTIFICATES = _Rule("Only the teacher of this classroom looks after its certificates.", standings=_TEACHING)
    NOTIFY = _Rule("Only the teacher of this classroom sends notices to it.", standings=_TEACHING)
    SEE_PROGRESS = _Rule("Join this classroom to see how it is going.", standings=_MEMBERS)
    SAY_WHO_IS_OF_AGE = _Rule("Only the teacher of this classroom says who in it is of age.", standings=_TEACHING)
    ASK_TUTOR = _Rule("Join this classroom to ask its tutor.", standings=_MEMBERS)
    MANAGE_TUTOR = _Rule("Only the teacher of this classroom decides about its tutor.", standings=_TEACHING)
    DRAFT_QUIZ = _Rule("Only the teacher of this classroom has quizzes drafted.", standings=_TEACHING)
    MANAGE_JOBS = _Rule("Only administrators look after the campus's jobs.", roles=frozenset({Role.ADMIN}))


def refusal(principal: Principal, action: Action, standing: Standing = Standing.OUTSIDER) -> str | None:
    """Why `principal`, with this standing in the classroom concerned, may not do it; None when they may."""
    rule = action.value
    return None if principal.role in rule.roles and standing in rule.standings else rule.because


def demand(principal: Principal, action: Action, standing: Standing = Standing.OUTSIDER) -> None:
    """Raises `Forbidden` with the rule's reason."""
    if reason := refusal(principal, action, standing):
        raise Forbidden(reason)
