"""Our certificates under somebody else's verifier."""

import json
import subprocess
from typing import Any

import pytest
from tests.support.badges import NOON, a_badge, an_issuer
from tests.support.node import FOLDER, NODE, install_packages

from eduverse.credentials.contexts import bundled
from eduverse.credentials.issuer import Issuer


@pytest.fixture(scope="session")
def packages() -> None:
    install_packages()


def verified(credential: dict[str, Any], issuer: Issuer) -> tuple[bool, str]:
    context = "https://w3id.org/security/multikey/v1"
    did = issuer.document
    methods = {
        method["id"]: {"@context": context, **method, "controller": did["id"]} for method in did["verificationMethod"]
    }
    documents = {**bundled(), did["id"]: {**did, "@context": did["@context"]}, **methods}
    order = json.dumps({"credential": credential, "documents": documents})
    done = subprocess.run(
        [NODE, "verifyCredential.mjs"], cwd=FOLDER, input=order, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    return said["verified"], said["error"]


@pytest.mark.usefixtures("packages")
def test_digital_bazaars_verifier_agrees() -> None:
    issuer = an_issuer(2, 1)
    signed = issuer.signed(a_badge(issuer), NOON)
    assert verified(signed, issuer) == (True, "null")
    assert verified({**signed, "name": "Suns"}, issuer)[0] is False
