"""A teacher hands something out and shows it on the board; a student on a phone reads it."""

from pathlib import Path

from playwright.sync_api import expect
from tests.e2e.conftest import PHONE, Visit, Visitor
from tests.support.files import a_pdf

TITLE = "A tour of the solar system"
SUN = "The sun is a star."


def goes_to_the_desk(visitor: Visitor) -> None:
    visitor.sign_in()
    visitor.page.get_by_role("article").filter(has_text=TITLE).get_by_role("link", name="Desk").click()
    visitor.page.get_by_role("link", name="Materials").click()


def hands_out(ada: Visitor, file: Path) -> None:
    ada.page.get_by_label("Upload files").set_input_files(file)
    expect(ada.page.get_by_text("PDF · 2 pages")).to_be_visible()
    ada.page.get_by_role("button", name="Release", exact=True).click()
    expect(ada.page.get_by_text("Released", exact=True)).to_have_count(2)


def reads(mira: Visitor, file: Path) -> None:
    mira.page.get_by_role("button", name="Stars").click()
    page = mira.page.get_by_role("img", name=SUN)
    expect(page).to_be_visible()
    mira.until("() => [...document.querySelectorAll('dialog img')].some((one) => one.naturalWidth === 1600)")
    with mira.page.expect_download() as saved:
        mira.page.get_by_role("button", name="Download").click()
    assert saved.value.suggested_filename == "Stars.pdf"
    assert saved.value.path().read_bytes() == file.read_bytes()
    mira.page.get_by_role("button", name="Close").click()


def shows(ada: Visitor, mira: Visitor) -> None:
    for person in (ada, mira):
        person.page.get_by_role("button", name="Enter").click()
        person.is_in()
    ada.page.get_by_role("toolbar").get_by_role("button", name="Lesson").click()
    ada.page.get_by_role("button", name="Show a material").click()
    ada.page.get_by_role("dialog").get_by_role("button", name="Stars").click()
    mira.page.get_by_role("button", name="Look", exact=True).click()
    expect(mira.page.get_by_role("img", name=SUN)).to_be_visible()
    ada.page.get_by_role("button", name="Next slide").click()
    expect(mira.page.get_by_role("img", name="The moon is not.")).to_be_visible()


def test_a_material_from_the_desk_to_the_board(visit: Visit, tmp_path: Path) -> None:
    file = tmp_path / "Stars.pdf"
    file.write_bytes(a_pdf())
    ada, mira = visit(0), visit(1, size=PHONE, flat=True)
    goes_to_the_desk(ada)
    hands_out(ada, file)
    goes_to_the_desk(mira)
    reads(mira, file)
    shows(ada, mira)
