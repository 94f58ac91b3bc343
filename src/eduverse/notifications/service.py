"""Telling people what happened, and what they do with it."""

import asyncio
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from msgspec import structs

from eduverse.kernel.buckets import Rate, TokenBuckets
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import AlreadyExists, Order, Page, Storage, at_most, before, equals
from eduverse.kernel.ids import Ids
from eduverse.kernel.modify import modify
from eduverse.notifications.errors import NoticesThrottled, NotificationNotFound
from eduverse.notifications.model import (
    KEPT,
    NOTIFICATIONS,
    PREFERENCES,
    TELLINGS,
    About,
    Channel,
    Language,
    Notification,
    NotificationKind,
    Preferences,
    StudentsEnrolledTold,
    TeacherNotice,
    Telling,
    channel_of,
    counted_enrolment,
    kind_of,
    new_notification,
    read,
)
from eduverse.notifications.ports import Classes
from eduverse.vocabulary.broadcaster import Broadcaster
from eduverse.vocabulary.messages import UnreadChanged
from eduverse.vocabulary.permissions import Action, demand
from eduverse.vocabulary.principal import Principal

__all__ = ["MOST_UNREAD", "Enrolled", "NotificationService"]

MOST_UNREAD = 100
"""The unread are counted no further: nobody tells 100 from 1,000."""
_NEWEST = Order("created_at", descending=True)
_AT_ONCE = 50
_SWEEP = 500
_NOTICES = Rate(burst=5, per_second=1 / 60)


class Enrolled(NamedTuple):
    classroom_id: str
    user_id: str
    name: str


class NotificationService:
    def __init__(self, storage: Storage, *, clock: Clock, ids: Ids, classes: Classes, broadcaster: Broadcaster) -> None:
        self._notifications = storage.collection(NOTIFICATIONS)
        self._preferences = storage.collection(PREFERENCES)
        self._tellings = storage.collection(TELLINGS)
        self._clock = clock
        self._ids = ids
        self._classes = classes
        self._broadcaster = broadcaster
        self._notices = TokenBuckets(clock)

    # --- telling --------------------------------------------------------------------------------------------

    async def tell(self, user_id: str, key: str, about: About) -> None:
        """Tells one person, unless they want none of this kind; telling what was told changes nothing."""
        channel = channel_of(await self._preferences.get(user_id), kind_of(about))
        if channel == "off":
            return
        try:
            await self._notifications.insert(new_notification(key, user_id, about, channel, self._clock.now()))
        except AlreadyExists:
            return
        await self._show_unread(user_id)

    async def tell_all(self, user_ids: Iterable[str], key: str, about: About) -> None:
        """Tells many. Once all were told it is noted, so that doing it again costs one look."""
        if await self._tellings.get(key):
            return
        people = list(user_ids)
        for start in range(0, len(people), _AT_ONCE):
            await asyncio.gather(*(self.tell(one, key, about) for one in people[start : start + _AT_ONCE]))
        try:
            await self._tellings.insert(Telling(id=key, told_at=self._clock.now()))
        except AlreadyExists:
            return

    async def tell_of_enrolment(self, news: Enrolled) -> None:
        """The teacher is told, once a day and class, of everybody who came.

        It is news: one that a crash swallows is not told again, the list of students has it anyway.
        """
        card = await self._classes.card(news.classroom_id)
        channel = channel_of(await self._preferences.get(card.teacher), NotificationKind.STUDENTS_ENROLLED)
        if channel == "off":
            return
        now = self._clock.now()
        about = StudentsEnrolledTold(classroom_id=news.classroom_id, classroom=card.title, people={})
        blank = new_notification(f"enrolled:{news.classroom_id}:{now:%Y-%m-%d}", card.teacher, about, channel, now)
        await modify(
            self._notifications,
            blank.id,
            lambda one: counted_enrolment(one, news.user_id, news.name),
            blank=blank,
        )
        await self._show_unread(card.teacher)

    async def give_notice(self, principal: Principal, classroom_id: str, text: str) -> int:
        """Tells every student of a class what its teacher wrote; returns how many there are."""
        demand(principal, Action.NOTIFY, await self._classes.standing(principal, classroom_id))
        if wait := self._notices.take(f"{principal.user_id}@{classroom_id}", _NOTICES):
            raise NoticesThrottled(retry_after=int(wait) + 1)
        card = await self._classes.card(classroom_id)
        about = TeacherNotice(
            classroom_id=classroom_id, classroom=card.title, teacher=principal.name, text=text.strip()
        )
        await self.tell_all(card.students, f"notice:{self._ids.new()}", about)
        return len(card.students)

    # --- reading --------------------------------------------------------------------------------------------

    async def page(self, principal: Principal, *, after: str | None, limit: int) -> Page[Notification]:
        mine = equals("user_id", principal.user_id)
        return await self._notifications.find(mine, order=_NEWEST, after=after, limit=limit)

    async def unread(self, user_id: str) -> int:
        """How many are unread, counted to `MOST_UNREAD`."""
        return await self._notifications.count(equals("user_id", user_id), equals("unread", True), up_to=MOST_UNREAD)

    async def mark_read(self, principal: Principal, one_id: str) -> int:
        """Returns how many are left unread; reading what was read changes nothing."""
        stored = await self._notifications.get(one_id)
        if stored is None or stored.user_id != principal.user_id:
            raise NotificationNotFound
        await modify(self._notifications, one_id, read)
        return await self._show_unread(principal.user_id)

    async def mark_all_read(self, principal: Principal, up_to: datetime) -> int:
        """Reads all that was told by `up_to`, which is when the reader looked: what came since stays unread."""
        mine = equals("user_id", principal.user_id), equals("unread", True), at_most("created_at", up_to)
        while found := (await self._notifications.find(*mine, limit=_AT_ONCE)).items:
            await asyncio.gather(*(modify(self._notifications, one.id, read) for one in found))
        return await self._show_unread(principal.user_id)

    # --- what somebody wants to hear --------------------------------------------------------------------------

    async def preferences(self, user_id: str) -> Preferences:
        return await self._preferences.get(user_id) or Preferences(id=user_id)

    async def prefer(
        self, user_id: str, channels: Mapping[NotificationKind, Channel], language: Language | None
    ) -> Preferences:
        """Changes what is named and leaves the rest."""

        def change(now: Preferences) -> Preferences:
            return structs.replace(now, channels={**now.channels, **channels}, language=language or now.language)

        return await modify(self._preferences, user_id, change, blank=Preferences(id=user_id))

    # --- what time leaves to do -------------------------------------------------------------------------------

    async def prune(self) -> int:
        """Forgets what is older than `KEPT`; returns how many there were. For the sweeper."""
        old = self._clock.now() - KEPT
        notifications = (await self._notifications.find(before("created_at", old), limit=_SWEEP)).items
        for one in notifications:
            await self._notifications.delete(one.id, one.version)
        tellings = (await self._tellings.find(before("told_at", old), limit=_SWEEP)).items
        for telling in tellings:
            await self._tellings.delete(telling.id, telling.version)
        return len(notifications) + len(tellings)

    async def _show_unread(self, user_id: str) -> int:
        unread = await self.unread(user_id)
        self._broadcaster.to_user(user_id, UnreadChanged(unread=unread))
        return unread
