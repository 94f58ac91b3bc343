"""The class is asked: one question, one vote for each student."""

from msgspec import structs

from eduverse.kernel.documents import Collection
from eduverse.live.errors import NoOpenPoll, NoSuchOption, PollAlreadyOpen
from eduverse.live.model.lesson import OfLesson
from eduverse.vocabulary.messages import LivePoll, PollCounted

__all__ = ["POLLS", "Poll", "close_poll", "count", "open_poll", "vote"]


class Poll(OfLesson, frozen=True, kw_only=True):
    """The latest poll; it is open while it is under way."""

    asked: LivePoll | None = None
    votes: dict[str, int] = {}
    """User id -> option. Nobody but the voter is told."""


POLLS = Collection(name="polls", type=Poll, indexed=("under_way",))


def open_poll(before: Poll, asked: LivePoll) -> Poll:
    if before.under_way:
        raise PollAlreadyOpen
    return structs.replace(before, asked=asked, votes={}, under_way=True)


def vote(poll: Poll, poll_id: str, user_id: str, option: int) -> Poll:
    """A person has one vote, and it is the last one they gave."""
    if not poll.under_way or poll.asked is None or poll.asked.poll_id != poll_id:
        raise NoOpenPoll
    if option >= len(poll.asked.options):
        raise NoSuchOption
    if poll.votes.get(user_id) == option:
        return poll
    return structs.replace(poll, votes={**poll.votes, user_id: option})


def close_poll(poll: Poll) -> Poll:
    if not poll.under_way:
        raise NoOpenPoll
    return structs.replace(poll, under_way=False)


def count(poll: Poll) -> PollCounted | None:
    """None when nothing was ever asked."""
    if poll.asked is None:
        return None
    chosen = list(poll.votes.values())
    return PollCounted(
        poll_id=poll.asked.poll_id,
        counts=[chosen.count(option) for option in range(len(poll.asked.options))],
        voters=len(chosen),
        open=poll.under_way,
    )
