from pathlib import Path

import pytest

from eduverse.chain.keys import BadKey, read_signer, signer_in
from eduverse.chain.transactions import Signer

KEY = "07" * 32


def written(folder: Path, text: str, mode: int = 0o600) -> Path:
    path = folder / "key"
    path.write_text(text)
    path.chmod(mode)
    return path


@pytest.mark.parametrize("text", [KEY, f"0x{KEY}\n", f"  {KEY.upper()} "])
def test_a_key_is_read(tmp_path: Path, text: str) -> None:
    assert read_signer(written(tmp_path, text)).address == Signer(bytes.fromhex(KEY)).address


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o602])
def test_a_key_that_others_can_reach_is_refused(tmp_path: Path, mode: int) -> None:
    with pytest.raises(BadKey, match="chmod 600"):
        read_signer(written(tmp_path, KEY, mode))


@pytest.mark.parametrize("text", ["", "abc", KEY[:-1], KEY + "0", "zz" * 32, "00" * 32, "ff" * 32])
def test_what_is_no_key_is_refused_and_not_shown(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadKey) as refused:
        read_signer(written(tmp_path, text))
    assert not text or text not in refused.value.detail


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadKey, match="No such file"):
        read_signer(tmp_path / "none")


def test_the_embedded_chains_key_is_made_once(tmp_path: Path) -> None:
    first = signer_in(tmp_path).address
    assert signer_in(tmp_path).address == first
    assert (tmp_path / "chain.key").stat().st_mode & 0o777 == 0o600
