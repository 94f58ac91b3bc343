"""What can go wrong around a timetable."""

from eduverse.kernel.errors import Problem

__all__ = ["CalendarNotFound", "MeetingNotFound", "NoSuchOccurrence", "TimetableFull", "UnfitMeeting"]


class MeetingNotFound(Problem):
    status = 404
    slug = "meeting-not-found"
    title = "There is no such meeting in this timetable"


class NoSuchOccurrence(Problem):
    status = 404
    slug = "no-such-occurrence"
    title = "This meeting does not take place on that day"


class TimetableFull(Problem):
    status = 409
    slug = "timetable-full"
    title = "This timetable has as many entries as it can hold"


class UnfitMeeting(Problem):
    status = 422
    slug = "unfit-meeting"
    title = "The days, the time or the time zone of this meeting do not fit together"


class CalendarNotFound(Problem):
    status = 404
    slug = "calendar-not-found"
    title = "There is no calendar at this address; it may have been given a new one"
