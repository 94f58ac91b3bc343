"""News that reaches the people in a room."""

from tests.support.broadcaster import RecordingBroadcaster, Said

from eduverse.flows.room_news import RoomNews
from eduverse.kernel.events import EventBus
from eduverse.vocabulary.events import (
    ClassroomArchived,
    ClassroomPassedOn,
    MemberBanned,
    MemberRemoved,
    SeatLapsed,
    SessionsRevoked,
    StudentEnrolled,
)
from eduverse.vocabulary.messages import UserJoined


async def test_each_event_reaches_the_room() -> None:
    events, broadcaster = EventBus(), RecordingBroadcaster()
    RoomNews(broadcaster).listen(events)
    await events.publish(StudentEnrolled(classroom_id="room", user_id="mira", name="Mira"))
    await events.publish(MemberRemoved(classroom_id="room", user_id="tom"))
    await events.publish(MemberBanned(classroom_id="room", user_id="sam"))
    await events.publish(SeatLapsed(classroom_id="room", user_id="lea"))
    await events.publish(ClassroomPassedOn(classroom_id="room", previous="ada", owner="grace"))
    await events.publish(ClassroomArchived(classroom_id="room"))
    await events.publish(SessionsRevoked(user_id="mira", session_ids=["s1", "s2"]))
    assert broadcaster.said == [Said("room:room", UserJoined(user_id="mira", name="Mira"))]
    assert broadcaster.removed == [
        ("room", "tom", "removed"),
        ("room", "sam", "banned"),
        ("room", "lea", "lapsed"),
        ("room", "ada", "passed-on"),
        ("room", "grace", "passed-on"),
        ("room", None, "archived"),
    ]
    assert broadcaster.disconnected == ["s1", "s2"]
