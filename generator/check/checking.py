"""Check files against the decree: one, or many on all cores."""

from __future__ import annotations

import re
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from generator.check.checks.appendix import check_appendices
from generator.check.checks.body import check_body
from generator.check.checks.capitals import check_capitals
from generator.check.checks.closing import check_closing
from generator.check.checks.dates import check_dates
from generator.check.checks.header import check_header
from generator.check.checks.page import check_page
from generator.check.checks.properties import check_properties
from generator.check.checks.rule_lines import check_rule_lines
from generator.check.elements.find import find_elements
from generator.check.elements.found import Elements
from generator.check.elements.known import surely_known
from generator.check.profile import Profile
from generator.check.verdict import Judge, Verdict
from generator.vietnamese.file_faults import why
from generator.word.package import NotAPackage, read_file
from generator.word.read.document import Document, parse_sound_document

_TAG = re.compile(r"\{%.*%\}|\{\{.*\}\}")
_IS_TEMPLATE = "Tệp là mẫu có biến. Kiểm tra mẫu bằng cchc template check; thể thức thì kiểm tra báo cáo làm từ mẫu."
#: Fewer files than this are done before a second process has started.
WORTH_PROCESSES = 8


def check_file(path: Path, profile: Profile | None = None) -> Verdict:
    """Return the verdict on a .docx; one that cannot be read has `error` in Vietnamese. Never raises for bad files."""
    try:
        return check(read_file(path), str(path), profile)
    except OSError as exc:
        return Verdict(str(path), error=why_unreadable(exc))


def check(document: bytes, name: str = "", profile: Profile | None = None) -> Verdict:
    """Return the verdict on a .docx, whoever wrote it, by Phụ lục I to III of Nghị định 30/2020/NĐ-CP.

    `name` is only what the verdict calls the file; `profile` narrows the decree by an office's own rules. `outcomes`
    has "pass", "fail" or "not_evaluated" by the id of each rule that applies, `findings` each failure with its clause,
    its place and what was found there. Lengths are millimetres, sizes and spacing points, as each rule's `unit` says.
    Never raises for bad bytes: what cannot be read, has no words or is a template has `error`, in Vietnamese.
    """
    try:
        read = parse_sound_document(document)
    except NotAPackage as exc:
        return Verdict(name, error=str(exc))
    if not any(paragraph.text.strip() for paragraph in read.paragraphs()):
        return Verdict(name, error="Tệp không có chữ nào để kiểm tra; ảnh chụp văn bản thì không đọc được.")
    if any("{" in paragraph.text and _TAG.search(paragraph.text) for paragraph in read.paragraphs()):
        return Verdict(name, error=_IS_TEMPLATE)
    return check_document(read, name, profile)


def why_unreadable(error: OSError) -> str:
    """Return in Vietnamese why a file could not be opened."""
    if isinstance(error, FileNotFoundError):
        return "Không tìm thấy tệp."
    if isinstance(error, IsADirectoryError):
        return "Đây là thư mục. Hãy ghi tên tệp .docx trong thư mục này."
    if isinstance(error, PermissionError):
        return "Không mở được tệp: tệp đang mở ở nơi khác hoặc không được phép đọc."
    return f"Không mở được tệp: {why(error)}."


def check_document(document: Document, name: str, profile: Profile | None = None) -> Verdict:
    """Return the verdict on a document already read."""
    elements = find_elements(document)
    judge = Judge((profile or Profile()).rules, surely_known(elements))
    if elements.kind == "van-ban-dang":
        for rule_id in judge.rules:
            judge.cannot_tell(rule_id, "văn bản của Đảng không theo Nghị định 30/2020/NĐ-CP")
        return judge.verdict(name, elements.kind)
    check_page(document, elements, judge)
    check_properties(elements, judge)
    check_header(elements, judge)
    check_dates(document, elements, judge)
    check_rule_lines(document, elements, judge)
    check_body(document, elements, judge)
    check_closing(elements, judge)
    check_appendices(elements, judge)
    check_capitals(elements, judge)
    _tell_unclear(elements, judge)
    return judge.verdict(name, elements.kind)


def _tell_unclear(elements: Elements, judge: Judge) -> None:
    for rule in judge.rules.values():
        for element in rule.elements:
            if element in elements.unclear and rule.id not in judge.outcomes:
                judge.cannot_tell(rule.id, elements.unclear[element])


def check_many(paths: Sequence[Path], jobs: int = 1, profile: Profile | None = None) -> list[Verdict]:
    """Return a verdict a file, in the order given; `jobs` processes share the work when there is enough of it."""
    if jobs < 2 or len(paths) < WORTH_PROCESSES:
        return [check_file(path, profile) for path in paths]
    with ProcessPoolExecutor(jobs) as pool:
        share = max(1, len(paths) // (jobs * 4))
        return list(pool.map(partial(_check_apart, profile=profile), paths, chunksize=share))


def _check_apart(path: Path, profile: Profile | None) -> Verdict:
    return check_file(path, profile).without_mends()
