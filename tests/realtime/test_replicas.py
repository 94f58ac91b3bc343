"""What all servers keep alike, whoever begins to listen when."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.realtime.notes import Notes

from eduverse.realtime.declarations import Briefing, Declaration, Ended, Hello, NodeGone, Stated
from eduverse.realtime.replicas import Replicas


class Server:
    def __init__(self, name: str, stream: list[Declaration], *, alone: bool = False) -> None:
        self.notes = Notes()
        self.name = name
        self.replicas = Replicas(name, stream.append, alone=alone)
        self.replicas.follow("notes", self.notes)
        self.stream = stream
        self.read = len(stream)

    def catch_up(self) -> None:
        while self.read < len(self.stream):
            self.read += 1
            self.replicas.obey(self.stream[self.read - 1])


def says(node: str, text: str, socket: str | None = None) -> Stated:
    return Stated(node=node, number=0, topic="notes", said=text.encode(), socket=socket)


async def test_who_states_something_learns_what_came_of_it() -> None:
    stream: list[Declaration] = []
    one, two = Server("one", stream, alone=True), Server("two", stream, alone=True)
    first, second = one.replicas.state("notes", b"a"), two.replicas.state("notes", b"b")
    assert not first.done()
    for server in (two, one):
        server.catch_up()
    assert (await first, await second) == (1, 2)
    assert (one.notes.said, one.notes.told, two.notes.told) == (["a", "b"], ["a"], ["b"])


async def test_what_cannot_be_applied_fails_for_who_stated_it() -> None:
    stream: list[Declaration] = []
    server = Server("one", stream, alone=True)
    stated = server.replicas.state("notes", b"break")
    server.catch_up()
    with pytest.raises(ValueError, match="broken on purpose"):
        await stated


async def test_what_was_stated_about_a_socket_ends_once_and_only_where_it_is() -> None:
    stream: list[Declaration] = []
    one, two = Server("one", stream, alone=True), Server("two", stream, alone=True)
    one.replicas.state("notes", b"at one", socket_id="s")
    one.replicas.end("nothing was stated about it")
    for server in (one, two):
        server.catch_up()
    two.replicas.state("notes", b"at two", socket_id="s")  # it has come back there
    one.replicas.end("s")
    two.replicas.end("s")
    two.replicas.end("s")
    for server in (one, two):
        server.catch_up()
    assert one.notes.said == two.notes.said == ["at one", "at two", "gone s"]
    assert (one.notes.told, two.notes.told) == (["at one"], ["at two", "gone s"])


def test_a_server_that_is_gone_takes_along_what_was_stated_about_its_sockets() -> None:
    stream: list[Declaration] = [says("a", "x", "x"), says("b", "y", "y"), says("a", "z"), NodeGone(node="a", by="me")]
    server = Server("me", stream, alone=True)
    server.read = 0
    server.catch_up()
    assert server.notes.said == ["x", "y", "z", "gone x"]
    assert server.notes.told == ["gone x"]


steps = st.lists(
    st.one_of(
        st.builds(says, st.sampled_from("ab"), st.sampled_from(["1", "2"]), st.sampled_from(["s", "t", None])),
        st.builds(Ended, node=st.sampled_from("ab"), socket=st.sampled_from("st")),
        st.builds(NodeGone, node=st.sampled_from("ab"), by=st.just("a")),
    ),
    max_size=12,
)


@given(steps, steps, steps, steps)
def test_who_begins_to_listen_comes_to_the_same(
    before: list[Declaration], read: list[Declaration], missed: list[Declaration], after: list[Declaration]
) -> None:
    stream: list[Declaration] = []
    old = Server("old", stream, alone=True)
    stream += before
    new = Server("new", stream)
    stream += [*read, Hello(node="new"), *missed]
    new.catch_up()
    assert new.notes.said == [], "it is behind"
    old.catch_up()
    stream += after
    for server in (old, new):
        server.catch_up()
    assert new.notes.said == old.notes.said
    assert new.replicas._holders == old.replicas._holders


def test_what_cannot_be_applied_keeps_who_catches_up_from_nothing_else() -> None:
    stream: list[Declaration] = []
    new = Server("new", stream)
    stream += [Hello(node="new"), says("a", "break"), says("a", "fine"), Briefing(node="a", to="new", state=None)]
    new.catch_up()
    stream.append(Briefing(node="new", to="new", state=None))
    with pytest.raises(ExceptionGroup, match="cannot be applied"):
        new.catch_up()
    assert new.notes.said == ["fine"]


def test_where_nobody_knows_anything_there_was_nothing() -> None:
    stream: list[Declaration] = []
    new = Server("new", stream)
    other = Server("other", stream)
    stream += [Hello(node="new"), says("a", "meanwhile")]
    for server in (new, other):
        server.catch_up()
    assert stream[-1] == Briefing(node="other", to="new", state=None)
    new.catch_up()
    assert new.notes.said == []
    stream += [Briefing(node="new", to="new", state=None), says("a", "later"), Briefing(node="x", to="new", state=b"")]
    new.catch_up()
    assert new.notes.said == ["meanwhile", "later"]
