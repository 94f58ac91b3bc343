"""The material routes, and the one path that opens a file without a token in a header."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import quote

from litestar import Controller, Request, delete, get, post, put
from litestar.di import NamedDependency
from litestar.openapi.spec import OpenAPIFormat, OpenAPIMediaType, OpenAPIType, Operation, RequestBody, Schema
from litestar.params import FromPath, JSONBody, QueryParameter, SkipValidation
from litestar.response import Stream

from eduverse.kernel.content import Content
from eduverse.kernel.ranges import part_of
from eduverse.kernel.structs import NOTHING, NoFields
from eduverse.materials.links import FilePart, LinkService
from eduverse.materials.model.material import Material
from eduverse.materials.schemas import (
    ArrangeMaterials,
    FileLink,
    MaterialList,
    MaterialPageList,
    MaterialPageView,
    MaterialSlides,
    MaterialView,
    ReleaseMaterial,
    UpdateMaterial,
)
from eduverse.materials.service import Changes, MaterialService, Upload
from eduverse.vocabulary.principal import Principal

__all__ = ["FileController", "MaterialController"]

ClassroomId = Annotated[str, QueryParameter(name="classroomId", max_length=64)]
TitleQuery = Annotated[str, QueryParameter(max_length=120)]
NameQuery = Annotated[str, QueryParameter(max_length=300)]
VersionQuery = Annotated[int | None, QueryParameter(ge=1, le=1000)]
FROM_NOW = ReleaseMaterial()

Materials = NamedDependency[SkipValidation[MaterialService]]
Links = NamedDependency[SkipValidation[LinkService]]
Files = NamedDependency[SkipValidation[Content]]
PathId = FromPath[str]
HttpRequest = Request[Principal, Any, Any]

_BYTES = "application/octet-stream"
_SANDBOX = "sandbox; default-src 'none'"
"""Whatever a file is, in a browser it runs nothing and asks for nothing."""


@dataclass
class _FileAsBody(Operation):
    """Says in the interface's description that the body is a file: it is read as it comes, not declared as data."""

    def __post_init__(self) -> None:
        schema = Schema(type=OpenAPIType.STRING, format=OpenAPIFormat.BINARY)
        self.request_body = RequestBody(content={_BYTES: OpenAPIMediaType(schema)}, required=True)


