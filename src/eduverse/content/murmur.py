"""MurmurHash3 (x64, 128 bits, seed 0): its first 64 bits, which multiformats calls `murmur3-x64-64`."""

__all__ = ["murmur3"]

_ALL = (1 << 64) - 1
_C1, _C2 = 0x87C37B91114253D5, 0x4CF5AD432745937F


def murmur3(data: bytes) -> int:
    first = second = 0
    ends = len(data) & ~15
    for at in range(0, ends, 16):
        first ^= _mixed(int.from_bytes(data[at : at + 8], "little"), _C1, 31, _C2)
        first = (_turned(first, 27) + second) * 5 + 0x52DCE729 & _ALL
        second ^= _mixed(int.from_bytes(data[at + 8 : at + 16], "little"), _C2, 33, _C1)
        second = (_turned(second, 31) + first) * 5 + 0x38495AB5 & _ALL
    first ^= _mixed(int.from_bytes(data[ends : ends + 8], "little"), _C1, 31, _C2) ^ len(data)
    second ^= _mixed(int.from_bytes(data[ends + 8 :], "little"), _C2, 33, _C1) ^ len(data)
    first = first + second & _ALL
    second = second + first & _ALL
    return _stirred(first) + _stirred(second) & _ALL


def _turned(number: int, by: int) -> int:
    return (number << by | number >> 64 - by) & _ALL


def _mixed(number: int, before: int, by: int, after: int) -> int:
    """Of nothing, nothing: a tail that is not there changes nothing."""
    return _turned(number * before & _ALL, by) * after & _ALL


def _stirred(number: int) -> int:
    number = (number ^ number >> 33) * 0xFF51AFD7ED558CCD & _ALL
    number = (number ^ number >> 33) * 0xC4CEB9FE1A85EC53 & _ALL
    return number ^ number >> 33
