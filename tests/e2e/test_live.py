"""What a live class is led with, in two browsers: a teacher, and a student on a phone that cannot draw the room."""

from playwright.sync_api import expect
from tests.e2e.conftest import PHONE, Visit, Visitor

TITLE = "A tour of the solar system"
SLIDES = "# Volcanoes\n\n- Why they **erupt**\n\n---\n\n# Three kinds\n\n1. Shield\n2. Cone"


def opens(visitor: Visitor, panel: str) -> None:
    button = visitor.page.get_by_role("toolbar").get_by_role("button", name=panel)
    if button.get_attribute("aria-expanded") != "true":
        button.click()


def closes(visitor: Visitor) -> None:
    visitor.page.get_by_role("button", name="Close", exact=True).last.click()


def presses(visitor: Visitor, name: str) -> None:
    visitor.page.get_by_role("button", name=name, exact=True).click()


def shows_slides(ada: Visitor, mira: Visitor) -> None:
    opens(ada, "Lesson")
    presses(ada, "Present slides")
    ada.page.get_by_label("Title").fill("Volcanoes")
    ada.page.get_by_role("textbox", name="Slides").fill(SLIDES)
    presses(ada, "Show to the class")
    presses(mira, "Look")
    expect(mira.page.get_by_text("Slide 1 of 2")).to_be_visible()
    expect(mira.page.get_by_role("strong").filter(has_text="erupt")).to_be_visible()
    presses(ada, "Next slide")
    expect(mira.page.get_by_role("heading", name="Three kinds")).to_be_visible()
    ada.page.keyboard.press("ArrowLeft")
    expect(mira.page.get_by_text("Slide 1 of 2")).to_be_visible()


def asks(ada: Visitor, mira: Visitor) -> None:
    presses(ada, "Ask the class")
    asked = ada.page.get_by_role("dialog")
    asked.get_by_label("Question").fill("Ready for more?")
    asked.get_by_role("textbox", name="Answer 1").fill("Yes")
    asked.get_by_role("textbox", name="Answer 2").fill("Not yet")
    asked.get_by_role("button", name="Open the poll").click()
    for answer in ("Not yet", "Yes"):
        mira.page.get_by_role("radio", name=answer).check()
        expect(mira.page.get_by_text("Your vote counts")).to_be_visible()
    expect(ada.page.get_by_text("1 vote", exact=True).first).to_be_visible()
    presses(ada, "Close and show the result")
    expect(mira.page.get_by_text("Yes (your vote)")).to_be_visible()
    expect(mira.page.get_by_text("100 %")).to_be_visible()


def tells(ada: Visitor, mira: Visitor) -> None:
    ada.page.get_by_label("What should everybody know?").fill("We stop at ten.")
    ada.page.get_by_label("Important").check()
    presses(ada, "Send to everybody")
    expect(mira.page.get_by_role("alert").filter(has_text="We stop at ten.")).to_be_visible()
    for person in (ada, mira):
        presses(person, "Got it")


def reacts(ada: Visitor, mira: Visitor) -> None:
    closes(mira)
    opens(ada, "People")
    presses(mira, "Reactions and gestures")
    presses(mira, "Hooray")
    expect(ada.page.get_by_text("reacts: Hooray")).to_be_attached()
    mira.page.keyboard.press("Escape")


def deletes_a_message(ada: Visitor, mira: Visitor) -> None:
    opens(mira, "Chat")
    field = mira.page.get_by_label("Write to the class")
    field.fill("A word I regret")
    field.press("Enter")
    opens(ada, "Chat")
    said = ada.page.get_by_role("log").get_by_text("A word I regret")
    expect(said).to_be_visible()
    said.hover()
    ada.page.get_by_role("button", name="Delete the message of Mira Lindqvist").click()
    for person in (ada, mira):
        expect(person.page.get_by_role("log").get_by_text("A word I regret")).to_have_count(0)
    closes(mira)


def hears(visitor: Visitor) -> None:
    visitor.until(
        "() => window.__eduverse.voices.some((one) => one.state === 'connected' && one.level > 0 && one.volume > 0)"
    )


def test_leading_a_class(visit: Visit) -> None:
    ada, mira = visit(0), visit(1, size=PHONE, flat=True)
    for person in (ada, mira):
        person.sign_in()
        person.enter(TITLE)
    shows_slides(ada, mira)
    asks(ada, mira)
    tells(ada, mira)
    reacts(ada, mira)
    deletes_a_message(ada, mira)


def test_talking_and_being_muted(visit: Visit) -> None:
    ada, mira = visit(0, flat=True), visit(1, size=PHONE, flat=True)
    for person in (ada, mira):
        person.sign_in()
        person.enter(TITLE)
        presses(person, "Turn the microphone on")
    for person in (ada, mira):
        expect(person.page.get_by_text("2 people in conversation")).to_be_visible()
        hears(person)

    opens(ada, "People")
    presses(ada, "What to do about Mira Lindqvist")
    presses(ada, "Mute")
    expect(mira.page.get_by_role("button", name="Microphone is off. Turn it on")).to_be_visible()
    ada.until("() => window.__eduverse.voices.every((one) => one.volume === 0)")
    presses(mira, "Microphone is off. Turn it on")
    hears(ada)
    ada.page.get_by_role("switch", name="Keep microphones off").click()
    expect(mira.page.get_by_role("button", name="Your teacher keeps the microphones off")).to_be_visible()
    ada.page.get_by_role("switch", name="Keep microphones off").click()

    presses(mira, "Leave the conversation")
    expect(ada.page.get_by_text("Nobody else is yet")).to_be_visible()
    ada.until("() => window.__eduverse.voices.length === 0")


def test_the_lobby_and_being_sent_out(visit: Visit) -> None:
    ada, mira = visit(0, flat=True), visit(1, size=PHONE, flat=True)
    ada.sign_in()
    ada.enter(TITLE)
    # Whoever was here a moment ago is not asked to wait.
    ada.until("() => window.__eduverse?.avatars.length === 1")
    opens(ada, "People")
    ada.page.get_by_role("switch", name="Waiting room").click()
    mira.sign_in()
    mira.page.get_by_role("article").filter(has_text=TITLE).get_by_role("button").first.click()
    expect(mira.page.get_by_text("You are at the door")).to_be_visible()
    presses(ada, "Let Mira Lindqvist in")
    mira.is_in()
    ada.page.get_by_role("switch", name="Waiting room").click()

    presses(ada, "What to do about Mira Lindqvist")
    presses(ada, "Send out")
    ada.page.get_by_role("dialog").get_by_role("button", name="Send out").click()
    expect(mira.page.get_by_text("You were sent out")).to_be_visible()
    ada.page.get_by_role("switch", name="Lock the door").click()
    presses(mira, "Come back in")
    expect(mira.page.get_by_text("The room is locked")).to_be_visible()
    ada.page.get_by_role("switch", name="Lock the door").click()
    presses(mira, "Try again")
    mira.is_in()
