"""The interface's description."""

import re

from tests.support.campus import memory_campus


async def test_the_document_is_openapi_that_hangs_together() -> None:
    async with memory_campus() as campus:
        answer = await campus.client().get("/api/docs/openapi.json")
        document = answer.json()
    assert document["openapi"].startswith("3.1")
    assert {"/api/auth/login", "/api/classrooms/create", "/api/quiz/{quiz_id}/submit"} <= set(document["paths"])
    references = re.findall(r'"\$ref":\s*"([^"]*)"', answer.text)
    names = {reference.removeprefix("#/components/schemas/") for reference in references}
    assert names <= set(document["components"]["schemas"])
    operations = [
        one["operationId"] for path in document["paths"].values() for one in path.values() if "operationId" in one
    ]
    assert len(operations) == len(set(operations))


async def test_the_page_needs_no_script_and_names_every_route_and_type() -> None:
    async with memory_campus() as campus:
        client = campus.client()
        answer = await client.get("/api/docs")
        document = (await client.get("/api/docs/openapi.json")).json()
    assert answer.headers["content-type"].startswith("text/html")
    assert "<script" not in answer.text
    assert "style=" not in answer.text
    for path in document["paths"]:
        assert f"<code>{path}</code>" in answer.text
    targets = set(re.findall(r"<a href='#([^']*)'>", answer.text))
    assert targets <= set(re.findall(r"<section id='([^']*)'>", answer.text))
