"""EduVerse: a self-hosted 3D campus for live classes."""

__version__ = "0.1.0"
