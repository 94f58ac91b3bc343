"""Talking: who is in the room's voice, and passing on what their browsers have to tell each other.

Up to `MESH_LIMIT` browsers connect among themselves, each to those in earshot; the server only carries their offers,
answers and candidates. Beyond that the voices go through a media server, where there is one.
"""

from functools import partial

from eduverse.kernel.documents import Storage
from eduverse.kernel.structs import NoFields, Struct
from eduverse.live.errors import NotInVoice, OutOfEarshot, VoiceFull, VoiceUnavailable
from eduverse.live.floor import Floor
from eduverse.live.model.room import LIVE_ROOMS, LiveRoom, mute, unmute
from eduverse.live.model.voice import Peer, Voices, in_earshot
from eduverse.live.ports import MediaServer, Routes, Whereabouts
from eduverse.live.records import Records
from eduverse.vocabulary.broadcaster import Broadcaster
from eduverse.vocabulary.events import RoomExited, SocketGone
from eduverse.vocabulary.messages import (
    Accepted,
    SfuAccess,
    VoiceAnswered,
    VoiceCandidate,
    VoiceDescription,
    VoiceJoined,
    VoiceLeft,
    VoiceModeChanged,
    VoiceMute,
    VoiceMuted,
    VoiceOffered,
    VoicePeer,
    VoiceRouteFound,
)
from eduverse.vocabulary.permissions import Action
from eduverse.vocabulary.principal import Standing
from eduverse.vocabulary.sockets import Caller, NotInRoom, Place

__all__ = ["VoiceService"]


