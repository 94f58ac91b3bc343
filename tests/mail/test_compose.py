"""Headers that hold what they should and nothing more."""

from email.headerregistry import Address

from hypothesis import given
from hypothesis import strategies as st
from tests.ports.mail_contract import letter
from tests.support.clock import NOON

from eduverse.mail.compose import compose

SENDER = Address("EduVerse", addr_spec="campus@school.example")
HEADERS = {"From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type"}


@given(subject=st.text(max_size=200), name=st.text(max_size=80), text=st.text(max_size=200))
def test_whatever_people_are_called_there_are_the_same_headers(subject: str, name: str, text: str) -> None:
    message = letter(subject=subject, name=name, text=text.encode(errors="replace").decode())
    sent = compose(message, sender=SENDER, now=NOON)
    head = bytes(sent).partition(b"\r\n\r\n")[0].decode()
    fields = {line.partition(":")[0] for line in head.split("\r\n") if not line.startswith((" ", "\t"))}
    assert fields == HEADERS


def test_a_key_that_names_people_is_not_told() -> None:
    sent = compose(letter(key="reset:mira@school.example"), sender=SENDER, now=NOON)
    assert "mira" not in sent["Message-ID"]
    assert sent["Message-ID"].endswith("@school.example>")
