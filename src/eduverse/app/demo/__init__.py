"""A campus to try, made once per data folder: the course, a teacher, and a class that has been at it for weeks.

Everything goes through the services that serve people, by a clock that is turned back. So nothing here is possible
that a teacher and twelve students could not have done.
"""

from eduverse.app.demo.seeding import DemoCampus, seed_demo
from eduverse.app.demo.stage import ShiftedClock, Stage, set_stage

__all__ = ["DemoCampus", "ShiftedClock", "Stage", "seed_demo", "set_stage"]
