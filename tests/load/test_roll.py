from eduverse.load.roll import Held, call_roll

HERE = {"ada", "mira", "tom"}


def test_everybody_agrees() -> None:
    held = [Held(person, HERE, {"mira"}) for person in HERE]
    assert call_roll(HERE, held)[:3] == (0, 0, 0)


def test_a_ghost_and_somebody_unseen_are_counted_for_each_who_is_wrong() -> None:
    found = call_roll(
        HERE, [Held("ada", HERE | {"gone"}, set()), Held("mira", HERE - {"tom"}, set()), Held("tom", HERE, set())]
    )
    assert found[:3] == (1, 1, 0)
    assert found.examples == ("ada still sees gone, who has left", "mira does not see tom")


def test_a_hand_that_not_all_see_is_counted() -> None:
    found = call_roll(HERE, [Held("ada", HERE, {"tom"}), Held("mira", HERE, set()), Held("tom", HERE, {"tom"})])
    assert found[:3] == (0, 0, 1)


def test_an_empty_room_has_nothing_to_disagree_about() -> None:
    assert call_roll(set(), [])[:3] == (0, 0, 0)
