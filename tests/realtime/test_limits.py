"""What one socket and one person may send."""

from eduverse.kernel.buckets import Rate
from eduverse.realtime.limits import LimitBook, Limits, Rates

SLOW = 0.001


def rates(everything: int = 100, chat: int = 100, patience: int = 100) -> Rates:
    return Rates(everything=Rate(everything, SLOW), classes={"chat": Rate(chat, SLOW)}, patience=Rate(patience, SLOW))


def opened(book: LimitBook, user: str, now: float) -> Limits:
    limits = book.open(user, now)
    assert limits is not None
    return limits


def test_everything_is_counted_by_the_socket() -> None:
    book = LimitBook(rates(everything=2))
    one, other = opened(book, "ann", 0), opened(book, "ann", 0)
    assert [one.take(None, 0), one.take("chat", 0), one.take(None, 0)] == [True, True, False]
    assert other.take(None, 0)


def test_a_class_is_counted_by_the_person() -> None:
    book = LimitBook(rates(chat=2))
    one, other, stranger = opened(book, "ann", 0), opened(book, "ann", 0), opened(book, "bob", 0)
    assert [one.take("chat", 0), other.take("chat", 0), one.take("chat", 0), other.take("chat", 0)] == [
        True,
        True,
        False,
        False,
    ]
    assert stranger.take("chat", 0)


def test_who_comes_back_does_not_start_anew() -> None:
    book = LimitBook(rates(chat=1))
    assert opened(book, "ann", 0).take("chat", 0)
    assert not opened(book, "ann", 1).take("chat", 1)


def test_the_longest_unseen_are_forgotten() -> None:
    book = LimitBook(rates(chat=1), capacity=1)
    assert opened(book, "ann", 0).take("chat", 0)
    opened(book, "bob", 0)
    assert opened(book, "ann", 0).take("chat", 0)


def test_a_class_without_a_rate_is_free() -> None:
    limits = opened(LimitBook(rates()), "ann", 0)
    assert all(limits.take("dance", 0) for _ in range(100))


def test_patience_ends() -> None:
    limits = opened(LimitBook(rates(patience=2)), "ann", 0)
    assert [limits.endure(0), limits.endure(0), limits.endure(0)] == [True, True, False]


def test_who_connects_too_often_waits() -> None:
    book = LimitBook(Rates(connections=Rate(2, 1)))
    assert [book.open("ann", 0) is None for _ in range(3)] == [False, False, True]
    assert book.open("bob", 0) is not None
    assert book.open("ann", 1) is not None


def test_who_is_closed_for_flooding_has_used_up_connections() -> None:
    book = LimitBook(Rates(connections=Rate(4, 1), patience=Rate(1, 1), flood=3))
    limits = opened(book, "ann", 0)
    assert [limits.endure(0), limits.endure(0)] == [True, False]
    assert book.open("ann", 0) is None
    assert book.open("ann", 1) is not None
