"""Talking: who is in the room's voice, and passing on what their browsers have to tell each other.

Up to `MESH_LIMIT` browsers connect among themselves, each to those in earshot; the server only carries their offers,
answers and candidates. Beyond that the voices go through a media server, where there is one.

All servers know who is in the voice, and come to the same from the same order of joins: of two that would be the
fourth of a mesh, one is. Whoever states something tells the room of it, but that the room goes over to the media server
is told to each peer by the server that has its connection, which is there as long as the peer is.
"""

from functools import partial

import msgspec

from eduverse.kernel.documents import Storage
from eduverse.kernel.structs import NoFields, Struct
from eduverse.live.errors import NotInVoice, OutOfEarshot, VoiceFull, VoiceUnavailable
from eduverse.live.floor import Floor
from eduverse.live.model.room import LIVE_ROOMS, LiveRoom, mute, unmute
from eduverse.live.model.voice import Join, Joined, Leave, Peer, Voice, Voices, in_earshot
from eduverse.live.ports import MediaServer, Routes, Whereabouts
from eduverse.live.records import Records
from eduverse.vocabulary.broadcaster import Broadcaster
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
from eduverse.vocabulary.replicas import Order
from eduverse.vocabulary.sockets import Caller, NotInRoom, Place

__all__ = ["VoiceService"]

_TOPIC = "voice"
_encode = msgspec.msgpack.encode
_decode_statement: msgspec.msgpack.Decoder[Join | Leave] = msgspec.msgpack.Decoder(Join | Leave)
_decode_voices = msgspec.msgpack.Decoder(list[Voice])


class VoiceService:
    def __init__(
        self,
        storage: Storage,
        *,
        floor: Floor,
        broadcaster: Broadcaster,
        order: Order,
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
        self._order = order
        self._voices = Voices()
        order.follow(_TOPIC, self)

    def peers(self, classroom_id: str) -> list[VoicePeer]:
        return [peer.public for peer in self._voices.peers(classroom_id)]

    # --- coming and going -----------------------------------------------------------------------------------

    async def join(self, caller: Caller, _: NoFields) -> VoiceJoined:
        """Joins the room's voice, or learns again how it goes on there."""
        here = await self._floor.demand(caller, Action.TALK)
        me = Peer(caller.socket_id, caller.principal.user_id, caller.principal.name, _teaches(here))
        room = await self._muted_on_arrival(here, me)
        joined = await self._take_place(here.classroom_id, me)
        return VoiceJoined(
            peer_id=me.peer_id,
            mode="sfu" if joined.served else "mesh",
            peers=[peer.public for peer in joined.others],
            audible=[peer.peer_id for peer in joined.others if self._hears(room, me, peer)],
            muted=me.user_id in room.muted,
            sfu=self._access(here.classroom_id, me, served=joined.served),
            ice_servers=[] if joined.served else self._routes.for_peer(me.peer_id),
        )

    async def leave(self, caller: Caller, _: NoFields) -> Accepted:
        caller.room()
        await self._order.state(_TOPIC, _encode(Leave(peer_id=caller.socket_id)), socket_id=caller.socket_id)
        return Accepted()

    # --- what all servers keep alike ------------------------------------------------------------------------

    def apply(self, said: bytes, *, ours: bool) -> Joined | None:
        match _decode_statement.decode(said):
            case Join() as wish:
                return self._join(wish, ours=ours)
            case Leave(peer_id=peer_id):
                self.gone(peer_id, ours=ours)
                return None

    def gone(self, socket_id: str, *, ours: bool) -> None:
        left = self._voices.leave(socket_id)
        if left and ours:
            classroom_id, peer, served = left
            self._broadcaster.to_room(classroom_id, VoiceLeft(peer_id=peer.peer_id, user_id=peer.user_id))
            if served and self._media is not None:
                self._media.take_out(room=classroom_id, peer_id=peer.peer_id)

    def snapshot(self) -> bytes:
        return _encode(self._voices.all())

    def restore(self, state: bytes) -> None:
        self._voices = Voices(_decode_voices.decode(state))

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

    async def _take_place(self, classroom_id: str, me: Peer) -> Joined:
        """The media server is asked for a place only when the mesh has none, or has lost it to somebody earlier."""
        joined = None
        if self._voices.has_place_in_mesh(classroom_id, me.peer_id):
            joined = await self._state_join(classroom_id, me, may_be_served=False)
        if joined is None:
            await self._demand_media()
            joined = await self._state_join(classroom_id, me, may_be_served=True)
        if joined is None:
            raise RuntimeError("the media server has places for all")
        return joined

    async def _demand_media(self) -> None:
        if self._media is None:
            raise VoiceFull
        if await self._media.problem():
            raise VoiceUnavailable

    async def _state_join(self, classroom_id: str, me: Peer, *, may_be_served: bool) -> Joined | None:
        """Nothing is waited for between looking and stating: whoever leaves the room later is taken out by that."""
        if not self._whereabouts.holds(classroom_id, me.peer_id):
            raise NotInRoom
        wish = Join(classroom_id=classroom_id, peer=me, may_be_served=may_be_served)
        joined: Joined | None = await self._order.state(_TOPIC, _encode(wish), socket_id=me.peer_id)
        return joined

    def _join(self, wish: Join, *, ours: bool) -> Joined | None:
        joined = self._voices.join(wish)
        if joined is None:
            return None
        if joined.new and ours:
            self._broadcaster.to_room(wish.classroom_id, wish.peer.public)
        if joined.goes_over:
            for peer in joined.others:
                if self._whereabouts.holds(wish.classroom_id, peer.peer_id):
                    self._broadcaster.to_socket(peer.peer_id, VoiceModeChanged(mode="sfu"))
        return joined

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


def _teaches(here: Place) -> bool:
    return here.standing is Standing.TEACHER