class MaterialController(Controller):
    path = "/api/materials"
    tags = ["Materials"]

    @post("/", request_max_body_size=None, operation_class=_FileAsBody)
    async def add(
        self,
        request: HttpRequest,
        materials: Materials,
        links: Links,
        classroom_id: ClassroomId,
        title: TitleQuery = "",
        name: NameQuery = "",
    ) -> MaterialView:
        """Upload a file as a new material of a classroom you teach: the body is the file, whatever its media type.

        What it is is told by its bytes. Students see it once it is released.
        """
        added = await materials.add(request.user, classroom_id, title, _upload(request, name))
        return MaterialView.of(added, links.cover(added), teaches=True)

    @get("/")
    async def of_classroom(
        self, request: HttpRequest, materials: Materials, links: Links, classroom_id: ClassroomId
    ) -> MaterialList:
        """The materials of a classroom you are in; for its teacher, also what is not released or archived."""
        found = await materials.of_classroom(request.user, classroom_id)
        teaches = await materials.teaches(request.user, classroom_id)
        return MaterialList(items=[MaterialView.of(one, links.cover(one), teaches=teaches) for one in found])

    @put("/order")
    async def arrange(
        self, request: HttpRequest, materials: Materials, links: Links, data: JSONBody[ArrangeMaterials]
    ) -> MaterialList:
        """Put the materials of a classroom you teach in this order; those you do not name come last."""
        found = await materials.arrange(request.user, data.classroom_id, data.material_ids)
        return MaterialList(items=[MaterialView.of(one, links.cover(one), teaches=True) for one in found])

    @get("/{material_id:str}")
    async def read(self, request: HttpRequest, material_id: PathId, materials: Materials, links: Links) -> MaterialView:
        """One material."""
        found = await materials.get(request.user, material_id)
        teaches = await materials.teaches(request.user, found.classroom_id)
        return MaterialView.of(found, links.cover(found), teaches=teaches)

    @put("/{material_id:str}")
    async def update(
        self,
        request: HttpRequest,
        material_id: PathId,
        materials: Materials,
        links: Links,
        data: JSONBody[UpdateMaterial],
    ) -> MaterialView:
        """Change its title, archive it or take it out of the archive; fields that are left out stay."""
        title = data.title.strip() if data.title else None
        return _taught(await materials.change(request.user, material_id, Changes(title, data.archived)), links)

    @delete("/{material_id:str}")
    async def remove(self, request: HttpRequest, material_id: PathId, materials: Materials) -> None:
        """Remove a material with all its versions, for good."""
        await materials.remove(request.user, material_id)

    @post("/{material_id:str}/versions", request_max_body_size=None, operation_class=_FileAsBody)
    async def add_version(
        self, request: HttpRequest, material_id: PathId, materials: Materials, links: Links, name: NameQuery = ""
    ) -> MaterialView:
        """Upload a newer file; the older versions stay."""
        return _taught(await materials.add_version(request.user, material_id, _upload(request, name)), links)

    @post("/{material_id:str}/release", status_code=200)
    async def release(
        self,
        request: HttpRequest,
        material_id: PathId,
        materials: Materials,
        links: Links,
        data: JSONBody[ReleaseMaterial] = FROM_NOW,
    ) -> MaterialView:
        """Let students see it, from now or from a moment on."""
        return _taught(await materials.release(request.user, material_id, data.at), links)

    @post("/{material_id:str}/withhold", status_code=200)
    async def withhold(
        self,
        request: HttpRequest,
        material_id: PathId,
        materials: Materials,
        links: Links,
        data: JSONBody[NoFields] = NOTHING,
    ) -> MaterialView:
        """Hide it from students until it is released again."""
        return _taught(await materials.withhold(request.user, material_id), links)

    @get("/{material_id:str}/pages")
    async def pages(
        self, request: HttpRequest, material_id: PathId, links: Links, version: VersionQuery = None
    ) -> MaterialPageList:
        """Its pages, slides or sections: their words and, where they have a look, a link to a picture of it."""
        pages = await links.pages(request.user, material_id, version)
        return MaterialPageList(items=[MaterialPageView.of(page) for page in pages])

    @get("/{material_id:str}/slides")
    async def slides(self, request: HttpRequest, material_id: PathId, links: Links) -> MaterialSlides:
        """Its pages as slides for the board, for its teacher: what `presentation:start` takes."""
        title, slides = await links.slides(request.user, material_id)
        return MaterialSlides(title=title, slides=slides)

    @get("/{material_id:str}/link")
    async def link(
        self, request: HttpRequest, material_id: PathId, links: Links, version: VersionQuery = None
    ) -> FileLink:
        """A link that opens its file for a while, for elements that cannot send your token."""
        minted = await links.link(request.user, material_id, version)
        return FileLink(url=minted.path, until=minted.until)

    @get("/{material_id:str}/file", skip_compression=True)
    async def file(
        self, request: HttpRequest, material_id: PathId, links: Links, files: Files, version: VersionQuery = None
    ) -> Stream:
        """Its file, to be saved."""
        return _answer(request.headers, await links.file(request.user, material_id, version), files, "no-cache")


class FileController(Controller):
    path = "/api/files"
    tags = ["Materials"]

    @get("/{token:str}/{name:str}", public=True, skip_compression=True)
    async def open(
        self, request: Request[Any, Any, Any], token: PathId, name: PathId, links: Links, files: Files
    ) -> Stream:
        """What a link opens. Its name is there for whoever saves it."""
        return _answer(request.headers, await links.opened(token), files, "max-age=600")


def _upload(request: HttpRequest, name: str) -> Upload:
    length = request.headers.get("content-length", "")
    return Upload(request.stream(), name, int(length) if length.isdecimal() and len(length) < 16 else None)


def _taught(material: Material, links: LinkService) -> MaterialView:
    return MaterialView.of(material, links.cover(material), teaches=True)


def _answer(asked: Mapping[str, str], file: FilePart, files: Content, caching: str) -> Stream:
    """The file or the part that is asked for (RFC 9110, 13 and 14); its tag is its CID, which never lies."""
    tag = f'"{file.cid}"'
    headers = {
        "accept-ranges": "bytes",
        "cache-control": f"private, {caching}",
        "content-disposition": f"{'inline' if file.inline else 'attachment'}; {_named(file.name)}",
        "content-security-policy": _SANDBOX,
        "etag": tag,
    }
    if asked.get("if-none-match") == tag:
        return Stream((), status_code=304, headers=headers)
    part = part_of(asked.get("range"), file.size) if asked.get("if-range", tag) == tag else None
    start, end = part or (0, file.size)
    headers["content-length"] = str(end - start)
    if part:
        headers["content-range"] = f"bytes {start}-{end - 1}/{file.size}"
    body = files.read(file.cid, start, end)
    return Stream(body, status_code=206 if part else 200, headers=headers, media_type=file.media_type)


def _named(name: str) -> str:
    """RFC 6266: a name in ASCII, and the name as it is for those who can read it."""
    plain = name.encode("ascii", "replace").decode().replace("?", "_").replace("\\", "_")
    return f"filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
