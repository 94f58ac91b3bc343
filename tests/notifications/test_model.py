"""Notifications as pure rules."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.clock import NOON
from tests.support.notices import ROOM, notice

from eduverse.notifications.model import (
    DEFAULTS,
    LEASE,
    MAX_ATTEMPTS,
    PATIENCE,
    QUIET,
    Mailbox,
    MailboxBusy,
    Notification,
    NotificationKind,
    Preferences,
    StudentsEnrolledTold,
    backoff,
    channel_of,
    claim,
    counted_enrolment,
    new_notification,
    postponed,
    read,
    released,
    settled,
)

LATER = NOON + timedelta(hours=1)


def told(channel: str = "mail") -> Notification:
    return new_notification("notice:1", "mira", notice(), channel, NOON)  # type: ignore[arg-type]


def test_only_what_is_to_be_mailed_owes_a_letter_and_not_at_once() -> None:
    assert told("app").mail_due is None
    assert told("mail").mail_due == NOON + PATIENCE


def test_what_was_read_owes_no_letter() -> None:
    assert (read(told()).unread, read(told()).mail_due) == (False, None)
    already = read(told())
    assert read(already) is already


def test_a_letter_is_put_off_but_never_brought_forward_nor_owed_anew() -> None:
    assert postponed(told(), LATER).mail_due == LATER
    assert postponed(told(), NOON) == told()
    assert postponed(settled(told()), LATER).mail_due is None


def test_an_enrolment_is_counted_once_and_makes_the_news_new() -> None:
    blank = new_notification(
        "e", "ada", StudentsEnrolledTold(classroom_id=ROOM, classroom="Planets", people={}), "app", NOON
    )
    one = read(counted_enrolment(blank, "mira", "Mira"))
    assert counted_enrolment(one, "mira", "Mira") is one
    two = counted_enrolment(one, "tom", "Tom")
    assert isinstance(two.about, StudentsEnrolledTold)
    assert (list(two.about.people.values()), two.unread) == (["Mira", "Tom"], True)
    assert counted_enrolment(told(), "mira", "Mira") == told()


@pytest.mark.parametrize("kind", list(NotificationKind))
def test_a_kind_nobody_chose_for_goes_where_the_default_says(kind: NotificationKind) -> None:
    assert channel_of(None, kind) == DEFAULTS[kind]
    assert channel_of(Preferences(id="mira", channels={kind: "off"}), kind) == "off"


def test_one_writer_at_a_time_and_quiet_afterwards() -> None:
    held = claim(Mailbox(id="mira"), NOON)
    with pytest.raises(MailboxBusy) as busy:
        claim(held, NOON + LEASE - timedelta(seconds=1))
    assert busy.value.until == NOON + LEASE
    assert claim(held, NOON + LEASE).busy_until == NOON + 2 * LEASE
    free = released(held, NOON, outcome="sent")
    with pytest.raises(MailboxBusy) as quiet:
        claim(free, NOON)
    assert quiet.value.until == NOON + QUIET
    assert claim(released(held, NOON, outcome="idle"), NOON).busy_until == NOON + LEASE


def test_failures_are_counted_until_one_letter_goes_out() -> None:
    box = Mailbox(id="mira")
    for count in range(1, 4):
        box = released(box, NOON, outcome="failed")
        assert (box.failures, box.quiet_until) == (count, NOON + timedelta(minutes=2 ** (count - 1)))
    assert released(box, NOON, outcome="sent").failures == 0


@given(st.integers(1, 10_000))
def test_the_wait_grows_and_is_bounded(failures: int) -> None:
    assert timedelta(minutes=1) <= backoff(failures) <= backoff(failures + 1) <= timedelta(hours=6)


def test_what_is_given_up_was_tried_for_most_of_a_day() -> None:
    tried = sum((backoff(one) for one in range(1, MAX_ATTEMPTS)), timedelta())
    assert timedelta(hours=18) < tried < timedelta(hours=24)
