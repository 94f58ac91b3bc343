"""Problems, and that all of them are told apart."""

import importlib
import pkgutil

import eduverse
from eduverse.kernel.errors import Problem


class Full(Problem):
    status = 409
    slug = "full"
    title = "Every seat is taken"


def test_a_problem_says_its_title_unless_told_otherwise() -> None:
    assert (str(Full()), Full().detail, Full().extra) == (Full.title, Full.title, {})
    problem = Full("Thirty are in.", seats=30)
    assert (str(problem), problem.extra) == ("Thirty are in.", {"seats": 30})


def every_problem(kind: type[Problem] = Problem) -> set[type[Problem]]:
    found = set(kind.__subclasses__())
    return found.union(*(every_problem(one) for one in found))


def test_every_problem_of_the_program_has_a_name_of_its_own() -> None:
    for module in pkgutil.walk_packages(eduverse.__path__, "eduverse."):
        if module.name.endswith(("errors", "problems", "documents", "permissions", "sockets")):
            importlib.import_module(module.name)
    ours = [one for one in every_problem() if one.__module__.startswith("eduverse.")]
    assert len(ours) > 25
    assert len({one.slug for one in ours}) == len(ours)
    for one in ours:
        assert 400 <= one.status < 600
        assert one.title[0].isupper()
        assert not one.title.endswith(".")
        assert one.slug == one.slug.lower()
        assert " " not in one.slug
