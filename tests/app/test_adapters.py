"""Small adapters between slices."""

from msgspec import structs
from tests.support.accounts import Accounts

from eduverse.app.adapters import AccountPeople, AccountWallets
from eduverse.auth.model import IDENTITIES, USERS, Identity, wallet_identity


async def test_accounts_are_people() -> None:
    accounts = Accounts()
    user = (await accounts.registered()).user
    (person,) = await AccountPeople(accounts.auth).people([user.id, "nobody"])
    assert (person.user_id, person.name, person.avatar_data) == (user.id, "Mira", user.avatar_data)


async def test_a_wallet_is_somebody_s_as_long_as_it_opens_their_account() -> None:
    accounts, wallet = Accounts(), "0x" + "ab" * 20
    user = (await accounts.registered()).user
    wallets = AccountWallets(accounts.storage, accounts.auth)
    assert (await wallets.wallet(user.id), await wallets.holder(wallet)) == (None, None)

    users, identities = accounts.storage.collection(USERS), accounts.storage.collection(IDENTITIES)
    linked = await identities.insert(Identity(id=wallet_identity(wallet), user_id=user.id))
    stored = await users.get(user.id)
    assert stored
    await users.replace(structs.replace(stored, wallet_address=wallet))
    assert (await wallets.of(user.id), await wallets.wallet(user.id)) == ([wallet], wallet)
    holder = await wallets.holder(wallet)
    assert holder
    assert (holder.user_id, holder.may_teach) == (user.id, False)
    assert (await wallets.owners(after=None, limit=5)).user_ids == [user.id]

    await identities.delete(linked.id, linked.version)  # killed while unlinking: the account still names it
    assert (await wallets.of(user.id), await wallets.wallet(user.id), await wallets.holder(wallet)) == ([], None, None)
    assert (await wallets.owners(after=None, limit=5)).user_ids == []
