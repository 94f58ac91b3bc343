"""What can go wrong around a classroom."""

from eduverse.kernel.errors import Problem

__all__ = [
    "AlreadyMinted",
    "BanListFull",
    "Banned",
    "CapacityTooSmall",
    "ClassroomArchivedAlready",
    "ClassroomFull",
    "ClassroomNotFound",
    "CodeThrottled",
    "GateNotWanted",
    "NoSuchToken",
    "NotMinted",
    "OwnerCannotBeBanned",
    "OwnerCannotLeave",
    "PersonNotFound",
    "TokenNeeded",
    "WalletNeeded",
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


class WalletNeeded(Problem):
    status = 403
    slug = "wallet-needed"
    title = "This takes a wallet: link yours on your profile first"


class TokenNeeded(Problem):
    """`gate` in `extra` says which."""

    status = 403
    slug = "token-needed"
    title = "Your wallet does not hold the token that opens this classroom"


class NoSuchToken(Problem):
    status = 422
    slug = "no-such-token"
    title = "There is no token contract (ERC-721 or ERC-20) at this address on the campus's blockchain"


class GateNotWanted(Problem):
    status = 409
    slug = "gate-not-wanted"
    title = "Only a classroom that is opened by a token names one"


class AlreadyMinted(Problem):
    status = 409
    slug = "already-minted"
    title = "This classroom has its token, or it is on its way"


class NotMinted(Problem):
    status = 409
    slug = "not-minted"
    title = "This classroom has no token"
