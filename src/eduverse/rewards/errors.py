"""What can go wrong in the ledger."""

__all__ = ["PostingConflict"]


class PostingConflict(Exception):
    """The same reference was posted before with another content: somebody counts differently than we do."""
