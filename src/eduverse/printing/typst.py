"""The printer: sheets set by Typst, in a process of its own that may not take long."""

import asyncio
import sys
from typing import Literal

import msgspec

from eduverse.credentials.errors import CertificatesNotPrintable
from eduverse.credentials.ports import Sheet

__all__ = ["TypstPrinter"]

_SECONDS = 20.0
_AT_ONCE = 2


class TypstPrinter:
    """Nothing of it is in this process: the typesetter is large, and a thread could not be stopped."""

    def __init__(self, seconds: float = _SECONDS) -> None:
        self._seconds = seconds
        self._places = asyncio.Semaphore(_AT_ONCE)

    async def pdf(self, sheet: Sheet) -> bytes:
        return await self._print(sheet, "pdf")

    async def png(self, sheet: Sheet) -> bytes:
        return await self._print(sheet, "png")

    async def _print(self, sheet: Sheet, form: Literal["pdf", "png"]) -> bytes:
        order = msgspec.json.encode({"form": form, **sheet._asdict()})
        async with self._places:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "eduverse.printing.worker",
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
            )
            try:
                printed, _ = await asyncio.wait_for(process.communicate(order), self._seconds)
            except TimeoutError:
                raise CertificatesNotPrintable from None
            finally:
                if process.returncode is None:
                    process.kill()
                    await process.wait()
        if process.returncode or not printed:
            raise CertificatesNotPrintable
        return printed
