"""A live class in three real browsers: a teacher and two students, one of them on a phone."""

import httpx
from playwright.sync_api import expect
from tests.e2e.conftest import PHONE, Visit, Visitor

TITLE = "A tour of the solar system"


def walks(visitor: Visitor, name: str, key: str) -> None:
    """Holds a key until their own avatar has come a metre: however slowly the machine draws."""
    visitor.page.keyboard.down(key)
    visitor.until(
        "([name, x, z]) => window.__eduverse.avatars.some((one) => one.name === name"
        " && Math.hypot(one.x - x, one.z - z) > 1)",
        [name, *visitor.sees()[name]],
    )
    visitor.page.keyboard.up(key)


def says(visitor: Visitor, text: str) -> None:
    field = visitor.page.get_by_label("Write to the class")
    if not field.is_visible():
        visitor.page.get_by_role("button", name="Chat").first.click()
    field.fill(text)
    field.press("Enter")


def opens(visitor: Visitor, panel: str) -> None:
    visitor.page.get_by_role("toolbar").get_by_role("button", name=panel).first.click()


def answers(visitor: Visitor) -> None:
    """Takes the quiz to its last question, in whatever order it comes: Jupiter, Saturn and Mars, True, Neptune."""
    page = visitor.page
    for number in range(1, 5):
        expect(page.get_by_text(f"Question {number} of 4")).to_be_visible()
        several = page.get_by_role("checkbox").count() > 0
        for choice in ("Saturn", "Mars") if several else ("Jupiter", "True"):
            if (box := page.get_by_label(choice, exact=True)).count():
                page.locator("label").filter(has=box).click()
                expect(box).to_be_checked()
        if page.get_by_label("Your answer").count() or page.get_by_role("textbox").count():
            page.get_by_role("textbox").last.fill("neptune")
        expect(page.get_by_text("Saved", exact=True)).to_be_visible()
        if number < 4:
            page.get_by_role("button", name="Next").click()


def test_a_class_from_the_door_to_the_result(visit: Visit) -> None:
    ada, mira, tom = visit(0), visit(1), visit(2, size=PHONE)
    for person in (ada, mira, tom):
        person.sign_in()
        person.enter(TITLE)

    for person in (ada, mira, tom):
        person.until("() => window.__eduverse?.avatars.length === 3")
        assert set(person.sees()) == {"Ada Okafor", "Mira Lindqvist", "Tom Nakamura"}

    before = tom.sees()["Mira Lindqvist"]
    walks(mira, "Mira Lindqvist", "w")
    tom.until(
        "([x, z]) => window.__eduverse.avatars.some((one) => one.name === 'Mira Lindqvist'"
        " && Math.hypot(one.x - x, one.z - z) > 0.5)",
        before,
    )

    says(mira, "Good morning!")
    opens(ada, "Chat")
    expect(ada.page.get_by_role("log").get_by_text("Good morning!")).to_be_visible()
    tom.page.get_by_role("button", name="Raise hand").click()
    opens(ada, "People")
    expect(ada.page.get_by_text("hand raised").first).to_be_attached()

    opens(ada, "Quiz")
    ada.page.get_by_role("button", name="Start for the class").click()
    for student in (mira, tom):
        opens(student, "Quiz")
        student.page.get_by_role("button", name="Start the quiz").first.click()
        answers(student)
        student.page.get_by_role("button", name="Hand in", exact=True).click()
        expect(student.page.get_by_text("3 of 5 points")).to_be_visible()
        expect(student.page.get_by_text("+12 tokens")).to_be_visible()
        expect(student.page.get_by_text("Not right").first).to_be_visible()
    expect(ada.page.get_by_text("2 of 2 have handed in")).to_be_visible()


def test_leaving_and_coming_back(visit: Visit) -> None:
    ada, mira = visit(0, flat=True), visit(1)
    for person in (ada, mira):
        person.sign_in()
        person.enter(TITLE)
    ada.until("() => window.__eduverse?.avatars.length === 2")
    mira.page.get_by_role("button", name="Leave").or_(mira.page.get_by_role("link", name="Leave")).first.click()
    ada.until("() => window.__eduverse?.avatars.length === 1")
    mira.enter(TITLE)
    ada.until("() => window.__eduverse?.avatars.length === 2")


def test_a_lost_connection_is_said_and_comes_back_by_itself(visit: Visit) -> None:
    mira = visit(1)
    mira.sign_in()
    mira.enter(TITLE)
    mira.context.set_offline(True)
    mira.page.evaluate("window.dispatchEvent(new Event('offline'))")
    expect(mira.page.get_by_text("Connection lost").first).to_be_visible(timeout=60_000)
    mira.context.set_offline(False)
    expect(mira.page.get_by_text("In class").first).to_be_visible(timeout=60_000)
    assert httpx.get(f"{mira.demo.url}/health/ready").status_code == 200
