"""What an operator can set."""

from pathlib import Path

import pytest

from eduverse.app.settings import Settings, SettingsError, read_settings


def test_without_anything_set() -> None:
    settings = read_settings({"PATH": "/bin", "EDUVERSE_TEST_ANYTHING": "1"})
    assert settings == Settings()
    assert (settings.host, settings.port, settings.open_educators) == ("127.0.0.1", 8000, False)


def test_the_environment_is_read_by_kind() -> None:
    settings = read_settings(
        {
            "EDUVERSE_PORT": "9000",
            "EDUVERSE_OPEN_EDUCATORS": "true",
            "EDUVERSE_CAMPUS_NAME": "Hill School",
            "EDUVERSE_ALLOWED_ORIGINS": "https://a.example, http://localhost:3000,",
            "EDUVERSE_TRUSTED_PROXIES": "",
            "EDUVERSE_ACCOUNT_RATE": "2.5",
        }
    )
    assert (settings.port, settings.open_educators, settings.campus_name) == (9000, True, "Hill School")
    assert settings.allowed_origins == ("https://a.example", "http://localhost:3000")
    assert (settings.trusted_proxies, settings.account_rate) == ((), 2.5)


def test_what_is_given_comes_before_the_environment() -> None:
    assert read_settings({"EDUVERSE_PORT": "9000"}, port=1234, host=None).port == 1234
    assert read_settings({"EDUVERSE_HOST": "::1"}, host=None).host == "::1"


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("EDUVERSE_PORT", "many"),
        ("EDUVERSE_PORT", "65536"),
        ("EDUVERSE_PORT", "-1"),
        ("EDUVERSE_OPEN_EDUCATORS", "perhaps"),
        ("EDUVERSE_CAMPUS_NAME", ""),
        ("EDUVERSE_LOG_LEVEL", "loud"),
        ("EDUVERSE_LOG_FORMAT", "xml"),
        ("EDUVERSE_ACCOUNT_RATE", "0"),
        ("EDUVERSE_ADDRESS_RATE", "inf"),
    ],
)
def test_a_wrong_value_names_its_variable(variable: str, value: str) -> None:
    with pytest.raises(SettingsError, match=variable):
        read_settings({variable: value})


@pytest.mark.parametrize("variable", ["EDUVERSE_PROT", "EDUVERSE_", "EDUVERSE_DATA_FOLDER"])
def test_a_variable_that_is_no_setting_is_an_error(variable: str) -> None:
    with pytest.raises(SettingsError, match=f"{variable} is not a setting.*EDUVERSE_PORT"):
        read_settings({variable: "1"})


@pytest.mark.parametrize(
    "origin",
    ["*", "https://*.school.example", "school.example", "https://school.example/", "ftp://school.example", "null"],
)
def test_an_origin_is_exact(origin: str) -> None:
    with pytest.raises(SettingsError, match="EDUVERSE_ALLOWED_ORIGINS"):
        read_settings({"EDUVERSE_ALLOWED_ORIGINS": f"https://good.example,{origin}"})


LIVEKIT = {
    "EDUVERSE_LIVEKIT_URL": "wss://livekit.school.example",
    "EDUVERSE_LIVEKIT_API_KEY": "key",
    "EDUVERSE_LIVEKIT_API_SECRET": "s" * 32,
}


def test_a_media_server_is_set_as_a_whole() -> None:
    settings = read_settings(LIVEKIT)
    assert (settings.livekit_url, settings.livekit_api_key) == ("wss://livekit.school.example", "key")
    for missing in LIVEKIT:
        with pytest.raises(SettingsError, match=f"{missing} must be set too"):
            read_settings({name: value for name, value in LIVEKIT.items() if name != missing})


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("EDUVERSE_LIVEKIT_URL", "https://livekit.school.example"),
        ("EDUVERSE_LIVEKIT_URL", "wss://livekit.school.example/path"),
        ("EDUVERSE_LIVEKIT_URL", "wss://one.example;script-src"),
        ("EDUVERSE_LIVEKIT_URL", "wss://one.example\n"),
        ("EDUVERSE_LIVEKIT_API_SECRET", "short"),
    ],
)
def test_a_media_server_that_cannot_be_used(variable: str, value: str) -> None:
    with pytest.raises(SettingsError, match=variable):
        read_settings({**LIVEKIT, variable: value})


