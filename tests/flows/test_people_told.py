"""A badge of one's own, and a student who came."""

from tests.support.news import RecordingBus
from tests.support.notices import ROOM, NoticeCampus
from tests.support.people import EDUCATOR, STUDENT

from eduverse.flows.people_told import PeopleTold
from eduverse.notifications.model import AchievementTold, StudentsEnrolledTold
from eduverse.vocabulary.events import AchievementEarned, StudentEnrolled


async def test_both_are_told_to_whom_they_concern() -> None:
    campus, events = NoticeCampus(), RecordingBus()
    PeopleTold(campus.notifications).listen(events)
    for _ in range(2):
        await events.publish(AchievementEarned(user_id=STUDENT.user_id, rule="comeback"))
        await events.publish(StudentEnrolled(classroom_id=ROOM, user_id=STUDENT.user_id, name="Mira"))
    (badge,) = await campus.told()
    assert badge.about == AchievementTold(rule="comeback")
    (came,) = await campus.told(EDUCATOR.user_id)
    assert came.about == StudentsEnrolledTold(classroom_id=ROOM, classroom="Planets", people={"mira": "Mira"})
