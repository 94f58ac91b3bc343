"""From bytes to text."""

import pytest

from eduverse.quizzes.formats.encoding import MAX_BYTES, decode
from eduverse.quizzes.formats.errors import FileTooLarge, UnsupportedEncoding


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_with_and_without_a_mark(encoding: str) -> None:
    assert decode("Käse\r\n√\rx".encode(encoding)) == "Käse\n√\nx"


@pytest.mark.parametrize("data", ["Käse".encode("latin-1"), "Käse".encode("utf-16-le"), b"\xff\xfe\x00", b"a\x00b"])
def test_what_is_neither_is_refused(data: bytes) -> None:
    with pytest.raises(UnsupportedEncoding):
        decode(data)


def test_the_size_is_bounded() -> None:
    assert len(decode(b"a" * MAX_BYTES)) == MAX_BYTES
    with pytest.raises(FileTooLarge):
        decode(b"a" * (MAX_BYTES + 1))
