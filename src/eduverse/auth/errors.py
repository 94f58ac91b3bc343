"""What can go wrong around an account."""

from eduverse.kernel.errors import Problem

__all__ = [
    "BadWalletMessage",
    "ContractWalletUnavailable",
    "EmailTaken",
    "HasPassword",
    "LastWayIn",
    "LinkEnded",
    "LoginThrottled",
    "NoMail",
    "NotAtHome",
    "PasswordTooCommon",
    "RecoveryThrottled",
    "RoleNotOpen",
    "SessionEnded",
    "TooBusy",
    "Unauthenticated",
    "WalletAlreadyLinked",
    "WalletMessageUsed",
    "WalletTaken",
    "WalletUnknown",
    "WrongCredentials",
    "WrongSignature",
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


class HasPassword(Problem):
    status = 409
    slug = "has-password"
    title = "Your account has an e-mail address and a password already"


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


class NotAtHome(Problem):
    status = 409
    slug = "not-at-home"
    title = (
        "Wallets cannot be used at this address: whoever runs this campus has not named it as the campus's own"
        " (EDUVERSE_PUBLIC_URL)"
    )


class BadWalletMessage(Problem):
    status = 422
    slug = "bad-wallet-message"
    title = "This is not a message that this campus asked a wallet to sign"


class WalletMessageUsed(Problem):
    status = 409
    slug = "wallet-message-used"
    title = "This message has been used; ask for a new one"


class WrongSignature(Problem):
    status = 401
    slug = "wrong-signature"
    title = "The signature was not made with the key of this wallet"


class ContractWalletUnavailable(Problem):
    """A wallet that is a contract says itself whether a signature is good, and we cannot ask it."""

    status = 409
    slug = "contract-wallet-unavailable"
    title = "A wallet that is a smart contract cannot be used: this campus cannot ask its chain"


class WalletUnknown(Problem):
    status = 403
    slug = "wallet-unknown"
    title = "No account has this wallet; sign in with your e-mail and link it on your profile"


class WalletTaken(Problem):
    status = 409
    slug = "wallet-taken"
    title = "This wallet belongs to another account"


class WalletAlreadyLinked(Problem):
    status = 409
    slug = "wallet-already-linked"
    title = "Your account has another wallet; unlink that one first"


class LastWayIn(Problem):
    status = 409
    slug = "last-way-in"
    title = "This wallet is the only way into your account"
