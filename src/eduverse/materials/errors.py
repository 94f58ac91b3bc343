"""What can go wrong around materials."""

from eduverse.kernel.errors import Problem

__all__ = [
    "LinkExpired",
    "MaterialNotFound",
    "NotShowable",
    "QuotaExceeded",
    "TooLarge",
    "TooManyMaterials",
    "TooManyVersions",
    "UnsupportedKind",
    "UploadStalled",
    "VersionNotFound",
]


class MaterialNotFound(Problem):
    status = 404
    slug = "material-not-found"
    title = "There is no such material"


class VersionNotFound(Problem):
    status = 404
    slug = "version-not-found"
    title = "This material has no such version or page"


class UnsupportedKind(Problem):
    """What a file is decides what is in it, never its name."""

    status = 415
    slug = "unsupported-kind"
    title = (
        "This is none of the kinds of file that a class can use: PDF, Word, PowerPoint, Markdown, PNG, JPEG, WebP, "
        "GIF, MP3, Ogg, M4A, WAV, MP4, WebM and GLB"
    )


class TooLarge(Problem):
    status = 413
    slug = "material-too-large"
    title = "This file is too large"


class QuotaExceeded(Problem):
    status = 409
    slug = "quota-exceeded"
    title = "There is no room for this file among the materials of the class; remove others first"


class TooManyMaterials(Problem):
    status = 409
    slug = "too-many-materials"
    title = "This class has as many materials as it can have; remove others first"


class TooManyVersions(Problem):
    status = 409
    slug = "too-many-versions"
    title = "This material has as many versions as it can have; upload the file as a new material"


class UploadStalled(Problem):
    status = 408
    slug = "upload-stalled"
    title = "The upload stopped half-way; try again"


class NotShowable(Problem):
    status = 409
    slug = "not-showable"
    title = "There is nothing in this material that can be shown on the board"


class LinkExpired(Problem):
    status = 403
    slug = "link-expired"
    title = "This link is not valid any more"
