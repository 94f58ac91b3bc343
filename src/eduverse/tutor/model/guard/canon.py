"""One spelling for all that looks alike: what the guard compares has no disguise of fonts, accents or look-alikes."""

from functools import lru_cache

from eduverse.tutor.model.words import clean

__all__ = ["canonical", "skeleton", "unleet"]

# Letters of other scripts that are drawn like Latin ones (a selection of Unicode's confusables.txt), and letters that
# compatibility normalisation leaves alone.
_LOOK_ALIKES = {
    "a": "аαɑ@ạ",
    "b": "ЬвβƄ",
    "c": "сϲᴄ",
    "d": "ԁɗ",
    "e": "еєεҽ℮",
    "f": "ғƒ",
    "g": "ɡɢց",
    "h": "һнհ",
    "i": "іιıɪ¡",
    "j": "јʝ",
    "k": "кκᴋ",
    "l": "ӏⅼʟ|",
    "m": "мᴍ",
    "n": "пոηɴ",
    "o": "оοσօ०ø",
    "p": "рρ",
    "q": "ԛզ",
    "r": "гяᴦʀ",
    "s": "ѕʂꜱ",
    "t": "тτᴛ",
    "u": "υսцᴜ",
    "v": "νѵᴠ",
    "w": "ѡԝωᴡ",
    "x": "хχ",
    "y": "уγүʏ",
    "z": "ᴢʐ",
}
_TO_LATIN = {
    ord(odd.casefold() if len(odd.casefold()) == 1 else odd): plain
    for plain, odds in _LOOK_ALIKES.items()
    for odd in odds
}
_REGIONAL = {0x1F1E6 + place: chr(97 + place) for place in range(26)}
_TO_LATIN.update(_REGIONAL)
_LEET = str.maketrans("01345789$!", "oieastbgsi")


@lru_cache(maxsize=4096)
def canonical(text: str) -> str:
    """Lower case, no accents, nothing invisible, look-alikes as the Latin letter they look like."""
    return clean(text).translate(_TO_LATIN)


def skeleton(text: str) -> str:
    """The letters and digits alone, without anything between them."""
    return "".join(one for one in canonical(text) if one.isalnum())


def unleet(text: str) -> str:
    """Digits and signs that stand for letters, as those letters; `l` counts as `i`, which `1` may mean."""
    return canonical(text).translate(_LEET).replace("l", "i")
