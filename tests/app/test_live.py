"""The wiring of the live room."""

from tests.support.campus import memory_campus
from tests.support.clock import FakeClock

from eduverse.app.live import media_server
from eduverse.app.settings import Settings

LIVEKIT = Settings(livekit_url="ws://127.0.0.1:9", livekit_api_key="key", livekit_api_secret="s" * 32)


def test_a_media_server_is_there_when_it_is_set() -> None:
    assert media_server(Settings(), FakeClock()) is None
    media = media_server(LIVEKIT, FakeClock())
    assert media
    assert media.url == "ws://127.0.0.1:9"


async def test_a_media_server_that_does_not_answer_is_said_in_readiness() -> None:
    async with memory_campus(LIVEKIT) as campus:
        answer = await campus.client().get("/health/ready")
        assert answer.status_code == 503
        assert "127.0.0.1:9 does not answer" in answer.json()["problems"]["livekit"]
        assert "connect-src 'self' ws://127.0.0.1:9 http://127.0.0.1:9;" in answer.headers["content-security-policy"]
        assert (await campus.client().get("/health/live")).status_code == 200
