"""The certificate routes, from passing a quiz to what a stranger sees of it."""

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from tests.support.campus import MemoryCampus, memory_campus, problem
from tests.support.chains import OwnChain

from eduverse.chain.hashing import from_hex, to_hex
from eduverse.credentials.model.badge import recipient_hash
from eduverse.credentials.model.baking import unbake
from eduverse.credentials.model.certificate import CERTIFICATES
from eduverse.credentials.model.merkle import is_included, leaf
from eduverse.credentials.model.proof import digest_of
from eduverse.credentials.model.status import decode_list, is_set
from eduverse.credentials.ports import Sheet
from eduverse.vocabulary.principal import Role

_PIXEL = (
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c020000000b4944415478da6364600000000600023081d02f"
    "0000000049454e44ae426082"
)
QUESTION = {"type": "trueFalse", "text": "The sun is a star.", "correct": True}


class InstantPrinter:
    """Prints a pixel, and remembers what was to stand on it."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []

    async def pdf(self, sheet: Sheet) -> bytes:
        self.sheets.append(sheet)
        return b"%PDF-"

    async def png(self, sheet: Sheet) -> bytes:
        self.sheets.append(sheet)
        return bytes.fromhex(_PIXEL)


class School:
    """A class whose quiz Mira has passed and Sam has not."""

    def __init__(self, campus: MemoryCampus) -> None:
        self.campus = campus

    async def open(self) -> None:
        self.ada = await self.campus.signed_in("ada", Role.EDUCATOR)
        self.mira = await self.campus.signed_in("mira")
        self.sam = await self.campus.signed_in("sam")
        self.stranger = self.campus.client()
        made = await self.ada.post("/api/classrooms/create", json={"title": "Planets"})
        self.room = made.json()["classroom"]["id"]
        for student in (self.mira, self.sam):
            await student.post(f"/api/classrooms/{self.room}/join", json={})
        self.quiz = await self.passed_by_mira()

    async def passed_by_mira(self, **settings: Any) -> str:
        wish = {"classroomId": self.room, "title": "Stars", "questions": [QUESTION], **settings}
        made = await self.ada.post("/api/quiz/create", json=wish)
        assert made.status_code == 201, made.text
        quiz: str = made.json()["id"]
        await self.ada.post(f"/api/quiz/{quiz}/open", json={})
        for student, answer in ((self.mira, True), (self.sam, False)):
            started = await student.post(f"/api/quiz/{quiz}/start", json={})
            question = started.json()["questions"][0]["id"]
            sent = await student.post(f"/api/quiz/{quiz}/submit", json={"answers": {question: answer}})
            assert sent.status_code == 200, sent.text
        return quiz

    async def certificate(self, **body: Any) -> dict[str, Any]:
        answer = await self.mira.post(f"/api/quiz/{self.quiz}/certificate", json=body)
        assert answer.status_code == 200, answer.text
        view: dict[str, Any] = answer.json()
        return view

    async def document(self, certificate_id: str) -> dict[str, Any]:
        answer = await self.stranger.get(f"/api/credentials/{certificate_id}")
        assert answer.status_code == 200, answer.text
        document: dict[str, Any] = answer.json()
        return document

    async def anchor(self, certificate_id: str) -> dict[str, Any]:
        answer = await self.stranger.get(f"/api/credentials/{certificate_id}/anchor")
        assert answer.status_code == 200, answer.text
        view: dict[str, Any] = answer.json()
        return view

    async def anchors(self) -> None:
        """What the campus does by itself: gathers what is new, and has its jobs done."""
        chores = {chore.name: chore for chore in self.campus.campus.chores._chores}
        await chores["anchor certificates"].run()
        await self.campus.campus.runner.round()

    async def verdict(self, document: Any) -> str:
        answer = await self.stranger.post("/api/credentials/check", json=document)
        assert answer.status_code == 200, answer.text
        verdict: str = answer.json()["verdict"]
        return verdict


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch) -> InstantPrinter:
    printer = InstantPrinter()
    monkeypatch.setattr("eduverse.app.certificates.TypstPrinter", lambda: printer)
    return printer


@pytest.fixture
async def school(printer: InstantPrinter) -> AsyncIterator[School]:
    async with memory_campus() as campus:
        school = School(campus)
        await school.open()
        yield school


@pytest.fixture
async def anchoring_school(printer: InstantPrinter) -> AsyncIterator[tuple[School, OwnChain]]:
    chain = OwnChain()
    async with memory_campus(chain=chain) as campus:
        school = School(campus)
        await school.open()
        yield school, chain


async def test_whoever_passed_has_one_certificate_that_everybody_can_check(school: School) -> None:
    mine = await school.certificate(name="  Mira   Lind ")
    again = await school.certificate(name="Somebody else")
    assert mine == again
    assert (mine["state"], mine["name"], mine["title"], mine["score"]) == ("issued", "Mira Lind", "Stars", 1.0)
    assert mine["url"] == f"http://localhost:8000/verify/{mine['id']}"
    document = await school.document(mine["id"])
    assert document["id"] == f"http://localhost:8000/api/credentials/{mine['id']}"
    assert document["issuer"]["id"] == "did:web:localhost%3A8000"
    assert [proof["cryptosuite"] for proof in document["proof"]] == ["eddsa-rdfc-2022", "eddsa-jcs-2022"]
    assert await school.verdict(document) == "valid"


async def test_it_says_no_address_but_its_salted_hash(school: School) -> None:
    document = await school.document((await school.certificate())["id"])
    assert "school.example" not in json.dumps(document)
    hashed, printed = document["credentialSubject"]["identifier"]
    assert hashed["identityHash"] == recipient_hash("mira@school.example", hashed["salt"])
    assert (printed["identityType"], printed["identityHash"]) == ("name", "Mira")


async def test_its_sealed_file_is_public_until_it_is_shared_no_more(school: School) -> None:
    """By the gateway, as on any IPFS node: whoever has it reads nothing in it."""
    mine = await school.certificate(name="Mira Lind")
    stored = await school.campus.storage.collection(CERTIFICATES).get(mine["id"])
    assert stored
    sealed = await school.stranger.get(f"/ipfs/{stored.cid}")
    assert (sealed.status_code, sealed.headers["content-disposition"]) == (200, "attachment")
    assert b"Mira" not in sealed.content
    await school.mira.post(f"/api/certificates/{mine['id']}/withdraw")
    assert problem(await school.stranger.get(f"/ipfs/{stored.cid}"))["code"] == "content-not-published"


async def test_nobody_has_one_for_a_quiz_they_have_not_passed(school: School) -> None:
    assert problem(await school.sam.post(f"/api/quiz/{school.quiz}/certificate"))["code"] == "quiz-not-passed"
    assert problem(await school.ada.post(f"/api/quiz/{school.quiz}/certificate"))["code"] == "quiz-not-passed"
    assert problem(await school.mira.post("/api/quiz/none/certificate"))["code"] == "quiz-not-found"
    assert (await school.stranger.post(f"/api/quiz/{school.quiz}/certificate")).status_code == 401


async def test_nobody_learns_from_a_certificate_what_is_not_shown_yet(school: School) -> None:
    review = {"immediately": [], "later": [], "closed": ["answers", "marks"]}
    quiz = await school.passed_by_mira(review=review)
    assert problem(await school.mira.post(f"/api/quiz/{quiz}/certificate"))["code"] == "quiz-not-passed"


@pytest.mark.parametrize("name", ["", " ", "x" * 81, "a\u202eb", "a\nb"])
async def test_a_name_that_cannot_be_printed_is_refused(school: School, name: str) -> None:
    assert (await school.mira.post(f"/api/quiz/{school.quiz}/certificate", json={"name": name})).status_code == 422


async def test_a_changed_document_is_not_genuine(school: School) -> None:
    document = await school.document((await school.certificate())["id"])
    document["credentialSubject"]["result"][0]["value"] = "99"
    assert await school.verdict(document) == "tampered"
    document["issuer"]["id"] = "did:web:elsewhere.example"
    assert await school.verdict(document) == "notVerifiable"
    assert await school.verdict({}) == "notVerifiable"


async def test_a_teacher_takes_one_back_and_the_list_says_so(school: School) -> None:
    mine = await school.certificate()
    document = await school.document(mine["id"])
    path = f"/api/certificates/{mine['id']}"
    assert (await school.mira.post(f"{path}/revoke", json={"reason": "x"})).status_code == 403
    assert (await school.ada.post(f"{path}/revoke", json={"reason": " "})).status_code == 422
    before = await listed(school.stranger, document)
    ended = await school.ada.post(f"{path}/revoke", json={"reason": "Copied."})
    assert (ended.json()["state"], ended.json()["reason"]) == ("revoked", "Copied.")
    assert (before, await listed(school.stranger, document)) == (False, True)
    assert await school.verdict(document) == "revoked"
    assert (await school.certificate())["state"] == "revoked"
    assert problem(await school.mira.post(f"{path}/reissue"))["code"] == "certificate-settled"
    anew = (await school.ada.post(f"{path}/reissue", json={"name": "Ada's wish"})).json()
    assert (anew["state"], anew["edition"], anew["name"]) == ("issued", 2, "Mira")
    assert (await school.certificate())["id"] == anew["id"]


async def listed(stranger: httpx.AsyncClient, document: dict[str, Any]) -> bool:
    """What the status list that the document names says of it."""
    status = document["credentialStatus"]
    path = status["statusListCredential"].removeprefix("http://localhost:8000")
    found = (await stranger.get(path)).json()
    assert found["id"] == status["statusListCredential"]
    return is_set(decode_list(found["credentialSubject"]["encodedList"]), int(status["statusListIndex"]))


async def test_its_owner_has_it_made_out_to_another_name(school: School) -> None:
    mine = await school.certificate()
    old = await school.document(mine["id"])
    path = f"/api/certificates/{mine['id']}/reissue"
    anew = (await school.mira.post(path, json={"name": "Miriam"})).json()
    assert (anew["name"], anew["edition"]) == ("Miriam", 2)
    assert (await school.mira.post(path, json={"name": "Mimi"})).json() == anew
    assert await school.verdict(old) == "replaced"
    assert await school.verdict(await school.document(anew["id"])) == "valid"
    listed_mine = (await school.mira.get("/api/certificates")).json()["items"]
    assert {(one["state"], one["replacedBy"]) for one in listed_mine} == {("issued", None), ("replaced", anew["id"])}


async def test_its_owner_shares_it_no_more(school: School) -> None:
    mine = await school.certificate()
    document = await school.document(mine["id"])
    path = f"/api/certificates/{mine['id']}/withdraw"
    assert problem(await school.ada.post(path))["code"] == "certificate-not-found"
    assert (await school.mira.post(path)).json()["shared"] is False
    assert problem(await school.stranger.get(f"/api/credentials/{mine['id']}"))["code"] == "certificate-withdrawn"
    assert await school.verdict(document) == "valid"


async def test_a_teacher_sees_the_certificates_of_the_class_and_others_do_not(school: School) -> None:
    mine = await school.certificate()
    query = {"classroomId": school.room}
    found = (await school.ada.get("/api/certificates", params=query)).json()["items"]
    assert [one["id"] for one in found] == [mine["id"]]
    assert (await school.mira.get("/api/certificates", params=query)).status_code == 403
    assert (await school.ada.get(f"/api/certificates/{mine['id']}")).json() == mine
    assert (await school.sam.get(f"/api/certificates/{mine['id']}")).status_code == 403
    assert (await school.sam.get("/api/certificates")).json() == {"items": [], "next": None}


async def test_it_can_be_printed_and_carried_in_a_picture(school: School, printer: InstantPrinter) -> None:
    mine = await school.certificate()
    pdf = await school.mira.get(f"/api/certificates/{mine['id']}/pdf")
    assert (pdf.headers["content-type"], pdf.content) == ("application/pdf", b"%PDF-")
    png = await school.mira.get(f"/api/certificates/{mine['id']}/png")
    carried = unbake(png.content)
    assert carried
    assert await school.verdict(json.loads(carried)) == "valid"
    sheet = printer.sheets[0]
    assert (sheet.name, sheet.title, sheet.classroom, sheet.percent) == ("Mira", "Stars", "Planets", "100")
    assert sheet.url == mine["url"]
    assert (await school.sam.get(f"/api/certificates/{mine['id']}/pdf")).status_code == 403


async def test_the_keys_of_the_campus_are_public(school: School) -> None:
    did = await school.stranger.get("/.well-known/did.json")
    assert did.headers["access-control-allow-origin"] == "*"
    document = did.json()
    proof = (await school.document((await school.certificate())["id"]))["proof"][0]
    assert document["id"] == "did:web:localhost%3A8000"
    assert document["assertionMethod"] == [proof["verificationMethod"]]
    page = await school.stranger.get("/verify/offline.html")
    assert page.headers["content-disposition"].startswith("attachment")
    assert document["verificationMethod"][0]["publicKeyMultibase"] in page.text
    assert "%" not in page.text.partition("<title>")[2].partition("</title>")[0]


async def test_a_status_list_that_nobody_needs_is_not_there(school: School) -> None:
    assert (await school.stranger.get("/api/credentials/status/1")).status_code == 200
    assert problem(await school.stranger.get("/api/credentials/status/2"))["code"] == "status-list-not-found"


async def test_everybody_can_prove_where_a_certificate_is_anchored(anchoring_school: tuple[School, OwnChain]) -> None:
    school, chain = anchoring_school
    mine = await school.certificate()
    before = await school.anchor(mine["id"])
    assert (before["anchored"], before["inclusion"], before["confirmed"]) == ("waiting", None, None)
    await school.anchors()
    anchor = await school.anchor(mine["id"])
    proof = anchor["inclusion"]
    assert (anchor["anchored"], anchor["confirmed"], proof["chainId"], proof["count"]) == ("anchored", True, 31_337, 1)
    one = leaf(from_hex(proof["salt"]), bytes.fromhex(digest_of(await school.document(mine["id"]))))
    assert to_hex(one) == proof["leaf"]
    assert is_included(one, [from_hex(beside) for beside in proof["path"]], from_hex(proof["root"]))
    receipt = await chain.request("eth_getTransactionReceipt", proof["transaction"])
    assert (receipt["to"], int(receipt["blockNumber"], 16)) == (proof["contract"], proof["block"])
    assert proof["root"] in receipt["logs"][0]["topics"]
    assert proof["anchoredAt"] == "2026-03-02T12:00:00Z"

    await school.ada.post(f"/api/certificates/{mine['id']}/revoke", json={"reason": "A mistake"})
    await school.anchors()
    assert (await school.anchor(mine["id"]))["confirmed"] is True  # for a moment: the answer is given again
    school.campus.clock.advance(60)
    assert (await school.anchor(mine["id"]))["confirmed"] is False


async def test_a_chain_that_is_down_hides_no_proof_and_says_so(anchoring_school: tuple[School, OwnChain]) -> None:
    school, chain = anchoring_school
    mine = await school.certificate()
    await school.anchors()
    chain.down = True
    anchor = await school.anchor(mine["id"])
    assert (anchor["anchored"], anchor["confirmed"]) == ("anchored", None)
    assert anchor["inclusion"]["root"].startswith("0x")


async def test_what_is_no_longer_shared_is_not_proven(school: School) -> None:
    mine = await school.certificate()
    anchor = await school.anchor(mine["id"])
    assert (anchor["anchored"], anchor["inclusion"], anchor["confirmed"]) == ("no-chain", None, None)
    await school.mira.post(f"/api/certificates/{mine['id']}/withdraw")
    gone = await school.stranger.get(f"/api/credentials/{mine['id']}/anchor")
    assert problem(gone)["code"] == "certificate-withdrawn"
    nothing = await school.stranger.get("/api/credentials/nothing/anchor")
    assert problem(nothing)["code"] == "certificate-not-found"
