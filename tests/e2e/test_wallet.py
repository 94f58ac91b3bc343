"""Somebody comes in with a wallet; somebody else links one on their profile and comes in with it."""

from playwright.sync_api import expect
from tests.e2e.conftest import PHONE, Visit, Visitor
from tests.support.browser_wallet import BrowserWallet


def opens_profile(visitor: Visitor) -> None:
    visitor.page.goto(f"{visitor.demo.url}/profile")
    visitor.page.get_by_role("heading", name="Your profile").wait_for()


def test_coming_in_with_a_wallet(visit: Visit) -> None:
    noor, wallet = visit(1, size=PHONE), BrowserWallet(11)
    wallet.install(noor.context)
    noor.page.goto(noor.demo.url)
    button = noor.page.get_by_role("button", name="Sign in with wallet")
    wallet.refuses = True
    button.click()
    expect(noor.page.get_by_role("alert")).to_contain_text("You said no in your wallet")
    wallet.refuses = False
    button.click()
    noor.page.get_by_role("heading", name="Good").wait_for()
    domain = noor.demo.url.removeprefix("http://")
    assert wallet.said[-1].startswith(f"{domain} wants you to sign in with your Ethereum account:\n")
    opens_profile(noor)
    expect(noor.page.get_by_text("This wallet is your only way in")).to_be_visible()
    expect(noor.page.get_by_role("button", name="Change password")).to_have_count(0)
    noor.page.get_by_label("E-mail", exact=True).fill("noor@school.example")
    noor.page.get_by_label("New password").fill("seven green bicycles")
    noor.page.get_by_role("button", name="Add, and agree in your wallet").click()
    expect(noor.page.get_by_role("button", name="Change password")).to_be_visible()
    assert "an e-mail address and a password" in wallet.said[-1]
    noor.page.get_by_role("button", name="Unlink wallet").click()
    expect(noor.page.get_by_role("button", name="Link wallet")).to_be_visible()


def test_linking_a_wallet_and_coming_in_with_it(visit: Visit) -> None:
    mira, wallet = visit(1), BrowserWallet(12)
    wallet.install(mira.context)
    mira.sign_in()
    opens_profile(mira)
    mira.page.get_by_label("Your password").fill(mira.account["password"])
    mira.page.get_by_role("button", name="Link wallet").click()
    short = f"{wallet.wallet.address[:6]}…{wallet.wallet.address[-4:]}"
    expect(mira.page.get_by_text(short)).to_be_visible()

    again = visit(1)
    wallet.install(again.context)
    again.page.goto(again.demo.url)
    again.page.get_by_role("button", name="Sign in with wallet").click()
    again.page.get_by_role("heading", name="Good").wait_for()
    expect(again.page.get_by_text("Mira").first).to_be_visible()

    mira.page.get_by_role("button", name="Unlink wallet").click()
    expect(mira.page.get_by_role("button", name="Link wallet")).to_be_visible()
