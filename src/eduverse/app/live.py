"""The wiring of what happens in a room while a class is on."""

from typing import NamedTuple

from eduverse.app.settings import Settings
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Storage
from eduverse.kernel.events import EventBus
from eduverse.kernel.ids import Ids
from eduverse.live.chat import ChatService
from eduverse.live.doors import DoorService
from eduverse.live.floor import Floor
from eduverse.live.moderation import ModerationService
from eduverse.live.polls import PollService
from eduverse.live.ports import Classes, LessonLog, MediaServer, Routes, Whereabouts
from eduverse.live.presentations import PresentationService
from eduverse.live.service import LessonService
from eduverse.live.signs import SignService
from eduverse.live.sockets import live_table
from eduverse.live.voice import VoiceService
from eduverse.media.livekit import LiveKit
from eduverse.media.turn import IceServers
from eduverse.vocabulary.broadcaster import Broadcaster
from eduverse.vocabulary.events import ClassroomArchived, MemberBanned, MemberRemoved, RoomExited, SeatLapsed
from eduverse.vocabulary.replicas import Order
from eduverse.vocabulary.sockets import SocketTable

__all__ = ["Live", "Outside", "build_live", "ice_servers", "media_server"]


class Outside(NamedTuple):
    """What a live room needs from elsewhere."""

    broadcaster: Broadcaster
    order: Order
    whereabouts: Whereabouts
    classes: Classes
    log: LessonLog
    media: MediaServer | None
    routes: Routes


class Live(NamedTuple):
    """The services of the slice, wired to each other."""

    chat: ChatService
    signs: SignService
    doors: DoorService
    moderation: ModerationService
    presentations: PresentationService
    polls: PollService
    voice: VoiceService
    lessons: LessonService

    @property
    def table(self) -> SocketTable:
        return live_table(
            chat=self.chat,
            signs=self.signs,
            doors=self.doors,
            moderation=self.moderation,
            presentations=self.presentations,
            polls=self.polls,
            voice=self.voice,
        )

    def listen(self, events: EventBus) -> None:
        events.on(RoomExited, self.signs.on_exited)
        events.on(MemberRemoved, self.doors.on_lost_seat)
        events.on(MemberBanned, self.doors.on_lost_seat)
        events.on(SeatLapsed, self.doors.on_lost_seat)
        events.on(MemberBanned, self.moderation.on_banned)
        events.on(ClassroomArchived, self.doors.on_archived)


def build_live(storage: Storage, clock: Clock, ids: Ids, outside: Outside) -> Live:
    broadcaster, order, whereabouts, classes, log, media, routes = outside
    floor = Floor(classes)
    chat = ChatService(storage, classes=classes, floor=floor, broadcaster=broadcaster, clock=clock, ids=ids)
    doors = DoorService(storage, floor=floor, broadcaster=broadcaster, order=order, whereabouts=whereabouts)
    voice = VoiceService(
        storage,
        floor=floor,
        broadcaster=broadcaster,
        order=order,
        whereabouts=whereabouts,
        media=media,
        routes=routes,
    )
    return Live(
        chat=chat,
        signs=SignService(storage, floor=floor, broadcaster=broadcaster, clock=clock),
        doors=doors,
        moderation=ModerationService(
            storage,
            classes=classes,
            floor=floor,
            broadcaster=broadcaster,
            whereabouts=whereabouts,
            clock=clock,
            ids=ids,
        ),
        presentations=PresentationService(storage, floor=floor, broadcaster=broadcaster, clock=clock, ids=ids),
        polls=PollService(storage, floor=floor, broadcaster=broadcaster, clock=clock, ids=ids),
        voice=voice,
        lessons=LessonService(
            storage, chat=chat, doors=doors, voice=voice, whereabouts=whereabouts, log=log, clock=clock
        ),
    )


def media_server(settings: Settings, clock: Clock) -> LiveKit | None:
    """The media server that is set; None without one."""
    url, key, secret = settings.livekit_url, settings.livekit_api_key, settings.livekit_api_secret
    return LiveKit(url, api_key=key, api_secret=secret, clock=clock) if url and key and secret else None


def ice_servers(settings: Settings, clock: Clock) -> IceServers:
    return IceServers(stun=settings.stun_urls, turn=settings.turn_urls, turn_secret=settings.turn_secret, clock=clock)
