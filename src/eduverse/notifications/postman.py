"""Letters: derived from the notifications that are owed one, one letter for all that are owed to one person.

Only one process writes to a person at a time (a claim with a lease), and what was written is ticked off before the
claim is given back. So nothing is sent twice but for a process that dies between the mail server's yes and the
ticking off; that letter has the same Message-ID again.
"""

from collections.abc import Callable, Sequence
from functools import partial

import structlog

from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Missing, Order, Storage, at_most, equals
from eduverse.kernel.modify import modify
from eduverse.notifications.letters import Letterhead, letter
from eduverse.notifications.model import (
    MAILBOXES,
    MAX_ATTEMPTS,
    NOTIFICATIONS,
    PREFERENCES,
    Language,
    Mailbox,
    MailboxBusy,
    Notification,
    Outcome,
    claim,
    postponed,
    released,
    settled,
)
from eduverse.notifications.ports import Readers
from eduverse.vocabulary.mail import Mail, MailRefused, MailUnavailable

__all__ = ["Postman"]

_log = structlog.get_logger(__name__)
_ROUND = 100
_IN_ONE_LETTER = 50
_SOON = Order("mail_due")


class Postman:
    def __init__(
        self,
        storage: Storage,
        *,
        clock: Clock,
        mail: Mail,
        readers: Readers,
        head: Letterhead,
        language: Language,
    ) -> None:
        self._notifications = storage.collection(NOTIFICATIONS)
        self._preferences = storage.collection(PREFERENCES)
        self._mailboxes = storage.collection(MAILBOXES)
        self._clock = clock
        self._mail = mail
        self._readers = readers
        self._head = head
        self._language = language

    async def mail_due(self) -> int:
        """Writes to everybody to whom something is due; returns how many letters went out. For the sweeper."""
        due = await self._notifications.find(at_most("mail_due", self._clock.now()), order=_SOON, limit=_ROUND)
        people = dict.fromkeys(one.user_id for one in due.items)
        return sum([await self._write_to(user_id) for user_id in people])

    async def _write_to(self, user_id: str) -> bool:
        try:
            await modify(self._mailboxes, user_id, self._claimed, blank=Mailbox(id=user_id))
        except MailboxBusy as busy:
            await self._change(await self._owed(user_id), partial(postponed, until=busy.until))
            return False
        owed = await self._owed(user_id)
        reader = await self._readers.reader(user_id) if owed else None
        if reader is None:
            await self._change(owed, settled)
            await self._release(user_id, "idle")
            return False
        preferences = await self._preferences.get(user_id)
        language = (preferences and preferences.language) or self._language
        try:
            await self._mail.send(letter(reader, owed, language, self._head))
        except MailUnavailable as error:
            await self._put_off(user_id, owed, error)
            return False
        except MailRefused as error:
            _log.warning("mail_refused", user_id=user_id, error=str(error))
        await self._change(owed, settled)
        await self._release(user_id, "sent")
        return True

    async def _owed(self, user_id: str) -> list[Notification]:
        """All that is owed to this person, also what would be due a little later: it travels along."""
        far = self._clock.now().replace(year=9999)
        page = await self._notifications.find(
            equals("user_id", user_id), at_most("mail_due", far), order=_SOON, limit=_IN_ONE_LETTER
        )
        return page.items

    async def _put_off(self, user_id: str, owed: Sequence[Notification], error: MailUnavailable) -> None:
        mailbox = await self._release(user_id, "failed")
        if mailbox.failures >= MAX_ATTEMPTS:
            _log.error("mail_given_up", user_id=user_id, count=len(owed), error=str(error))
            await self._change(owed, settled)
        elif mailbox.quiet_until:
            await self._change(owed, partial(postponed, until=mailbox.quiet_until))

    def _claimed(self, mailbox: Mailbox) -> Mailbox:
        return claim(mailbox, self._clock.now())

    async def _release(self, user_id: str, outcome: Outcome) -> Mailbox:
        now = self._clock.now()
        return await modify(self._mailboxes, user_id, lambda box: released(box, now, outcome=outcome))

    async def _change(self, owed: Sequence[Notification], rule: Callable[[Notification], Notification]) -> None:
        for one in owed:
            try:
                await modify(self._notifications, one.id, rule)
            except Missing:
                continue
