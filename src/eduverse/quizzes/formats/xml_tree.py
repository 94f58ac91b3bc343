"""From the bytes of an XML file to its tree: no document types, no entities, no depths."""

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from eduverse.quizzes.formats.encoding import decode
from eduverse.quizzes.formats.errors import UnreadableFile

__all__ = ["parse_xml", "text_at"]

_DEEPEST = 40


class _TooDeep(Exception):
    pass


class _ShallowTree(TreeBuilder):
    """A tree builder that counts how deep it is."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def start(self, tag: Any, attrs: Mapping[Any, Any], /) -> Element:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _TooDeep
        return super().start(tag, dict(attrs))

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag)


def parse_xml(source: bytes | str) -> Element:
    """The root element. Raises `UnreadableFile` with the place where the file is no XML, or no XML that is read."""
    parser = DefusedXMLParser(target=_ShallowTree(), forbid_dtd=True)
    try:
        parser.feed(decode(source))
        root: Element = parser.close()
    except ParseError as error:
        line, column = error.position
        raise UnreadableFile(
            f"This is no well-formed XML: it breaks off in line {line}, column {column + 1}.",
            line=line,
            column=column + 1,
        ) from None
    except DefusedXmlException:
        raise UnreadableFile("XML with a document type or with entities of its own is not read.") from None
    except _TooDeep:
        raise UnreadableFile(f"The elements of this file are nested deeper than {_DEEPEST}.") from None
    return root


def text_at(element: Element | None, path: str = "text", default: str = "") -> str:
    """The text of the element at `path`, without spaces around it."""
    found = None if element is None else element.find(path)
    return default if found is None else "".join(found.itertext()).strip()
