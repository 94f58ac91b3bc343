"""A wallet in a browser (EIP-1193, EIP-6963) whose key stays here: the page gets a provider that asks us."""

from typing import Any

from playwright.sync_api import BrowserContext
from tests.support.wallets import Wallet

__all__ = ["BrowserWallet"]

_PROVIDER = """(() => {
  const provider = {
    async request(call) {
      const answer = await window.__askWallet(call);
      if (answer.error) throw Object.assign(new Error('the wallet refuses'), answer.error);
      return answer.result;
    },
  };
  const detail = Object.freeze({ info: { uuid: 'a-wallet', name: 'Test Wallet', icon: '', rdns: 'test' }, provider });
  const announce = () => dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }));
  window.ethereum = provider;
  addEventListener('eip6963:requestProvider', announce);
  announce();
})()"""
_REFUSED = {"error": {"code": 4001}}


class BrowserWallet:
    """`refuses`: whether its owner presses Cancel. `said` are the messages it was shown."""

    def __init__(self, seed: int) -> None:
        self.wallet = Wallet(seed)
        self.refuses = False
        self.said: list[str] = []

    def install(self, context: BrowserContext) -> None:
        """Into every page that is opened from now on."""
        context.expose_function("__askWallet", self._answer)
        context.add_init_script(_PROVIDER)

    def _answer(self, call: dict[str, Any]) -> dict[str, Any]:
        match call["method"]:
            case "eth_requestAccounts":
                return {"result": [self.wallet.address]}
            case "personal_sign":
                message, address = bytes.fromhex(call["params"][0][2:]).decode(), call["params"][1]
                assert address == self.wallet.address
                self.said.append(message)
                return _REFUSED if self.refuses else {"result": self.wallet.sign_hex(message)}
            case method:
                return {"error": {"code": 4200, "message": method}}
