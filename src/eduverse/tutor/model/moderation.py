"""What is not a question for a tutor. Rules come first and need nobody else; a provider's may be asked after them.

Somebody who may be thinking of hurting themselves gets a kind, fixed answer that points to people, at any time, also
while the tutor is closed. Everything else that is not allowed is declined without a lecture. The rules err towards
kindness: they look at the asker's own words ("I want to …"), so that a lesson about history is not stopped.
"""

import enum
import re

from eduverse.kernel.structs import Struct
from eduverse.tutor.model.words import Language, clean

__all__ = ["FIXED_ANSWERS", "Concern", "Moderation", "moderate"]


class Concern(enum.StrEnum):
    SELF_HARM = "selfHarm"
    SEXUAL = "sexual"
    VIOLENCE = "violence"


class Moderation(Struct, frozen=True, kw_only=True):
    """What was found, and by whom: `rules` or `provider`. Both are None for an ordinary question."""

    concern: Concern | None = None
    source: str | None = None


_RULES: tuple[tuple[Concern, re.Pattern[str]], ...] = (
    (
        Concern.SELF_HARM,
        re.compile(
            r"\b(kill(ing)? my ?self|hurt(ing)? my ?self|harm(ing)? my ?self|cut(ting)? my ?self|end my (own )?life"
            r"|(want|wish|going|like) to die|wish i (was|were) dead|(commit|committing) suicide|suicidal"
            r"|(dont|don't|do not) want to (live|be alive)|no reason to live|self.?harm"
            r"|mich (selbst )?(umbringen|toten|verletzen|ritzen|umzubringen)|mir (selbst )?(etwas|was) an(tun|zutun)"
            r"|nicht mehr leben|selbstmord|suizid|mir das leben nehmen|(mochte|will) sterben|mein leben beenden)\b"
        ),
    ),
    (
        Concern.SEXUAL,
        re.compile(
            r"\b((sexual|sexy|erotic|naked|nude|porn\w*)\b.{0,60}\b(child|children|kid|kids|minor|minors|teen\w*"
            r"|pupil\w*"
            r"|student|classmate|girl|boy|teacher)|(child|children|kid|kids|minor|minors|teen\w*|classmate|pupil"
            r"|girl|boy|teacher)"
            r"\b.{0,60}\b(naked|nude|nudes|porn\w*|erotic|sexy|sexting)|send (me )?nudes|porn\w*|sexting"
            r"|(nackt\w*|sexuell\w*|erotisch\w*)\b.{0,60}\b(kind\w*|schuler\w*|madchen|junge\w*|lehrer\w*"
            r"|minderjahrig\w*)"
            r"|(kind\w*|schuler\w*|madchen|junge\w*|lehrer\w*|minderjahrig\w*)\b.{0,60}\b(nackt\w*|porno\w*"
            r"|erotisch\w*)|nacktbild\w*)\b"
        ),
    ),
    (
        Concern.VIOLENCE,
        re.compile(
            r"\b((how (to|do i|can i)|help me|i want to|i will|i'm going to|im going to)\b.{0,40}"
            r"\b(make|build|buy|get) (a )?(pipe ?bomb|bomb|gun|explosives?|napalm|poison gas)"
            r"|(i want to|i will|i'm going to|im going to|help me|how (to|do i|can i)) (kill|stab|shoot|poison"
            r"|beat up|hurt) "
            r"(him|her|them|my|a|the|someone|somebody|everyone|people)"
            r"|shoot up (the|my|a) (school|class)|amoklauf (planen|machen)|ich (will|werde|mochte) (ihn|sie|alle"
            r"|meine\w*|jemanden) "
            r"(umbringen|toten|erschiessen|erstechen|verprugeln)|(wie baue|wie bastle|bau mir)\b.{0,30}\b(bombe"
            r"|sprengsatz|rohrbombe))\b"
        ),
    ),
)


def moderate(text: str) -> Moderation:
    plain = " ".join(clean(text).replace("’", "'").split())
    for concern, pattern in _RULES:
        if pattern.search(plain):
            return Moderation(concern=concern, source="rules")
    return Moderation()


FIXED_ANSWERS: dict[Concern, dict[Language, str]] = {
    Concern.SELF_HARM: {
        "en": (
            "I am glad you wrote this down. It sounds very heavy, and you do not have to carry it alone. I am a "
            "program "
            "and cannot help with this the way a person can. Please talk to somebody you trust **now**: a parent, your "
            "teacher, a school counsellor, a friend's parents. If you might hurt yourself today, call your local "
            "emergency number (112 in Europe, 911 in North America, 999 in the UK) or a crisis line; they listen "
            "at any hour."
        ),
        "de": (
            "Gut, dass du das aufgeschrieben hast. Das klingt sehr schwer, und du musst es nicht allein tragen. "
            "Ich bin ein "
            "Programm und kann dabei nicht helfen, wie ein Mensch es kann. Bitte sprich **jetzt** mit jemandem, dem du "
            "vertraust: mit deinen Eltern, deiner Lehrkraft, der Schulsozialarbeit. Wenn du dir heute etwas "
            "antun könntest, "
            "ruf 112 an, oder die Nummer gegen Kummer (116 111) oder die Telefonseelsorge (0800 111 0 111); dort "
            "hört dir "
            "zu jeder Zeit jemand zu."
        ),
    },
    Concern.SEXUAL: {
        "en": "I do not talk about this here. If somebody is bothering you or asks you for something like this, "
        "tell an "
        "adult you trust or your teacher; you have done nothing wrong. Shall we go back to your lesson?",
        "de": "Darüber spreche ich hier nicht. Wenn dich jemand bedrängt oder so etwas von dir will, sag es einem "
        "Erwachsenen, dem du vertraust, oder deiner Lehrkraft; du hast nichts falsch gemacht. Machen wir mit dem "
        "Unterricht weiter?",
    },
    Concern.VIOLENCE: {
        "en": "I do not help with hurting people. If you are very angry or somebody frightens you, talk to your "
        "teacher or "
        "another adult you trust. If somebody is in danger, call your local emergency number.",
        "de": "Dabei, anderen wehzutun, helfe ich nicht. Wenn du sehr wütend bist oder dir jemand Angst macht, "
        "sprich mit "
        "deiner Lehrkraft oder einem anderen Erwachsenen, dem du vertraust. Ist jemand in Gefahr, ruf 112 an.",
    },
}
