"""Who is on the demo campus, how they look, and how much they know."""

from typing import NamedTuple

from eduverse.vocabulary.avatar import AvatarData
from eduverse.vocabulary.principal import Role

__all__ = ["CLASSMATES", "STUDENTS", "TEACHER", "Person"]


class Person(NamedTuple):
    name: str
    looks: AvatarData
    role: Role = Role.STUDENT
    ability: float = 0.0
    """In logits: with 0, a question of difficulty 0 is known every other time."""

    @property
    def email(self) -> str:
        return f"{self.name.partition(' ')[0].lower()}@demo.eduverse.example"


TEACHER = Person(
    "Ada Okafor",
    AvatarData(
        skin="#8d5a3b",
        hair="bun",
        hair_colour="#241a16",
        outfit="blazer",
        outfit_colour="#2f6f62",
        accessory="glasses",
    ),
    Role.EDUCATOR,
)

STUDENTS = (
    Person(
        "Mira Lindqvist",
        AvatarData(
            skin="#f0c7a4",
            hair="bob",
            hair_colour="#c98b3c",
            outfit="dungarees",
            outfit_colour="#d2603a",
            expression="grin",
        ),
        ability=1.2,
    ),
    Person(
        "Tom Nakamura",
        AvatarData(
            hair="curly", hair_colour="#2b2320", outfit="hoodie", outfit_colour="#3f7fb5", accessory="headphones"
        ),
        ability=0.3,
    ),
)
"""Those whom somebody can sign in as."""

CLASSMATES = (
    Person(
        "Amina Diallo", AvatarData(skin="#6b4230", hair="scarf", hair_colour="#7a3b69", outfit="dress"), ability=1.9
    ),
    Person("Jonas Weber", AvatarData(skin="#edc4a0", hair="short", outfit_colour="#5d7f3a"), ability=0.1),
    Person("Priya Raman", AvatarData(skin="#a9714b", hair="long", outfit="shirt", accessory="glasses"), ability=2.3),
    Person("Mateo Álvarez", AvatarData(skin="#c99a72", hair="buzz", outfit_colour="#b5563f"), ability=-0.4),
    Person("Leila Haddad", AvatarData(skin="#d3a07a", hair="curly", outfit="shirt"), ability=0.9),
    Person("Kofi Mensah", AvatarData(skin="#54352a", hair="buzz", accessory="cap", expression="grin"), ability=0.6),
    Person("Zofia Nowak", AvatarData(skin="#f2d0b5", hair="long", hair_colour="#b98d4f"), ability=-1.1),
    Person("Wei Chen", AvatarData(skin="#e5b98f", hair="short", accessory="glasses"), ability=1.5),
    Person("Nour Al-Sayed", AvatarData(skin="#b98058", hair="bob", outfit="dungarees"), ability=0.2),
    Person("Finn O’Brien", AvatarData(skin="#f4d3bb", hair="curly", hair_colour="#a5512c"), ability=-0.7),
)
"""They have done what the class has done; nobody knows their passwords."""
