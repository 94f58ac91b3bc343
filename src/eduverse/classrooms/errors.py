"""What can go wrong around a classroom."""

from eduverse.kernel.errors import Problem

__all__ = [
    "BanListFull",
    "Banned",
    "CapacityTooSmall",
    "ClassroomArchivedAlready",
    "ClassroomFull",
    "ClassroomNotFound",
    "CodeThrottled",
    "OwnerCannotBeBanned",
    "OwnerCannotLeave",
    "PersonNotFound",
    "WrongJoinCode",
]


class ClassroomNotFound(Problem):
    status = 404
    slug = "classroom-not-found"
    title = "There is no such classroom"


class ClassroomFull(Problem):
    status = 409
    slug = "classroom-full"
    title = "Every seat in this classroom is taken"


class ClassroomArchivedAlready(Problem):
    status = 409
    slug = "classroom-archived"
    title = "This classroom is archived"


class WrongJoinCode(Problem):
    status = 403
    slug = "wrong-join-code"
    title = "This is not the classroom's join code"


class CodeThrottled(Problem):
    status = 429
    slug = "join-code-throttled"
    title = "Too many wrong join codes; wait a moment"


class OwnerCannotLeave(Problem):
    status = 409
    slug = "owner-cannot-leave"
    title = "A classroom's teacher can archive it, but not leave it"


class CapacityTooSmall(Problem):
    status = 409
    slug = "capacity-too-small"
    title = "More students are enrolled than this capacity allows"


class Banned(Problem):
    status = 403
    slug = "banned"
    title = "The teacher has closed this classroom to you"


class OwnerCannotBeBanned(Problem):
    status = 409
    slug = "owner-cannot-be-banned"
    title = "A classroom is not closed to its own teacher"


class BanListFull(Problem):
    status = 409
    slug = "ban-list-full"
    title = "This classroom is closed to as many people as it can remember; lift a ban first"


class PersonNotFound(Problem):
    status = 404
    slug = "person-not-found"
    title = "Nobody on this campus has this id"
