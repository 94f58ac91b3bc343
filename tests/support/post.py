"""Mail that is written down, or refused on demand."""

from eduverse.vocabulary.mail import Message

__all__ = ["RecordingMail"]


class RecordingMail:
    def __init__(self) -> None:
        self.sent: list[Message] = []
        self.error: Exception | None = None

    async def send(self, message: Message, /) -> None:
        if self.error:
            raise self.error
        self.sent.append(message)

    async def problem(self) -> str | None:
        return str(self.error) if self.error else None
