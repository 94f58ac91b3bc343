"""What every way of sending mail must do."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from email.message import EmailMessage
from typing import Any, NamedTuple

import pytest

from eduverse.vocabulary.mail import Mail, MailRefused, Message

__all__ = ["MailContract", "Post", "letter"]


class Post(NamedTuple):
    """A way of sending, and what arrived by it."""

    mail: Mail
    arrived: list[EmailMessage]


def letter(**fields: Any) -> Message:
    values: dict[str, Any] = {
        "to": "mira@school.example",
        "name": "Mira Lindqvist",
        "subject": "Your quiz has been graded",
        "text": "Planets: 80 of 100.\n",
        "html": "<p>Planets: <b>80</b> of 100.</p>\n",
        "key": "letter-1",
        **fields,
    }
    return Message(**values)


class MailContract:
    """An adapter's tests derive from this and say how it is opened."""

    def opened(self) -> AbstractAsyncContextManager[Post]:
        raise NotImplementedError

    @pytest.fixture
    async def post(self) -> AsyncIterator[Post]:
        async with self.opened() as post:
            yield post

    async def test_a_letter_arrives_whole(self, post: Post) -> None:
        await post.mail.send(letter(subject="Größe & Maß", text="Ä\n", html="<p>Ä</p>\n"))
        (got,) = post.arrived
        assert got["Subject"] == "Größe & Maß"
        assert got["To"].addresses[0].addr_spec == "mira@school.example"
        assert got["To"].addresses[0].display_name == "Mira Lindqvist"
        assert got["Auto-Submitted"] == "auto-generated"
        assert _part(got, "plain") == "Ä"
        assert _part(got, "html") == "<p>Ä</p>"

    @pytest.mark.parametrize("field", ["subject", "name"])
    async def test_a_line_break_makes_no_header(self, post: Post, field: str) -> None:
        await post.mail.send(letter(**{field: "Hello\r\nBcc: everybody@school.example\r\n\r\nBody"}))
        (got,) = post.arrived
        assert "Bcc" not in got
        assert _part(got, "plain") == "Planets: 80 of 100."

    @pytest.mark.parametrize(
        "address", ["", "nobody", "a@b\r\nBcc: c@school.example", "a@b\nX: y", "a b@school.example", "a@b, c@d"]
    )
    async def test_what_is_no_address_is_refused_for_good(self, post: Post, address: str) -> None:
        with pytest.raises(MailRefused):
            await post.mail.send(letter(to=address))
        assert post.arrived == []

    async def test_the_same_letter_again_has_the_same_id(self, post: Post) -> None:
        for key in ("one", "one", "two"):
            await post.mail.send(letter(key=key))
        ids = [got["Message-ID"] for got in post.arrived]
        assert ids[0] == ids[1] != ids[2]

    async def test_a_sender_that_works_has_no_problem(self, post: Post) -> None:
        assert await post.mail.problem() is None


def _part(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    assert body is not None
    return str(body.get_content()).strip()
