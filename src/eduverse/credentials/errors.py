"""What can be wrong with a wish that concerns certificates."""

from eduverse.kernel.errors import Problem

__all__ = [
    "CertificateNotFound",
    "CertificateSettled",
    "CertificateWithdrawn",
    "CertificatesNotPrintable",
    "NotPassed",
    "StatusListNotFound",
    "UnsignableTerms",
]


class CertificateNotFound(Problem):
    status = 404
    slug = "certificate-not-found"
    title = "There is no such certificate"


class NotPassed(Problem):
    status = 409
    slug = "quiz-not-passed"
    title = "There is a certificate once you have passed this quiz and its result is shown"


class CertificateSettled(Problem):
    status = 409
    slug = "certificate-settled"
    title = "This certificate is no longer in force"


class CertificateWithdrawn(Problem):
    status = 410
    slug = "certificate-withdrawn"
    title = "Its owner no longer shares this certificate"


class StatusListNotFound(Problem):
    status = 404
    slug = "status-list-not-found"
    title = "There is no such list"


class CertificatesNotPrintable(Problem):
    status = 503
    slug = "certificate-not-printable"
    title = "The certificate cannot be printed now; try again in a moment"


class UnsignableTerms(Exception):
    """A document says something that its contexts do not define: a signature would not cover it."""
