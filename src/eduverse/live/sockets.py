"""What people do in a room over their socket: which service carries out which event."""

from eduverse.live.chat import ChatService
from eduverse.live.doors import DoorService
from eduverse.live.moderation import ModerationService
from eduverse.live.polls import PollService
from eduverse.live.presentations import PresentationService
from eduverse.live.signs import SignService
from eduverse.live.voice import VoiceService
from eduverse.vocabulary.sockets import SocketTable

__all__ = ["live_table"]


def live_table(
    *,
    chat: ChatService,
    signs: SignService,
    doors: DoorService,
    moderation: ModerationService,
    presentations: PresentationService,
    polls: PollService,
    voice: VoiceService,
) -> SocketTable:
    return {
        "chat:message": chat.say,
        "chat:typing": chat.typing,
        "chat:delete": chat.delete,
        "classroom:hand-raise": signs.hand,
        "avatar:action": signs.gesture,
        "reaction:send": signs.react,
        "poll:open": polls.open,
        "poll:vote": polls.vote,
        "poll:close": polls.close,
        "presentation:start": presentations.start,
        "presentation:slide-change": presentations.change_slide,
        "presentation:stop": presentations.stop,
        "moderation:mute": moderation.mute,
        "moderation:mute-all": moderation.mute_all,
        "moderation:hold-mute": moderation.hold_mute,
        "moderation:kick": moderation.kick,
        "moderation:ban": moderation.ban,
        "moderation:lock": doors.lock,
        "moderation:lobby": doors.lobby,
        "lobby:admit": doors.admit,
        "lobby:refuse": doors.refuse,
        "spotlight:set": moderation.spotlight,
        "notification:send": moderation.notify,
        "voice:join": voice.join,
        "voice:leave": voice.leave,
        "voice:offer": voice.offer,
        "voice:answer": voice.answer,
        "voice:ice-candidate": voice.candidate,
        "voice:mute-status": voice.set_muted,
    }
