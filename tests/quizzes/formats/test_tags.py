"""Tags of questions."""

from eduverse.quizzes.formats.tags import LONGEST_TAG, MAX_TAGS, tags_of


def test_each_once_and_on_one_line() -> None:
    assert tags_of([" a\n b ", "", "c", "a b"]) == ("a b", "c")


def test_no_more_and_no_longer_than_a_question_may_carry() -> None:
    assert len(tags_of(str(number) for number in range(100))) == MAX_TAGS
    assert len(tags_of(["a" * 100])[0]) == LONGEST_TAG
