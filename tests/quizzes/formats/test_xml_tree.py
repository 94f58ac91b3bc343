"""XML that would harm, and XML that is broken."""

import pytest

from eduverse.quizzes.formats.errors import UnreadableFile
from eduverse.quizzes.formats.xml_tree import parse_xml, text_at

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "source",
    [
        f'<!DOCTYPE quiz [<!ENTITY l0 "ha">{LAUGHS}]><quiz>&l9;</quiz>',
        '<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>',
        '<!DOCTYPE quiz SYSTEM "http://localhost/quiz.dtd"><quiz/>',
        '<!DOCTYPE quiz [<!ENTITY % p SYSTEM "http://localhost/p">%p;]><quiz/>',
        "<!DOCTYPE quiz><quiz/>",
    ],
    ids=["a billion laughs", "a file", "a document type elsewhere", "a parameter entity", "a document type"],
)
def test_document_types_and_entities_are_refused(source: str) -> None:
    with pytest.raises(UnreadableFile, match="document type"):
        parse_xml(source)


def test_the_depth_is_bounded() -> None:
    assert parse_xml("<a>" * 40 + "</a>" * 40).tag == "a"
    with pytest.raises(UnreadableFile, match="nested"):
        parse_xml("<a>" * 41 + "</a>" * 41)


@pytest.mark.parametrize(
    ("source", "line", "column"), [("<quiz>\n  <b></quiz>", 2, 8), ("", 1, 1), ("no xml", 1, 1), ("<a>&x;</a>", 1, 4)]
)
def test_a_break_has_its_place(source: str, line: int, column: int) -> None:
    with pytest.raises(UnreadableFile) as caught:
        parse_xml(source)
    assert caught.value.extra == {"line": line, "column": column}


def test_the_bytes_say_the_encoding_not_the_declaration() -> None:
    declared = '<?xml version="1.0" encoding="ISO-8859-1"?><a><text> Käse </text></a>'
    for data in (declared.encode(), declared.encode("utf-16")):
        assert text_at(parse_xml(data)) == "Käse"


def test_texts_that_are_not_there() -> None:
    assert text_at(parse_xml("<a/>"), "b/text", "none") == "none"
    assert text_at(None) == ""
