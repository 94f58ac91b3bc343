"""The contract's clauses about search: which documents hold the words, and which of them comes first."""

import asyncio

import msgspec
import pytest
from tests.ports.notes import Note, Notes, ids, note, put

from eduverse.kernel.documents import Collection, Storage, equals


class SearchContract:
    @pytest.mark.parametrize(
        "text",
        [
            "maths",
            "MATHS",
            "  maths ",
            "mat",
            "m",
            "Maths for",
            "for maths",
            "maths éco",
            "ecole",
            "ÉCOLE",
            "e\u0301cole",
            "école de mathematiques",
            "strasse",
            "STRAẞE",
            "ﬁne",
            "fine",
            "привет",
            "ПРИВЕТ",
            "2026",
            "algebra",
            "Algèbre",
            "linear",
            "maths, (for) - everyone!",
            "maths maths maths",
        ],
    )
    async def test_finds(self, notes: Notes, text: str) -> None:
        await put(
            notes,
            note(
                1,
                title="Maths for everyone: École de Mathématiques",
                body="Straße, fine.\nПривет! In 2026.",
                tags=("Linear", "algèbre algebra"),
            ),
            note(2, title="Something else", owner_id="maths"),
        )
        assert ids(await notes.search(text)) == ["n001"]

    @pytest.mark.parametrize(
        "text",
        [
            *("", " ", "!?", "\0", '"', "*", "(", "^", "'--"),
            *("maths*nothing", "ath", "mathsx", "mat for", "everyone nothing", "nothing everyone"),
            *('"a* OR b', "maths OR nothing", "maths NOT nothing", "NOT nothing", "maths AND nothing"),
            *("NEAR(maths nothing)", "title:maths", "words:maths", '"maths" "nothing', "maths' OR '1'='1", "$ne", ".*"),
        ],
    )
    async def test_finds_nothing(self, notes: Notes, text: str) -> None:
        """A text without words, words that are not there, and the query languages of stores, which are only words."""
        await put(notes, note(1, title="Maths for everyone"))
        assert await notes.search(text) == []

    @pytest.mark.parametrize("text", ["maths or", "maths NEAR", "not:and", "(near) OR", "$regex", "a.b c*"])
    async def test_words_that_stores_use_are_words(self, notes: Notes, text: str) -> None:
        await put(notes, note(1, title="Not maths and or near $regex a.b c*"))
        assert ids(await notes.search(text)) == ["n001"]

    async def test_a_long_text(self, notes: Notes) -> None:
        """As many words as somebody cares to send, and words as long: every one of them counts."""
        words = [f"word{number}" for number in range(300)]
        long = "x" * 40_000
        await put(notes, note(1, title=" ".join(words)), note(2, title=" ".join(words[:-2])), note(3, title=long))
        assert ids(await notes.search(" ".join(words))) == ["n001"]
        assert ids(await notes.search(long)) == ["n003"]

    async def test_best_first(self, notes: Notes) -> None:
        """Earlier fields, then whole words, then shorter texts, then newer ids."""
        await put(
            notes,
            note(1, tags=("art",)),
            note(2, body="party and art"),
            note(3, title="artist"),
            note(4, title="art"),
            note(5, title="artist"),
            note(6, title="art history"),
            note(7, title="no match"),
        )
        assert ids(await notes.search("art")) == ["n004", "n006", "n002", "n005", "n003", "n001"]
        assert ids(await notes.search("art", limit=2)) == ["n004", "n006"]

    async def test_with_conditions(self, notes: Notes) -> None:
        await put(notes, *(note(number, title="art", owner_id="ada" if number % 2 else "bob") for number in range(8)))
        assert ids(await notes.search("art", equals("owner_id", "ada"))) == ["n007", "n005", "n003", "n001"]
        with pytest.raises(ValueError, match="not an indexed field"):
            await notes.search("art", equals("title", "art"))

    async def test_search_sees_the_current_version(self, notes: Notes) -> None:
        first = await notes.insert(note(1, title="draft"))
        await notes.replace(msgspec.structs.replace(first, title="final"))
        assert (await notes.search("draft"), ids(await notes.search("final"))) == ([], ["n001"])

    async def test_a_refused_write_leaves_no_words(self, notes: Notes) -> None:
        first = await notes.insert(note(1, title="kept"))
        refused = msgspec.structs.replace(first, title="refused", version=7)
        tries = (notes.insert(note(1, title="refused")), notes.replace(refused), notes.insert(note(2, title="other")))
        await asyncio.gather(*tries, return_exceptions=True)
        assert (ids(await notes.search("kept")), await notes.search("refused")) == (["n001"], [])

    async def test_a_collection_without_text_finds_nothing(self, storage: Storage) -> None:
        plain = storage.collection(Collection(name="plain", type=Note))
        await plain.insert(note(1, title="art"))
        assert await plain.search("art") == []
