"""GIFT: what is written is read back as it was."""

from hypothesis import given
from hypothesis import strategies as st
from tests.quizzes.formats.samples import (
    counted_ids,
    entries,
    essays,
    matchings,
    multiples,
    numerics,
    short_answers,
    singles,
    true_falses,
)

from eduverse.quizzes.formats.checks import anonymous
from eduverse.quizzes.formats.gift import read_gift, write_gift
from eduverse.quizzes.formats.report import Entry

GIFT = st.one_of(singles, multiples, true_falses, short_answers(), numerics(), essays, matchings())


@given(st.lists(entries(GIFT), max_size=4))
def test_what_gift_can_say_is_read_back_as_it_was(written: list[Entry]) -> None:
    exported = write_gift(written)
    imported = read_gift(exported.data, counted_ids())
    refused = {finding.name for finding in exported.report.skipped}
    print(exported.report.skipped)
    assert imported.report.skipped == imported.report.notes == ()
    assert len(imported.questions) + len(exported.report.skipped) == len(written)
    if not refused:
        for before, after in zip(written, imported.questions, strict=True):
            assert anonymous(after.question) == anonymous(before.question)
            assert (after.name, after.category, after.tags, after.id_number) == (
                before.name,
                before.category,
                before.tags,
                before.id_number,
            )
    assert not refused
