"""Comparing what somebody typed with what an author accepts. All of it takes time linear in the longer text."""

import unicodedata

__all__ = ["comparable", "matches_pattern", "within_edits"]

_ANY_RUN = "\0"
"""Stands for an unescaped star while a pattern is made comparable: folding leaves it alone, and nobody types it."""


def comparable(text: str, *, case_sensitive: bool) -> str:
    """The text as people mean it: white space and the ways to encode a letter do not count."""
    folded = unicodedata.normalize("NFKC", text)
    if not case_sensitive:
        folded = unicodedata.normalize("NFKC", folded.casefold())
    return " ".join(folded.split())


def matches_pattern(given: str, pattern: str, *, case_sensitive: bool) -> bool:
    """Whether a comparable text is what the pattern says, `*` being any run of characters and `\\*` a star.

    The pieces between the stars are looked for from left to right, each after the one before: the leftmost place is
    never the wrong one, so nothing is tried twice.
    """
    first, *rest = _pieces(pattern, case_sensitive=case_sensitive)
    if not rest:
        return given == first
    *middle, last = rest
    if not given.startswith(first):
        return False
    place = len(first)
    for piece in middle:
        found = given.find(piece, place)
        if found < 0:
            return False
        place = found + len(piece)
    return len(given) - len(last) >= place and given.endswith(last)


def _pieces(pattern: str, *, case_sensitive: bool) -> list[str]:
    marked, escaped = [], False
    for letter in pattern.replace(_ANY_RUN, ""):
        if escaped:
            marked.append(letter if letter == "*" else f"\\{letter}")
        elif letter not in "*\\":
            marked.append(letter)
        elif letter == "*":
            marked.append(_ANY_RUN)
        escaped = letter == "\\" and not escaped
    if escaped:
        marked.append("\\")
    return comparable("".join(marked), case_sensitive=case_sensitive).split(_ANY_RUN)


def within_edits(given: str, wanted: str, most: int) -> bool:
    """Whether at most `most` letters were added, left out, changed, or swapped with their neighbour.

    Optimal string alignment, in a band of `2 * most + 1` cells around the diagonal: outside of it more than `most`
    letters would have been added or left out.
    """
    if abs(len(given) - len(wanted)) > most:
        return False
    beyond = most + 1
    before_last: dict[int, int] = {}
    last = {column: column for column in range(min(most, len(wanted)) + 1)}
    for row, letter in enumerate(given, start=1):
        current: dict[int, int] = {}
        for column in range(max(0, row - most), min(len(wanted), row + most) + 1):
            if column == 0:
                current[0] = row
                continue
            cost = min(
                last.get(column, beyond) + 1,
                current.get(column - 1, beyond) + 1,
                last.get(column - 1, beyond) + (letter != wanted[column - 1]),
            )
            if row > 1 and column > 1 and letter == wanted[column - 2] and given[row - 2] == wanted[column - 1]:
                cost = min(cost, before_last.get(column - 2, beyond) + 1)
            current[column] = cost
        if min(current.values()) > most:
            return False
        before_last, last = last, current
    return last[len(wanted)] <= most
