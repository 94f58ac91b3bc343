"""What is pinned as public, is."""

import pytest
from tests.ports.content_contract import HELLO, ContentContract, cut
from tests.support.clock import FakeClock

from eduverse.content.local import memory_content
from eduverse.content.published import PublicPins, PublishedContent
from eduverse.kernel.content import Content, ContentMissing
from eduverse.storage.memory import MemoryStorage


class TestPublished(ContentContract):
    """It is a store like any other."""

    @pytest.fixture
    def public(self) -> PublicPins:
        return PublicPins(MemoryStorage())

    @pytest.fixture
    async def content(self, clock: FakeClock, public: PublicPins) -> Content:
        return PublishedContent(memory_content(clock), public)

    async def test_what_is_put_is_not_public_yet(self, content: Content, public: PublicPins) -> None:
        await content.put(cut(b"hello world"))
        assert not await public.has(HELLO)

    async def test_it_is_public_until_its_last_owner_gives_it_up(self, content: Content, public: PublicPins) -> None:
        await content.put(cut(b"hello world"))
        for owner in ("a", "a", "b"):
            await content.pin(HELLO, owner)
        await content.unpin(HELLO, "c")
        await content.unpin(HELLO, "a")
        assert await public.has(HELLO)
        await content.unpin(HELLO, "b")
        assert not await public.has(HELLO)

    async def test_what_is_not_there_is_not_published(self, content: Content, public: PublicPins) -> None:
        with pytest.raises(ContentMissing):
            await content.pin(HELLO, "a")
        assert not await public.has(HELLO)
