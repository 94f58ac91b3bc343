"""How a person looks: choices, not text."""

import msgspec
import pytest

from eduverse.vocabulary.avatar import AvatarData


def test_everything_has_a_default() -> None:
    assert msgspec.json.decode(b"{}", type=AvatarData) == AvatarData()
    assert msgspec.json.decode(msgspec.json.encode(AvatarData())) == {
        "skin": "#c98e6b",
        "hair": "short",
        "hairColour": "#3a2a20",
        "outfit": "hoodie",
        "outfitColour": "#4f6df5",
        "accessory": "none",
        "expression": "smile",
    }


@pytest.mark.parametrize(
    "body", [b'{"skin": "red"}', b'{"hair": "mohawk"}', b'{"hat": "none"}', b'{"outfitColour": "#4f6df5\\n"}']
)
def test_what_cannot_be_chosen(body: bytes) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(body, type=AvatarData)
