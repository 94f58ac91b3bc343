"""A teacher makes a class a token, which opens only for those who hold one; a student reads what it takes."""

from playwright.sync_api import expect
from tests.e2e.conftest import PHONE, Visit
from tests.support.browser_wallet import BrowserWallet

TITLE = "Stars for collectors"


def test_a_class_that_is_a_token_and_opens_for_tokens(visit: Visit) -> None:
    ada, wallet = visit(0, flat=True), BrowserWallet(31)
    wallet.install(ada.context)
    ada.sign_in()
    ada.page.goto(f"{ada.demo.url}/profile")
    ada.page.get_by_label("Your password").fill(ada.account["password"])
    ada.page.get_by_role("button", name="Link wallet").click()
    expect(ada.page.get_by_role("button", name="Unlink wallet")).to_be_visible()

    ada.page.goto(ada.demo.url)
    ada.page.get_by_role("button", name="New classroom").click()
    form = ada.page.get_by_role("dialog")
    form.get_by_label("Title").fill(TITLE)
    form.get_by_text("Who holds a token").click()
    form.get_by_role("switch", name="Make it a token on the blockchain").click()
    form.get_by_role("switch", name="It may be passed on").click()
    form.get_by_role("button", name="Open the door").click()
    ada.is_in()
    ada.page.goto(ada.page.url + "/desk/token")
    expect(ada.page.get_by_text("The classroom is a token.")).to_be_visible(timeout=60_000)
    expect(ada.page.get_by_text(wallet.wallet.address.lower())).to_be_visible()
    expect(ada.page.get_by_role("link", name="ipfs://")).to_be_visible()
    expect(ada.page.get_by_text("Whoever gets the token")).to_be_visible(timeout=60_000)  # the contract knows

    mira = visit(1, size=PHONE)
    mira.sign_in()
    door = mira.page.get_by_role("article").filter(has_text=TITLE)
    expect(door.get_by_text("Opens with EDUROOM")).to_be_visible()
    door.get_by_role("button", name="Join class").click()
    expect(door.get_by_role("alert")).to_contain_text("Link a wallet on your profile first.")
