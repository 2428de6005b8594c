"""The parts of a package: found through relationships, parsed when asked for, Strict OOXML as Word usually writes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from generator.word import xml
from generator.word.package import Member, NotAPackage

_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_NAME = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
_CONFORMANCE = re.compile(rb'\s(?:\w+:)?conformance="strict"')


def transitional(members: Mapping[str, Member]) -> Mapping[str, Member]:
    """Return the members with the names of Strict OOXML turned into the usual ones, in every part alike."""
    top = members.get("_rels/.rels")
    if top is None or _STRICT not in top.content:
        return members
    return {name: _usual(m) if name.endswith((".xml", ".rels")) else m for name, m in members.items()}


def _usual(member: Member) -> Member:
    renamed = _STRICT_NAME.sub(rb"http://schemas.openxmlformats.org/\1/2006/\2", member.content)
    return Member.packed(member.name, _CONFORMANCE.sub(b"", renamed))


def parse_part(member: Member) -> xml.Element:
    """Return the root of a part. Raises NotAPackage."""
    try:
        return xml.parse(member.content)
    except xml.TooLarge as exc:
        raise NotAPackage(str(exc)) from exc
    except xml.NotXml as exc:
        if str(exc) == "DTD":
            raise NotAPackage("Tệp chứa khai báo bất thường (DTD, thực thể ngoài), không mở vì lý do an toàn.") from exc
        raise NotAPackage("Tệp bị hỏng: nội dung không đọc được. Hãy mở bằng Word hoặc Excel và lưu lại.") from exc


class Parts:
    """The parts of a package, parsed once each."""

    def __init__(self, members: Mapping[str, Member]) -> None:
        self.members = transitional(members)
        self.trees: dict[str, xml.Element] = {}

    def tree(self, name: str) -> xml.Element | None:
        """Return the root of a part; None when there is no such part. Raises NotAPackage."""
        if name not in self.trees and name in self.members:
            self.trees[name] = parse_part(self.members[name])
        return self.trees.get(name)

    def relationships(self, source: str) -> list[tuple[str, str, str]]:
        """Return (id, kind, target part) of what `source` is related to; "" is the package itself."""
        folder, name = posixpath.split(source)
        root = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = []
        for relation in root if root is not None else ():
            target = relation.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found.append((relation.get("Id", ""), relation.get("Type", "").rsplit("/", 1)[-1], path))
        return found

    def target(self, source: str, kind: str) -> str:
        """Return the part of a kind that `source` is related to, or ""."""
        return next((path for _, found, path in self.relationships(source) if found == kind), "")
