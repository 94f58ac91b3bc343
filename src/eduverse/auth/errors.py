"""What can go wrong around an account."""

from eduverse.kernel.errors import Problem

__all__ = [
    "EmailTaken",
    "LinkEnded",
    "LoginThrottled",
    "NoMail",
    "PasswordTooCommon",
    "RecoveryThrottled",
    "RoleNotOpen",
    "SessionEnded",
    "TooBusy",
    "Unauthenticated",
    "WrongCredentials",
]


class Unauthenticated(Problem):
    status = 401
    slug = "unauthenticated"
    title = "Sign in first"


class WrongCredentials(Problem):
    """The same for an unknown account and for a wrong password."""

    status = 401
    slug = "wrong-credentials"
    title = "E-mail or password is wrong"


class SessionEnded(Problem):
    status = 401
    slug = "session-ended"
    title = "This session has ended; sign in again"


class LoginThrottled(Problem):
    status = 429
    slug = "login-throttled"
    title = "Too many failed attempts from here; wait a moment"


class TooBusy(Problem):
    status = 503
    slug = "too-busy"
    title = "Too many people sign in at this moment; try again in a few seconds"


class EmailTaken(Problem):
    status = 409
    slug = "email-taken"
    title = "There is an account with this e-mail address already"


class PasswordTooCommon(Problem):
    status = 422
    slug = "password-too-common"
    title = "This password is among the first that anyone would try; choose another"


class LinkEnded(Problem):
    """The same for a link that ran out, was used, or never was one of ours."""

    status = 410
    slug = "link-ended"
    title = "This link is no longer good; ask for a new one"


class RecoveryThrottled(Problem):
    status = 429
    slug = "recovery-throttled"
    title = "Too many letters were asked for from here; wait a moment"


class NoMail(Problem):
    status = 409
    slug = "no-mail"
    title = "This campus sends no mail; ask its administrator"


class RoleNotOpen(Problem):
    status = 403
    slug = "role-not-open"
    title = "Educators do not register themselves on this campus; ask its administrator"