class VoiceService:
    def __init__(
        self,
        storage: Storage,
        *,
        floor: Floor,
        broadcaster: Broadcaster,
        whereabouts: Whereabouts,
        media: MediaServer | None,
        routes: Routes,
    ) -> None:
        self._rooms = Records(storage, LIVE_ROOMS)
        self._floor = floor
        self._broadcaster = broadcaster
        self._whereabouts = whereabouts
        self._media = media
        self._routes = routes
        self._voices = Voices()

    def peers(self, classroom_id: str) -> list[VoicePeer]:
        return [peer.public for peer in self._voices.peers(classroom_id)]

    # --- coming and going -----------------------------------------------------------------------------------

    async def join(self, caller: Caller, _: NoFields) -> VoiceJoined:
        """Joins the room's voice, or learns again how it goes on there."""
        here = await self._floor.demand(caller, Action.TALK)
        me = Peer(caller.socket_id, caller.principal.user_id, caller.principal.name, _teaches(here))
        room = await self._muted_on_arrival(here, me)
        served = self._take_place(here.classroom_id, me, await self._problem(here.classroom_id, me))
        others = [peer for peer in self._voices.peers(here.classroom_id) if peer.peer_id != me.peer_id]
        return VoiceJoined(
            peer_id=me.peer_id,
            mode="sfu" if served else "mesh",
            peers=[peer.public for peer in others],
            audible=[peer.peer_id for peer in others if self._hears(room, me, peer)],
            muted=me.user_id in room.muted,
            sfu=self._access(here.classroom_id, me, served=served),
            ice_servers=[] if served else self._routes.for_peer(me.peer_id),
        )

    async def leave(self, caller: Caller, _: NoFields) -> Accepted:
        caller.room()
        self._leave(caller.socket_id)
        return Accepted()

    async def on_socket_gone(self, event: SocketGone) -> None:
        self._leave(event.socket_id)

    async def on_exited(self, event: RoomExited) -> None:
        for peer in self._voices.leave_all(event.classroom_id, event.user_id):
            self._tell_left(event.classroom_id, peer)

    # --- microphones ----------------------------------------------------------------------------------------

    async def set_muted(self, caller: Caller, data: VoiceMute) -> Accepted:
        """Somebody's own microphone."""
        here = await self._floor.demand(caller, Action.TALK)
        user_id = caller.principal.user_id
        on = partial(mute, user_ids=[user_id])
        off = partial(unmute, user_id=user_id, teaches=_teaches(here))
        if await self._rooms.change(here.classroom_id, on if data.muted else off):
            muted = VoiceMuted(user_ids=[user_id], muted=data.muted, by="self")
            self._broadcaster.to_room(here.classroom_id, muted)
        return Accepted()

    # --- between peers --------------------------------------------------------------------------------------

    async def offer(self, caller: Caller, data: VoiceDescription) -> Accepted:
        offered = VoiceOffered(from_peer=caller.socket_id, user_id=caller.principal.user_id, sdp=data.sdp)
        return await self._pass_on(caller, data.to, offered)

    async def answer(self, caller: Caller, data: VoiceDescription) -> Accepted:
        answered = VoiceAnswered(from_peer=caller.socket_id, user_id=caller.principal.user_id, sdp=data.sdp)
        return await self._pass_on(caller, data.to, answered)

    async def candidate(self, caller: Caller, data: VoiceCandidate) -> Accepted:
        found = VoiceRouteFound(
            from_peer=caller.socket_id,
            user_id=caller.principal.user_id,
            candidate=data.candidate,
            sdp_mid=data.sdp_mid,
            sdp_m_line_index=data.sdp_m_line_index,
            username_fragment=data.username_fragment,
        )
        return await self._pass_on(caller, data.to, found)

    # --- inside ---------------------------------------------------------------------------------------------

    async def _muted_on_arrival(self, here: Place, me: Peer) -> LiveRoom:
        """Who comes while the teacher holds the room muted is muted like the others."""
        room = await self._rooms.of(here.classroom_id)
        if not room.mute_held or me.teaches or me.user_id in room.muted:
            return room
        await self._rooms.change(here.classroom_id, partial(mute, user_ids=[me.user_id]))
        muted = VoiceMuted(user_ids=[me.user_id], muted=True, by="teacher")
        self._broadcaster.to_room(here.classroom_id, muted)
        return await self._rooms.of(here.classroom_id)

    async def _problem(self, classroom_id: str, me: Peer) -> str | None:
        """Why the media server cannot be used; not asked for those who have no need of it."""
        if self._media is None or self._voices.has_place_in_mesh(classroom_id, me.peer_id):
            return None
        return await self._media.problem()

    def _take_place(self, classroom_id: str, me: Peer, problem: str | None) -> bool:
        """Whether it is one at the media server. Nothing is waited for between looking and taking."""
        if not self._whereabouts.holds(classroom_id, me.peer_id):
            raise NotInRoom
        served = not self._voices.has_place_in_mesh(classroom_id, me.peer_id)
        if served and self._media is None:
            raise VoiceFull
        if served and problem:
            raise VoiceUnavailable
        goes_over = served and not self._voices.is_served(classroom_id)
        if self._voices.join(classroom_id, me, served=served):
            self._broadcaster.to_room(classroom_id, me.public)
        if goes_over:
            self._tell_mode_changed(classroom_id, me)
        return served

    def _tell_mode_changed(self, classroom_id: str, me: Peer) -> None:
        for peer in self._voices.peers(classroom_id):
            if peer.peer_id != me.peer_id:
                self._broadcaster.to_socket(peer.peer_id, VoiceModeChanged(mode="sfu"))

    def _access(self, classroom_id: str, me: Peer, *, served: bool) -> SfuAccess | None:
        if not served or self._media is None:
            return None
        token = self._media.token(room=classroom_id, peer_id=me.peer_id, name=me.name)
        return SfuAccess(url=self._media.url, token=token)

    async def _pass_on(self, caller: Caller, to: str, message: Struct) -> Accepted:
        here = await self._floor.demand(caller, Action.TALK)
        room = await self._rooms.of(here.classroom_id)
        me = self._voices.get(here.classroom_id, caller.socket_id)
        peer = self._voices.get(here.classroom_id, to)
        if me is None or peer is None:
            raise NotInVoice
        if not self._hears(room, me, peer):
            raise OutOfEarshot
        self._broadcaster.to_socket(to, message)
        return Accepted()

    def _hears(self, room: LiveRoom, one: Peer, other: Peer) -> bool:
        """Who teaches, or is in the spotlight, is heard everywhere, and hears everybody."""
        if one.teaches or other.teaches or room.spotlight in (one.user_id, other.user_id):
            return True
        where = self._whereabouts.position
        return in_earshot(where(room.id, one.user_id), where(room.id, other.user_id))

    def _leave(self, peer_id: str) -> None:
        if left := self._voices.leave(peer_id):
            classroom_id, peer = left
            self._tell_left(classroom_id, peer)

    def _tell_left(self, classroom_id: str, peer: Peer) -> None:
        self._broadcaster.to_room(classroom_id, VoiceLeft(peer_id=peer.peer_id, user_id=peer.user_id))


def _teaches(here: Place) -> bool:
    return here.standing is Standing.TEACHER
