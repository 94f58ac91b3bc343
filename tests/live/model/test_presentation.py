"""What is presented."""

import pytest
from tests.support.clock import NOON

from eduverse.live.errors import NoPresentation, NoSuchSlide, PresentationTooLarge
from eduverse.live.model.presentation import MAX_DECK, Presentation, change_slide, start, stop
from eduverse.vocabulary.messages import LivePresentation, Slide

NOTHING = Presentation(id="room")


def deck(*slides: Slide, number: int = 1) -> LivePresentation:
    return LivePresentation(
        presentation_id=f"p{number}",
        title="Planets",
        slides=list(slides or (Slide(title="One"), Slide(title="Two"))),
        index=0,
        revision=0,
        presenter_id="ada",
        presenter_name="Ada",
        started_at=NOON,
    )


def test_slides_are_shown_from_the_first_and_changed() -> None:
    shown = start(NOTHING, deck())
    assert (shown.showing, shown.under_way) == (deck(), True)
    second = change_slide(shown, 1).showing
    assert second
    assert (second.index, second.revision) == (1, 1)


def test_the_slide_that_is_shown_is_no_change() -> None:
    shown = change_slide(start(NOTHING, deck()), 1)
    assert change_slide(shown, 1) is shown
    back = change_slide(shown, 0).showing
    assert back
    assert back.revision == 2


def test_a_slide_that_is_not_there() -> None:
    with pytest.raises(NoSuchSlide) as caught:
        change_slide(start(NOTHING, deck()), 2)
    assert caught.value.extra == {"slides": 2}


def test_nothing_is_changed_or_stopped_that_is_not_shown() -> None:
    for before in (NOTHING, stop(start(NOTHING, deck()))):
        for rule in (stop, lambda one: change_slide(one, 0)):
            with pytest.raises(NoPresentation):
                rule(before)


def test_what_is_over_keeps_its_name_and_no_slides() -> None:
    over = stop(start(NOTHING, deck()))
    assert (over.showing, over.under_way) == (None, False)
    assert over.latest
    assert (over.latest.presentation_id, over.latest.slides) == ("p1", [])


def test_a_new_one_takes_the_place_of_the_old() -> None:
    shown = start(change_slide(start(NOTHING, deck()), 1), deck(number=2))
    assert shown.showing == deck(number=2)


def test_what_is_too_large() -> None:
    fits = Slide(text="ä" * (MAX_DECK // 20 - 30))
    start(NOTHING, deck(*[fits] * 10))
    for more in (Slide(text="x" * 600), Slide(text="\x01" * 100)):
        with pytest.raises(PresentationTooLarge):
            start(NOTHING, deck(*[fits] * 10, more))
