"""A style that is based on itself, or on one based on it, holds nobody up: each walk along styles ends."""

import re
from pathlib import Path

import pytest

from generator.check.checking import check_document
from generator.word.package import read_members, with_parts
from generator.word.read.document import parse_document
from generator.word.render.engine import load_template
from generator.word.render.template_check import check_template
from generator.word.renew.fragment import Styles
from generator.word.renew.judging import Choices
from generator.word.renew.renewing import SavedReport, renew
from tests.word.renew.reports import first, second

STYLES = "word/styles.xml"
TEMPLATES = sorted((Path(__file__).parents[2] / "templates").glob("*.docx"))


def circling(data: bytes) -> bytes:
    """The file with every paragraph style based on the next, and the last on the first."""
    content = read_members(data)[STYLES].content.decode()
    styles = re.findall(r'<w:style\b[^>]*w:type="paragraph".*?</w:style>', content, re.DOTALL)
    ids = [re.search(r'w:styleId="([^"]*)"', style)[1] for style in styles]
    for style, base in zip(styles, [*ids[1:], ids[0]], strict=True):
        free = re.sub(r"<w:basedOn\b[^>]*/>", "", style)
        content = content.replace(
            style, re.sub(r"(<w:name\b[^>]*/>)", rf'\1<w:basedOn w:val="{base}"/>', free, count=1)
        )
    return with_parts(read_members(data), {STYLES: content.encode()})


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.name)
def test_a_template_is_loaded_and_checked(path: Path) -> None:
    assert load_template(circling(path.read_bytes())).names
    assert check_template(circling(path.read_bytes()), {})


def test_a_report_is_renewed_and_checked() -> None:
    assert not renew(SavedReport.opened(circling(first())), circling(second()), Choices()).is_stopped
    assert check_document(parse_document(circling(first())), "bao-cao.docx")


def test_styles_that_circle_are_brought_along_once() -> None:
    new = read_members(circling(first()))[STYLES].content
    own = re.sub(rb"<w:style\b.*</w:style>", b"", new, flags=re.DOTALL)
    styles = Styles(own, new)
    ids = re.findall(rb'w:type="paragraph"[^>]*w:styleId="([^"]*)"', new)
    for style in ids:
        styles.own_id(style.decode())
    assert styles.content.count(b"<w:basedOn") == len(ids)
