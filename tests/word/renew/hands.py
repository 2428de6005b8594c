"""What people and their programs do to a report: edits by python-docx and lxml, Word's habits, LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Cm
from lxml import etree

from generator.word.package import read_members, with_parts
from tests.word_files import W, part, text_of

SPACE = "{http://www.w3.org/XML/1998/namespace}space"

#: One grey pixel.
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d494844520000000100000001080000000003a7e1f50000000a49444154789c63f80f000101010053a3"
    "5c8b0000000049454e44ae426082"
)

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


def changed(data: bytes, change, name: str = "word/document.xml") -> bytes:
    """Return the file with one part changed by a function of its tree."""
    tree = part(data, name)
    change(tree)
    xml = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return with_parts(read_members(data), {name: xml})


@cache
def _profile() -> tempfile.TemporaryDirectory:
    """A profile of LibreOffice for all files of one test run: starting it anew takes longer than the work."""
    return tempfile.TemporaryDirectory()


def office(kind: str, *files: bytes) -> list[bytes]:
    """Return files as LibreOffice saves them in another kind ("docx", "pdf"), started once for all of them."""
    with tempfile.TemporaryDirectory() as folder:
        sources = [Path(folder, "in", f"bao-cao-{number}.docx") for number in range(len(files))]
        sources[0].parent.mkdir()
        for source, data in zip(sources, files, strict=True):
            source.write_bytes(data)
        command = ["soffice", f"-env:UserInstallation=file://{_profile().name}", "--headless", "--convert-to", kind]
        subprocess.run([*command, "--outdir", folder, *map(str, sources)], capture_output=True, timeout=120, check=True)
        return [Path(folder, f"{source.stem}.{kind}").read_bytes() for source in sources]


@cache
def libreoffice(data: bytes) -> bytes:
    """Return the file as LibreOffice saves it."""
    return office("docx", data)[0]


def word(data: bytes) -> bytes:
    """Return the file with what Word does on its own when saving: revision ids, split runs, proofing, languages."""

    def habits(tree) -> None:
        for number, paragraph in enumerate(tree.iter(f"{W}p")):
            paragraph.set(f"{W}rsidR", f"00A7{number:04X}")
            paragraph.set(f"{W}rsidRDefault", "00C1B2A3")
        for run in list(tree.iter(f"{W}r")):
            _split(run)
        body = tree.find(f"{W}body")
        spot = next(p for p in body.iter(f"{W}p") if text_of(p))
        for tag in ("bookmarkStart", "bookmarkEnd"):
            mark = etree.SubElement(spot, f"{W}{tag}", {f"{W}id": "0"})
            if tag == "bookmarkStart":
                mark.set(f"{W}name", "_GoBack")

    return changed(data, habits)


def _split(run) -> None:
    text = run.find(f"{W}t")
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = etree.Element(f"{W}rPr")
        run.insert(0, properties)
    etree.SubElement(properties, f"{W}lang", {f"{W}val": "vi-VN"})
    if text is None or len(text.text or "") < 6:
        return
    half = len(text.text) // 2
    second = etree.fromstring(etree.tostring(run))
    text.text, second.find(f"{W}t").text = text.text[:half], text.text[half:]
    text.set(SPACE, "preserve")
    second.find(f"{W}t").set(SPACE, "preserve")
    run.addnext(second)
    second.addprevious(etree.Element(f"{W}proofErr", {f"{W}type": "spellStart"}))
    second.addnext(etree.Element(f"{W}proofErr", {f"{W}type": "spellEnd"}))


# -- edits by hand --------------------------------------------------------------------------------
def paragraph_with(tree, text: str):
    return next(p for p in tree.iter(f"{W}p") if text in text_of(p))


def set_text(paragraph, text: str) -> None:
    runs = paragraph.findall(f"{W}r")
    for run in runs[1:]:
        paragraph.remove(run)
    runs[0].find(f"{W}t").text = text


def rewritten(data: bytes, old: str, new: str) -> bytes:
    """Rewrite the first paragraph that contains some words."""
    return changed(data, lambda tree: set_text(paragraph_with(tree, old), new))


def cell_rewritten(data: bytes, row: str, column: int, text: str) -> bytes:
    """Rewrite a cell of the first table row that contains some words."""

    def change(tree) -> None:
        cells = row_with(tree, row).findall(f"{W}tc")
        paragraphs = cells[column].findall(f"{W}p")
        for extra in paragraphs[1:]:
            cells[column].remove(extra)
        if paragraphs[0].find(f"{W}r") is None:
            etree.SubElement(etree.SubElement(paragraphs[0], f"{W}r"), f"{W}t")
        set_text(paragraphs[0], text)

    return changed(data, change)


def row_with(tree, text: str):
    return next(r for r in tree.iter(f"{W}tr") if text in text_of(r))


def control(tree, name: str):
    return next(t for t in tree.iter(f"{W}tag") if t.get(f"{W}val") == f"cchc:{name}").getparent().getparent()


def control_deleted(data: bytes, name: str) -> bytes:
    def change(tree) -> None:
        found = control(tree, name)
        found.getparent().remove(found)

    return changed(data, change)


@cache
def all_sorts_of_edits(data: bytes) -> bytes:
    """Rewritten paragraphs, a photo, a changed margin, a comment and a tracked change, all outside regions."""
    document = Document(BytesIO(data))
    spots = [p for p in document.paragraphs if p.text.startswith(("Trên đây là báo cáo", "Thực hiện Kế hoạch"))]
    opening, closing = spots[0], spots[-1]
    opening.runs[0].text = "Đoạn mở đầu do cán bộ viết lại."
    closing.insert_paragraph_before().add_run().add_picture(BytesIO(PICTURE), width=Cm(8))
    document.add_comment(closing.runs[0], text="Kiểm tra lại câu này", author="Trần Thị B", initials="B")
    document.sections[0].top_margin = Cm(2.3)
    heading = next(p for p in document.paragraphs if p.text.startswith("2. Thực hiện Kế hoạch"))
    inserted = etree.SubElement(
        heading._p, f"{W}ins", {f"{W}id": "900", f"{W}author": "Nguyễn Văn A", f"{W}date": "2023-06-13T08:00:00Z"}
    )
    etree.SubElement(etree.SubElement(inserted, f"{W}r"), f"{W}t").text = " năm 2023"
    out = BytesIO()
    document.save(out)
    return out.getvalue()
