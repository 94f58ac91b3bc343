"""The published test vectors of W3C's vc-di-eddsa (appendix B.1 and B.2): one document, one key, two signatures."""

from typing import Any

from eduverse.credentials.contexts import bundled

__all__ = ["W3C_CONTEXTS", "W3C_DOCUMENT", "W3C_KEY", "W3C_PROOFS", "W3C_SECRET"]

W3C_KEY = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
W3C_SECRET = "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq"
_EXAMPLES = "https://www.w3.org/ns/credentials/examples/v2"
_CONTEXT = ["https://www.w3.org/ns/credentials/v2", _EXAMPLES]
W3C_CONTEXTS = {**bundled(), _EXAMPLES: {"@context": {"@vocab": "https://www.w3.org/ns/credentials/examples#"}}}
W3C_DOCUMENT: dict[str, Any] = {
    "@context": _CONTEXT,
    "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
    "type": ["VerifiableCredential", "AlumniCredential"],
    "name": "Alumni Credential",
    "description": "A minimum viable example of an Alumni Credential.",
    "issuer": "https://vc.example/issuers/5678",
    "validFrom": "2023-01-01T00:00:00Z",
    "credentialSubject": {"id": "did:example:abcdefgh", "alumniOf": "The School of Examples"},
}
_OPTIONS = {
    "type": "DataIntegrityProof",
    "created": "2023-02-24T23:36:38Z",
    "verificationMethod": f"did:key:{W3C_KEY}#{W3C_KEY}",
    "proofPurpose": "assertionMethod",
}
W3C_PROOFS: dict[str, dict[str, Any]] = {
    "eddsa-rdfc-2022": {
        **_OPTIONS,
        "cryptosuite": "eddsa-rdfc-2022",
        "proofValue": "z2YwC8z3ap7yx1nZYCg4L3j3ApHsF8kgPdSb5xoS1VR7vPG3F561B52hYnQF9iseabecm3ijx4K1FBTQsCZahKZme",
    },
    "eddsa-jcs-2022": {
        **_OPTIONS,
        "@context": _CONTEXT,
        "cryptosuite": "eddsa-jcs-2022",
        "proofValue": "z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX",
    },
}
