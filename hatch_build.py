"""Builds the browser client into wheels; an editable install builds it when it is first served."""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def _webbuild(root: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location("webbuild", Path(root, "src/eduverse/app/webbuild.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class CustomBuildHook(BuildHookInterface):  # type: ignore[misc]
    def dependencies(self) -> list[str]:
        """Node for a real build from sources; nothing when the client is there already."""
        webbuild = _webbuild(self.root)
        web = webbuild.source_folder()
        stale = web is not None and not webbuild.is_fresh(web)
        return [webbuild.NODE_REQUIREMENT] if stale and self.target_name == "wheel" else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version != "editable":
            _webbuild(self.root).ensure_built()
