"""Which template and phrases each workbook uses: those beside it, else those of the batch's folder, else our own."""

from __future__ import annotations

from pathlib import Path

from generator.batch.ledger import BatchRequest
from generator.batch.workbooks import Found, told
from generator.batch.worker import Item
from generator.kinds import kind_of
from generator.making import PHRASES, digest_of, find_template
from generator.word.package import read_file


class Sources:
    """Templates and phrase files by digest, read once each. Raises OSError."""

    def __init__(self, request: BatchRequest) -> None:
        self.templates: dict[str, bytes] = {}
        self.phrases: dict[str, bytes] = {}
        self._folder = request.folder
        self._template_name = kind_of(request.kind).template
        self._digests: dict[Path, str] = {}

    def item(self, found: Found) -> Item:
        workbook = found.path
        return Item(
            self._place(workbook),
            workbook,
            self._digest(self._nearest(self._template_name, workbook), self.templates),
            self._digest(self._nearest(PHRASES, workbook), self.phrases),
            found.is_copy,
            self._place(found.original) if found.original else "",
        )

    def _place(self, workbook: Path) -> str:
        return told(workbook.relative_to(self._folder))

    def _nearest(self, name: str, workbook: Path) -> Path:
        beside = workbook.parent / name
        return beside if beside.is_file() else find_template(name, self._folder)

    def _digest(self, path: Path, contents: dict[str, bytes]) -> str:
        if path not in self._digests:
            content = read_file(path)
            self._digests[path] = digest_of(content)
            contents[self._digests[path]] = content
        return self._digests[path]
