"""Small adapters between slices."""

from tests.support.accounts import Accounts

from eduverse.app.adapters import AccountPeople


async def test_accounts_are_people() -> None:
    accounts = Accounts()
    user = (await accounts.registered()).user
    (person,) = await AccountPeople(accounts.auth).people([user.id, "nobody"])
    assert (person.user_id, person.name, person.avatar_data) == (user.id, "Mira", user.avatar_data)
