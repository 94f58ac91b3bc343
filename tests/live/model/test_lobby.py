"""Who waits in front of which room."""

import msgspec

from eduverse.live.model.lobby import Lobby, Waiting
from eduverse.vocabulary.avatar import AvatarData
from eduverse.vocabulary.messages import WaitingPerson


def person(user_id: str) -> WaitingPerson:
    return WaitingPerson(user_id=user_id, name=user_id.title(), avatar_data=AvatarData())


def test_people_wait_in_the_order_in_which_they_came() -> None:
    lobby = Lobby()
    assert lobby.wait("room", person("tom"), "t1")
    assert lobby.wait("room", person("mira"), "m1")
    assert not lobby.wait("room", person("tom"), "t2")
    assert not lobby.wait("room", person("tom"), "t1")
    assert [one.user_id for one in lobby.waiting("room")] == ["tom", "mira"]
    assert (lobby.room_of("t2"), lobby.room_of("nobody")) == ("room", None)
    assert lobby.waiting("other") == []


def test_who_closes_the_last_tab_gives_up() -> None:
    lobby = Lobby()
    lobby.wait("room", person("tom"), "t1")
    lobby.wait("room", person("tom"), "t2")
    assert lobby.give_up("t1") is None
    assert lobby.is_waiting("room", "tom")
    assert lobby.give_up("t2") == ("room", "tom")
    assert lobby.give_up("t2") is None
    assert not lobby.is_waiting("room", "tom")


def test_who_is_called_is_called_with_every_tab() -> None:
    lobby = Lobby()
    lobby.wait("room", person("tom"), "t1")
    lobby.wait("room", person("tom"), "t2")
    lobby.wait("other", person("tom"), "t3")
    assert lobby.call("room", "tom") == ["t1", "t2"]
    assert lobby.call("room", "tom") == []
    assert (lobby.room_of("t1"), lobby.room_of("t3")) == (None, "other")
    assert lobby.give_up("t1") is None


def test_who_is_told_of_a_lobby_knows_all_of_it() -> None:
    lobby = Lobby()
    for room, user, tab in (
        ("room", "tom", "t1"),
        ("other", "sam", "s1"),
        ("room", "mira", "m1"),
        ("room", "tom", "t2"),
    ):
        lobby.wait(room, person(user), tab)
    told = Lobby(msgspec.msgpack.decode(msgspec.msgpack.encode(lobby.all()), type=list[Waiting]))
    assert told.all() == lobby.all()
    assert told.waiting("room") == [person("tom"), person("mira")]
    assert told.give_up("t1") is None
    assert told.call("room", "tom") == ["t2"]
    assert told.give_up("s1") == ("other", "sam")
