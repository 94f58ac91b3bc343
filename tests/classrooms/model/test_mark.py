"""How far transfers have been read."""

from eduverse.classrooms.model.mark import Mark, mark_id, read_to


def test_it_never_goes_back() -> None:
    mark = Mark(id=mark_id(137, "0xab"), block=7)
    assert (mark.id, read_to(mark, 9).block) == ("137:0xab", 9)
    assert read_to(mark, 6) is mark
