"""Every file from outside comes in by one door: which module may read files, open packages or parse XML, and why."""

import ast
import os

import pytest

from generator import limits
from generator.batch.manifest import Manifest
from generator.book.read.beside import names_beside
from generator.check.profile import ProfileFault, load_profile
from generator.commands.check import CheckOptions, run
from generator.making import read_workbook
from generator.plans.source import open_bytes
from generator.roundup.remembering import Memory
from generator.vietnamese.office_names import OWN_NAMES, UnreadableNames
from generator.word import xml
from generator.word.package import Member, NotAPackage, read_file, write_atomically, write_members
from generator.word.read.document import parse_document
from tests.fuzz.files import document, workbook
from tests.test_layers import trees

#: Who calls what, besides the door itself.
READS = {"read_bytes", "read_text"}
MAY_READ = {
    "word.package": "the door for files and packages",
    "making": "templates and phrases that ship",
    "commands.since": "a template that ships",
    "plans.spelling": "a table that ships",
    "plans.columns": "a table that ships",
    "vietnamese.office_names": "a table that ships",
    "roundup.making": "a template that ships",
    "book.write.statistics_forms": "tables that ship",
    "batch.maker": "the program itself",
    "pdf": "what LibreOffice wrote",
    "page.build": "the program itself, into the page",
}
MAY_OPEN_PACKAGES = {"word.package", "page.build"}
MAY_PARSE = {
    "word.xml": "the door",
    "word.xml_expat": "the door without lxml",
    "book.read.raw_sheet": "sheets, one pass over many cells; refuses document types itself",
    "word.region_text": "a region's own XML between two tags, where no document type can stand",
    "word.render.soundness": "a template's parts, which the door has taken in; a sketch of them, of no document",
    "word.renew.xml_spans": "places in bytes, which no tree tells; refuses document types itself",
}


def calls(*names: str) -> set[str]:
    return {
        module
        for module, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in names
    }


def test_files_come_in_by_one_door():
    assert calls(*READS) <= MAY_READ.keys()


def test_packages_are_opened_and_xml_is_parsed_by_the_doors_alone():
    assert calls("ZipFile") <= MAY_OPEN_PACKAGES
    assert calls("ParserCreate") <= MAY_PARSE.keys()
    assert calls("fromstring", "XMLParser", "iterparse") <= {"word.xml_lxml", "word.xml_expat"}


def spoilt(data: bytes, part: str, content: bytes) -> bytes:
    from generator.word.package import read_members, with_parts

    return with_parts(read_members(data), {part: content})


DTD = b'<!DOCTYPE a [<!ENTITY b "x">]><a>&b;</a>'


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet2.xml", "xl/_rels/workbook.xml.rels"])
def test_a_document_type_in_a_workbook_is_refused(part):
    source = read_workbook(spoilt(workbook(), part, DTD))
    assert source.data is None or "damaged" in {problem.code for problem in source.problems}


def test_a_document_type_in_a_word_file_is_refused():
    for part in ("word/document.xml", "word/styles.xml"):
        with pytest.raises(NotAPackage):
            parse_document(spoilt(document(), part, DTD))
    with pytest.raises(xml.NotXml):
        xml.parse(DTD)


def test_what_unpacks_to_more_than_any_report_is_refused():
    bomb = Member("word/document.xml", 8, 0, limits.UNPACKED_BYTES.most + 1, b"\x03\x00")
    liar = Member.packed("word/document.xml", b" " * 5_000_000)
    for member in (bomb, Member(liar.name, liar.method, liar.crc, 100, liar.data)):
        data = write_members([member])
        with pytest.raises(NotAPackage):
            parse_document(data)
        with pytest.raises(Exception, match="Tệp"):
            open_bytes(data)
        assert read_workbook(data).data is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_a_pipe_is_not_waited_for_and_a_huge_file_is_not_read(tmp_path, capsys):
    pipe, huge = tmp_path / "a.docx", tmp_path / "b.docx"
    os.mkfifo(pipe)
    with huge.open("wb") as file:
        file.truncate(limits.FILE_BYTES.most + 1)
    huge.with_name(OWN_NAMES).hardlink_to(huge)
    with pytest.raises(UnreadableNames, match=limits.FILE_BYTES.shown):
        names_beside(tmp_path)
    for path in (pipe, huge):
        with pytest.raises(OSError, match="tệp"):
            read_file(path)
        assert run(CheckOptions((path,))) == 2
    assert "Không mở được tệp" in capsys.readouterr().err
    with pytest.raises(OSError, match="không phải tệp thường"):
        write_atomically(pipe, b"x")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_a_pipe_where_the_program_looks_for_its_own_files_is_not_waited_for(tmp_path):
    for name in ("cchc-batch.json", "cchc-tong-hop.json", "quy-dinh.toml"):
        os.mkfifo(tmp_path / name)
    assert Manifest.load(tmp_path).summary_digest == ""
    assert Memory.load(tmp_path, "").files == {}
    with pytest.raises(ProfileFault):
        load_profile(tmp_path / "quy-dinh.toml")
