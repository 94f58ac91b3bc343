"""What is counted and timed while people are simulated."""

from eduverse.load.histogram import Histogram

__all__ = ["Counts", "Gauges"]


class Counts:
    """How often; sizes are in bytes, with the websocket's own headers."""

    __slots__ = (
        "avatar_bytes",
        "bytes_down",
        "emitted",
        "events",
        "moves",
        "updates",
    )

    def __init__(self) -> None:
        self.moves = 0
        """Moves sent."""
        self.emitted = 0
        """Other events sent."""
        self.updates = 0
        """Avatar records received."""
        self.avatar_bytes = 0
        self.events = 0
        """Other events and answers received."""
        self.bytes_down = 0

    def copy(self) -> "Counts":
        copied = Counts()
        for name in Counts.__slots__:
            setattr(copied, name, getattr(self, name))
        return copied

    def since(self, before: "Counts") -> "Counts":
        grown = Counts()
        for name in Counts.__slots__:
            setattr(grown, name, getattr(self, name) - getattr(before, name))
        return grown


class Gauges:
    def __init__(self) -> None:
        self.counts = Counts()
        self.measuring = False
        """Durations are kept while this is set."""
        self.moves = Histogram()
        """From sending a position to its being seen: how old a position is when it comes."""
        self.refreshes = Histogram()
        """Between two positions of the same walker at the same observer."""
        self.chats = Histogram()
        self.answers = Histogram()
        self.joins = Histogram()
        """From dialling to being in the room."""
        self.arrivals = Histogram()
        """From being in the room to another one's being told."""
        self.unknown_positions = 0
        """Seen, but not as anybody sent them: the server has corrected them."""
        self.refused = 0
        """Events answered with `ok: false`."""
        self.losses = 0
        """Connections that ended without our wish, or by mischief."""
        self.recovered = 0
        self.anew = 0
        """Came back as somebody new: the session was not recovered."""
        self.failed = 0
        """Attempts to connect that came to nothing."""
        self.overdue = 0
        """Connections given up because the server's heartbeat was missing."""
        self.closed_by_server = 0
        self.complaints: list[str] = []
        """The first few refusals, in the server's words."""

    def complain(self, text: str) -> None:
        if len(self.complaints) < 5:
            self.complaints.append(text)
