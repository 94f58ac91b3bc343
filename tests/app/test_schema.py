"""The interface as schemas, for the client's types."""

import json
import re

from eduverse.app.schema import interface_document
from eduverse.vocabulary.messages import CLIENT_EVENTS, SERVER_EVENTS


def test_every_event_names_schemas_that_are_there() -> None:
    document = interface_document()
    events, schemas = document["x-events"], document["components"]["schemas"]
    assert set(events["client"]) == set(CLIENT_EVENTS)
    assert set(events["server"]) == set(SERVER_EVENTS)
    named = {name for pair in events["client"].values() for name in pair} | set(events["server"].values())
    assert named <= set(schemas)


def test_it_hangs_together() -> None:
    document = interface_document()
    references = re.findall(r'"#/components/schemas/([^"]*)"', json.dumps(document))
    assert set(references) <= set(document["components"]["schemas"])


def test_what_the_server_sends_is_always_there_and_what_it_takes_may_be_left_out() -> None:
    schemas = interface_document()["components"]["schemas"]
    assert set(schemas["UserView"]["required"]) == set(schemas["UserView"]["properties"])
    assert sorted(schemas["Register"]["required"]) == ["email", "name", "password"]


def test_it_is_the_same_every_time() -> None:
    assert json.dumps(interface_document()) == json.dumps(interface_document())
