"""What the client writes, the server's own decoder reads; what the server writes, the client reads."""

from eduverse.load import protocol
from eduverse.realtime.wire.events import decode_arguments, decode_object, encode_message
from eduverse.realtime.wire.packets import decode_text
from eduverse.vocabulary.messages import Typing, UserLeft


def test_an_event_that_wants_an_answer() -> None:
    packet = decode_text(protocol.emit("chat:message", {"text": "hi"}, 7)[1:], max_attachments=0)
    assert packet.id == 7
    assert decode_arguments(packet) == ["chat:message", {"text": "hi"}]


def test_connecting_shows_what_is_remembered() -> None:
    def auth(pid: str | None, offset: str | None) -> dict[str, str]:
        return decode_object(decode_text(protocol.connect("t", pid, offset)[1:], max_attachments=0))

    assert auth(None, "5-1") == {"token": "t"}
    assert auth("p", None) == {"token": "t", "pid": "p"}
    assert auth("p", "5-1") == {"token": "t", "pid": "p", "offset": "5-1"}


def test_an_event_with_and_without_its_place() -> None:
    message = encode_message("classroom:user-left", UserLeft(user_id='a"],b', reason="left"))
    placed = protocol.read_event(bytes(message.frame(offset="12-34").text))
    assert placed == (b"classroom:user-left", b'{"userId":"a\\"],b","reason":"left"}', "12-34")
    plain = protocol.read_event(bytes(encode_message("chat:typing", Typing(user_id="u", typing=True)).frame().text))
    assert plain == (b"chat:typing", b'{"userId":"u","typing":true}', None)


def test_an_answer() -> None:
    assert protocol.read_answer(b'4312[{"ok":true}]') == (12, b'{"ok":true}')
