"""The words that say nothing about a question by themselves, and those that can answer any question of choices."""

from functools import cache

from eduverse.tutor.model.words import stem

__all__ = ["DECIDING", "everyday", "frequent"]

_FREQUENT = {"english_wikipedia": 15_000, "us_tv_and_film": 8_000, "passwords": 12_000}
"""How many of each list's most frequent words are everyday ones. A word stands in one list only, and many that people
say every day ("because") stand in the last."""

_SHORT_ENGLISH = "sun wet sum moon oil us"
"""What the lists leave out."""

_GERMAN = """
    aber alle allein alles als also alt am an ander anders anfang ansehen art auch auf aufgabe aus außer bald
    bedeuten bedeutet begriff bei beide beim beispiel beispiele besonders besser bestimmt bevor bild bin bis
    bisschen bitte bleiben bleibt brauchen braucht da dabei dadurch dafür dagegen daher damit danach dann daran
    darauf daraus darin darüber darum das dass davon dazu dein deine deinem deinen deiner dem den denken denn
    der des deshalb dich die dies diese diesem diesen dieser dieses ding dinge dir direkt doch dort du durch
    dürfen ebenso eigen ein eine einem einen einer eines einfach einige einmal entsteht entstehen er erklären
    erklärt erkennen erst es etwa etwas euch euer fach fall fangen fehlt fest finden findest findet folgt frage
    fragen für gab ganz geben gegen gehen geht gehört genau genug gerade gern gibt gilt gleich groß große größer
    grund gut gute haben hängt hast hat hatte heißt helfen her heute hier hilft hin hinter hinweis hoch ich ihm
    ihn ihnen ihr ihre im immer in innen ins ist ja jede jedem jeden jeder jedes jedoch jetzt kann kannst kein
    keine kennen kennst klasse klein kleine kleiner kommen kommt können könnte kurz lang lange langsam lassen
    lässt leicht lernen lese lesen lies liegt machen macht mal man manche mehr mehrere mein meine meist mensch
    menschen merke mich mir mit mithilfe möglich muss müssen musst nach nachdenken nächste nächsten nah name
    nämlich neben nehmen neu nicht nichts nie nimm noch nun nur ob oben oder oft ohne ort passiert prüfe
    richtung sache sagen sagt schau schon schreib schreiben schritt schule sehen sehr sei sein seine seinem
    seinen seiner selbst setzen sich sie sieh sieht sind so sobald sogar solche soll sollen sollte sondern sonst
    später stehen steht stelle stellen stück stunde suche suchen tag teil teile text thema tun über überlege um
    und uns unser unten unter unterschied unterricht unterlagen vergleich vergleiche verschieden verstehen
    versuch versuche viel viele vielleicht vom von vor vorher wann war waren warum was wasser wechsel weder weg
    wegen weil weise weit weiter welche welcher welches welt wenig weniger wenn wer werden wichtig wie wieder
    wird wirklich wissen wo wobei woche wodurch wofür woher wohin wort worte wörter wurde würde zahl zeigen
    zeigt zeit ziehen ziel zu zuerst zum zur zurück zusammen zwar zwischen
    """

DECIDING = frozenset(
    stem(word)
    for word in """
    one two three four five six seven eight nine ten first second third fourth fifth sixth seventh eighth ninth
    tenth last former latter middle top bottom option options choice choices answer answers key correct
    incorrect right wrong letter true false yes no yeah nope alpha alfa bravo charlie delta echo foxtrot golf
    hotel india juliet juliett kilo lima mike november oscar papa quebec romeo sierra tango uniform victor
    whiskey xray yankee zulu ii iii iv vi vii viii ix xi un deux trois uno dos tres due tre primo zwei drei vier
    funf sechs sieben acht neun zehn eins erste ersten erster erstes zweite zweiten zweiter zweites dritte
    dritten dritter drittes vierte vierten letzte letzten letzter antwort antworten losung option wahl richtig
    richtige falsch falsche wahr nein ja stimmt buchstabe
    """.split()
)
"""Stems of numbers, ordinals, verdicts and spelling alphabets: with these, any question of choices can be answered."""


@cache
def frequent(most: int = 2_000) -> frozenset[str]:
    """Stems of the words that stand in any text: of each language the most frequent ones."""
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    english = [word for name in ("english_wikipedia", "us_tv_and_film") for word in FREQUENCY_LISTS[name][:most]]
    return frozenset(stem(word) for word in (*english, *_german()))


@cache
def everyday() -> frozenset[str]:
    """Stems of the most frequent words of English and German, without those that decide and without single letters."""
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    english = [
        word
        for name, most in _FREQUENT.items()
        for word in FREQUENCY_LISTS[name][:most]
        if word.isalpha() and len(word) > 1
    ]
    english += _SHORT_ENGLISH.split()
    known = {stem(word) for word in (*english, *_german(), "a")}
    return frozenset(known - DECIDING - set("bcdefghijklmnopqrstuvwxyz"))


def _german() -> list[str]:
    return _GERMAN.translate(str.maketrans("äöü", "aou")).replace("ß", "ss").split()
