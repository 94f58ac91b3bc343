"""How a person looks on campus."""

from typing import Literal

from eduverse.kernel.bounds import Colour
from eduverse.kernel.structs import Input

__all__ = ["AvatarData"]

Hair = Literal["short", "bob", "long", "curly", "bun", "buzz", "bald", "scarf"]
Outfit = Literal["hoodie", "shirt", "blazer", "dress", "dungarees"]
Accessory = Literal["none", "glasses", "headphones", "cap"]
Expression = Literal["smile", "calm", "grin", "curious"]


class AvatarData(Input, frozen=True, kw_only=True):
    """Parts to choose from rather than free text: nothing to moderate, and every choice is ours to draw."""

    skin: Colour = "#c98e6b"
    hair: Hair = "short"
    hair_colour: Colour = "#3a2a20"
    outfit: Outfit = "hoodie"
    outfit_colour: Colour = "#4f6df5"
    accessory: Accessory = "none"
    expression: Expression = "smile"