TURN = {"EDUVERSE_TURN_URLS": "turn:turn.school.example:3478?transport=udp", "EDUVERSE_TURN_SECRET": "s" * 16}


def test_a_turn_server_and_its_secret_go_together() -> None:
    assert read_settings(TURN).turn_urls == ("turn:turn.school.example:3478?transport=udp",)
    for missing in TURN:
        with pytest.raises(SettingsError, match="EDUVERSE_TURN_URLS and EDUVERSE_TURN_SECRET go together"):
            read_settings({name: value for name, value in TURN.items() if name != missing})


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("EDUVERSE_TURN_URLS", "turn.school.example"),
        ("EDUVERSE_TURN_URLS", "turn:user@turn.school.example"),
        ("EDUVERSE_TURN_SECRET", "short"),
        ("EDUVERSE_STUN_URLS", "stun:one.example stun:two.example"),
    ],
)
def test_a_turn_server_that_cannot_be_used(variable: str, value: str) -> None:
    with pytest.raises(SettingsError, match=variable):
        read_settings({**TURN, variable: value})


def test_the_data_folder_is_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert read_settings({}).data_folder == tmp_path.resolve() / "data"
    assert Settings(data="~/campus").data_folder == tmp_path.resolve() / "home" / "campus"


MAIL = {
    "EDUVERSE_SMTP_URL": "smtp://campus:secret@mail.school.example:587?from=campus@school.example",
    "EDUVERSE_PUBLIC_URL": "https://campus.school.example",
}


def test_mail_needs_to_know_where_its_links_lead() -> None:
    assert read_settings(MAIL).public_url == "https://campus.school.example"
    with pytest.raises(SettingsError, match="EDUVERSE_PUBLIC_URL must be set too"):
        read_settings({"EDUVERSE_SMTP_URL": MAIL["EDUVERSE_SMTP_URL"]})


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("EDUVERSE_SMTP_URL", "mail.school.example"),
        ("EDUVERSE_SMTP_URL", "smtp://campus:secret@mail.school.example"),
        ("EDUVERSE_PUBLIC_URL", "https://campus.school.example/"),
        ("EDUVERSE_PUBLIC_URL", "campus.school.example"),
        ("EDUVERSE_LANGUAGE", "tlh"),
        ("EDUVERSE_AUDIENCE", "everybody"),
    ],
)
def test_mail_that_cannot_be_used(variable: str, value: str) -> None:
    with pytest.raises(SettingsError, match=variable) as raised:
        read_settings({**MAIL, variable: value})
    assert "secret" not in str(raised.value)


def test_a_node_for_files() -> None:
    settings = read_settings({"EDUVERSE_IPFS_URL": "http://127.0.0.1:5001", "EDUVERSE_IPFS_AUTH": "basic:ada:s3:cret"})
    assert (settings.ipfs_url, settings.ipfs_auth) == ("http://127.0.0.1:5001", "basic:ada:s3:cret")


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"IPFS_URL": "http://ada:s3cret@127.0.0.1:5001"}, "IPFS_URL"),
        ({"IPFS_URL": "/ip4/127.0.0.1/tcp/5001"}, "IPFS_URL"),
        ({"IPFS_AUTH": "bearer:s3cret"}, "IPFS_URL must be set too"),
        ({"IPFS_URL": "http://node", "IPFS_AUTH": "s3cret"}, "IPFS_AUTH is neither"),
        ({"IPFS_URL": "http://node", "IPFS_AUTH": "basic:s3cret"}, "IPFS_AUTH is neither"),
        ({"IPFS_URL": "http://node", "PINNING_URL": "https://pins.example"}, "PINNING_TOKEN must be set together"),
        ({"PINNING_URL": "https://pins.example", "PINNING_TOKEN": "s3cret"}, "IPFS_URL must be set too"),
    ],
)
def test_a_node_that_cannot_be_asked(given: dict[str, str], wrong: str) -> None:
    with pytest.raises(SettingsError, match=wrong) as caught:
        read_settings({f"EDUVERSE_{name}": value for name, value in given.items()})
    assert "s3cret" not in str(caught.value)
