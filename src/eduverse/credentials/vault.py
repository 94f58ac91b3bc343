"""Where signed certificates lie: in the content store, each encrypted under a key of its own (AES-256-GCM).

The key is made of the campus's ring and of the certificate's seal. Whoever has the file has nothing; once the seal is
forgotten, so has the campus.
"""

import base64
from collections.abc import AsyncIterator

from eduverse.credentials.ports import SecretHash
from eduverse.kernel.content import Content, ContentDamaged
from eduverse.kernel.ids import Entropy

__all__ = ["Vault"]

_NONCE_BYTES = 12
_PURPOSE = "certificate-key"


class Vault:
    def __init__(self, content: Content, secrets: SecretHash, entropy: Entropy) -> None:
        self._content = content
        self._secrets = secrets
        self._entropy = entropy

    def new_seal(self) -> str:
        return self._entropy.random_bytes(16).hex()

    async def keep(self, document: bytes, seal: str) -> str:
        """Stores it and returns its CID; it is to be pinned once something names it."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        nonce = self._entropy.random_bytes(_NONCE_BYTES)
        hidden = nonce + AESGCM(self._key(seal)).encrypt(nonce, document, None)
        return (await self._content.put(_whole(hidden))).cid

    async def read(self, cid: str, seal: str) -> bytes:
        """Raises `ContentMissing` or `ContentDamaged`."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        hidden = b"".join([chunk async for chunk in self._content.read(cid)])
        try:
            return AESGCM(self._key(seal)).decrypt(hidden[:_NONCE_BYTES], hidden[_NONCE_BYTES:], None)
        except InvalidTag:
            raise ContentDamaged from None

    async def pin(self, cid: str, owner: str) -> None:
        await self._content.pin(cid, owner)

    async def unpin(self, cid: str, owner: str) -> None:
        await self._content.unpin(cid, owner)

    def _key(self, seal: str) -> bytes:
        return base64.urlsafe_b64decode(self._secrets.fingerprint(_PURPOSE, seal) + "=")


async def _whole(data: bytes) -> AsyncIterator[bytes]:
    yield data
