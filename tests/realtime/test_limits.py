"""What one socket and one person may send."""

from eduverse.kernel.buckets import Rate
from eduverse.realtime.limits import LimitBook, Rates

SLOW = 0.001


def rates(everything: int = 100, chat: int = 100, patience: int = 100) -> Rates:
    return Rates(everything=Rate(everything, SLOW), classes={"chat": Rate(chat, SLOW)}, patience=Rate(patience, SLOW))


def test_everything_is_counted_by_the_socket() -> None:
    book = LimitBook(rates(everything=2))
    one, other = book.open("ann", 0), book.open("ann", 0)
    assert [one.take(None, 0), one.take("chat", 0), one.take(None, 0)] == [True, True, False]
    assert other.take(None, 0)


def test_a_class_is_counted_by_the_person() -> None:
    book = LimitBook(rates(chat=2))
    one, other, stranger = book.open("ann", 0), book.open("ann", 0), book.open("bob", 0)
    assert [one.take("chat", 0), other.take("chat", 0), one.take("chat", 0), other.take("chat", 0)] == [
        True,
        True,
        False,
        False,
    ]
    assert stranger.take("chat", 0)


def test_who_comes_back_does_not_start_anew() -> None:
    book = LimitBook(rates(chat=1))
    assert book.open("ann", 0).take("chat", 0)
    assert not book.open("ann", 1).take("chat", 1)


def test_the_longest_unseen_are_forgotten() -> None:
    book = LimitBook(rates(chat=1), capacity=1)
    assert book.open("ann", 0).take("chat", 0)
    book.open("bob", 0)
    assert book.open("ann", 0).take("chat", 0)


def test_a_class_without_a_rate_is_free() -> None:
    limits = LimitBook(rates()).open("ann", 0)
    assert all(limits.take("dance", 0) for _ in range(100))


def test_patience_ends() -> None:
    limits = LimitBook(rates(patience=2)).open("ann", 0)
    assert [limits.endure(0), limits.endure(0), limits.endure(0)] == [True, True, False]
