"""The content port's adapters that need no other program."""

from pathlib import Path

from eduverse.content.blocks import MemoryBlocks
from eduverse.content.folder import FolderBlocks, FolderPins
from eduverse.content.store import BlockContent
from eduverse.kernel.clock import Clock
from eduverse.kernel.content import ContentUnavailable

__all__ = ["folder_content", "memory_content"]


def folder_content(folder: Path, clock: Clock) -> BlockContent:
    """Files in a folder, which is made where it is missing. Raises `ContentUnavailable` when that cannot be."""
    try:
        return BlockContent(FolderBlocks(folder), FolderPins(folder), clock)
    except OSError as error:
        raise ContentUnavailable(f"The folder {folder} cannot be used: {error.strerror}.") from error


def memory_content(clock: Clock) -> BlockContent:
    """Files that are gone with the process: for tests."""
    blocks = MemoryBlocks()
    return BlockContent(blocks, blocks, clock)
