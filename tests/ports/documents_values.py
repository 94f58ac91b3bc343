"""The contract's clauses about what a document may hold."""

from datetime import UTC, datetime
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ports.notes import NOON, Link, Mood, Note, Notes, everything, ids, note, one, put

from eduverse.kernel.documents import Order

_numbers = count(1000)
_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
_int64 = st.integers(-(2**63), 2**63 - 1)
_moments = st.datetimes(datetime(1900, 1, 1), datetime(2900, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001
    lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000)
)
_keys = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
_floats = st.floats(allow_nan=False, allow_infinity=False)
_notes = st.builds(
    Note,
    id=st.builds(lambda: f"n{next(_numbers)}"),
    title=_text,
    body=_text,
    tags=st.lists(_text, max_size=3).map(tuple),
    owner_id=_text | st.none(),
    stars=_int64 | st.none(),
    pinned=st.booleans(),
    due_at=_moments | st.none(),
    mood=st.sampled_from(Mood) | st.none(),
    links=st.lists(st.builds(Link, page_url=_text, weight=_floats | st.none()), max_size=3),
    extra=st.dictionaries(_keys, st.booleans() | _int64 | _floats | _text | st.none(), max_size=4),
)


class ValuesContract:
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(wanted=_notes)
    async def test_any_document_comes_back_as_it_was(self, notes: Notes, wanted: Note) -> None:
        stored = await notes.insert(wanted)
        assert await notes.get(wanted.id) == stored
        assert await notes.replace(stored) == await notes.get(wanted.id)

    @pytest.mark.parametrize("number", [2**53 - 1, 2**53, 2**53 + 1, -(2**53) - 1, 2**63 - 1, -(2**63)])
    async def test_integers_are_exact_to_64_bits(self, notes: Notes, number: int) -> None:
        stored = await notes.insert(note(1, stars=number, extra={"number": number}))
        assert await notes.get("n001") == stored

    @pytest.mark.parametrize("number", [2**63, -(2**63) - 1, 2**64, 10**30])
    async def test_larger_integers_cannot_be_indexed(self, notes: Notes, number: int) -> None:
        """They are refused, not rounded, and nothing is stored."""
        with pytest.raises(OverflowError):
            await notes.insert(note(1, stars=number))
        assert await notes.get("n001") is None

    @pytest.mark.parametrize("number", [2**63, 2**64, -(10**30)])
    async def test_larger_integers_are_exact_or_refused(self, notes: Notes, number: int) -> None:
        """A field that is not indexed: a store that cannot hold the number says so and never changes it."""
        try:
            stored = await notes.insert(note(1, extra={"number": number}))
        except OverflowError:
            assert await notes.get("n001") is None
        else:
            assert await notes.get("n001") == stored

    async def test_a_big_document(self, notes: Notes) -> None:
        body = 'Ünïcödé text with "quotes" and a line\n' * 28_000
        stored = await notes.insert(note(1, body=body, title="big"))
        assert len(body) > 1_000_000
        assert await notes.get("n001") == stored
        assert ids(await notes.search("UNICODE big")) == ["n001"]

    @pytest.mark.parametrize(
        "text", ["", " ", "\0", "a\0b", "'\"`;--", "$where", "a.b", "日本語", "🏫👩🏽‍🏫", "\u202eright", "e\u0301", "é"]
    )
    async def test_any_text_in_any_field(self, notes: Notes, text: str) -> None:
        """Text is kept code point by code point: what looks alike stays different."""
        stored = await notes.insert(Note(id=f"id{text}", title=text, owner_id=text, tags=(text,), extra={"text": text}))
        assert await notes.get(f"id{text}") == stored
        assert await notes.get(f"id{text}x") is None
        assert await everything(notes, order=Order("owner_id")) == [f"id{text}"]

    async def test_a_moment_is_kept_to_the_millisecond(self, notes: Notes) -> None:
        await put(notes, note(1, due_at=NOON))
        found = (await one(notes, "n001")).due_at
        assert found == NOON
        assert found.utcoffset() is not None
