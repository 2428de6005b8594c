"""What is wrong with a template, and where: for whoever edits templates in Word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.word import xml
from generator.word.package import read_members
from generator.word.read.parts import parse_part
from generator.word.read.properties import W
from generator.word.render import engine
from generator.word.render.sandbox import TemplateFault

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_STATEMENT = re.compile(r"\{%-?\s*(?:p|tr|tc|r)?\s*(\w+)")
_OPENERS = {"for": "endfor", "if": "endif"}
_CURLY = re.compile("[“”‘’]")


@dataclass(frozen=True, slots=True)
class TemplateFinding:
    """A fault in a template. `paragraph` counts from 1 in the part; `quote` is its text."""

    part: str
    paragraph: int
    quote: str
    message: str

    def __str__(self) -> str:
        place = f"{self.part}, đoạn {self.paragraph}" if self.paragraph else self.part
        return f"{place}: {self.message}" + (f" Đoạn: “{self.quote}”." if self.quote else "")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    part: str
    number: int
    text: str
    formats: tuple[str, ...]
    """The formatting of each character's run."""

    def finding(self, message: str) -> TemplateFinding:
        return TemplateFinding(self.part, self.number, self.text.strip()[:100], message)


_PARTS = {"document": "Thân văn bản", "header": "Đầu trang", "footer": "Chân trang"}


def check_template(data: bytes, example: Mapping[str, Any]) -> list[TemplateFinding]:
    """Return every fault found. `example` is a context with all variables and at least one item in each list.

    Raises NotAPackage.
    """
    paragraphs = list(_paragraphs(data))
    if not any(mark in p.text for p in paragraphs for mark in ("{{", "{%", "}}", "%}")):
        message = "Tệp không có thẻ {{ … }} nào nên không phải mẫu: báo cáo đã làm xong, hoặc tệp khác."
        return [TemplateFinding("Mẫu", 0, "", message)]
    findings = [f for p in paragraphs for f in _tag_findings(p)]
    findings += _balance_findings(paragraphs)
    if findings:
        return findings
    try:
        template = engine.load_template(data)
        for name in sorted(template.names - example.keys()):
            findings.append(_unknown(name, paragraphs, example))
        if not findings:
            engine.render(template, example)
    except TemplateFault as fault:
        findings.append(TemplateFinding("Mẫu", 0, "", str(fault)))
    return findings


def _paragraphs(data: bytes) -> Iterator[_Paragraph]:
    for name, member in read_members(data).items():
        kind = re.fullmatch(r"word/(document|header|footer)\d*\.xml", name)
        if not kind:
            continue
        tree = parse_part(member)
        for number, paragraph in enumerate(tree.iter(f"{W}p"), start=1):
            text: list[str] = []
            formats: list[str] = []
            for run in paragraph.iter(f"{W}r"):
                properties = run.find(f"{W}rPr")
                look = "" if properties is None else _look(properties)
                for piece in run.iter(f"{W}t"):
                    text.append(piece.text or "")
                    formats += [look] * len(piece.text or "")
            yield _Paragraph(_PARTS[kind[1]], number, "".join(text), tuple(formats))


def _look(properties: Any) -> str:
    """The visible formatting; languages and proofing marks, which Word adds on its own, are no formatting."""
    shown = [c for c in properties if xml.local_name(c) not in ("lang", "noProof", "rtl")]
    return "".join(f"{c.tag}{sorted(c.items())}" for c in shown)


def _tag_findings(paragraph: _Paragraph) -> Iterator[TemplateFinding]:
    for tag in _TAG.finditer(paragraph.text):
        if _CURLY.search(tag[0]):
            yield paragraph.finding(f"Thẻ {tag[0]} có ngoặc kép cong; gõ lại bằng ngoặc thẳng ' hoặc \".")
        if len(set(paragraph.formats[tag.start() : tag.end()])) > 1:
            yield paragraph.finding(
                f"Thẻ {tag[0]} bị cắt bởi định dạng; chọn cả thẻ rồi đặt một định dạng, hoặc xóa đi gõ lại."
            )
    if message := engine.open_tag(paragraph.text):
        yield paragraph.finding(message)


def _balance_findings(paragraphs: list[_Paragraph]) -> Iterator[TemplateFinding]:
    """Loops and conditions must close, innermost first, within one part."""
    stack: list[tuple[str, _Paragraph]] = []
    part = ""
    for paragraph in paragraphs:
        if paragraph.part != part:
            yield from _unclosed(stack)
            stack, part = [], paragraph.part
        for tag in _TAG.finditer(paragraph.text):
            statement = _STATEMENT.match(tag[0])
            word = statement[1] if statement else ""
            if word in _OPENERS:
                stack.append((word, paragraph))
            elif word in _OPENERS.values():
                if stack and _OPENERS[stack[-1][0]] == word:
                    stack.pop()
                else:
                    yield paragraph.finding(f"Có {word} mà không có {word[3:]} tương ứng trước nó.")
    yield from _unclosed(stack)


def _unclosed(stack: list[tuple[str, _Paragraph]]) -> Iterator[TemplateFinding]:
    for word, paragraph in stack:
        yield paragraph.finding(f"Lệnh {word} chưa đóng bằng {_OPENERS[word]}.")


def _unknown(name: str, paragraphs: list[_Paragraph], example: Mapping[str, Any]) -> TemplateFinding:
    place = next((p for p in paragraphs if any(re.search(rf"\b{name}\b", t) for t in _TAG.findall(p.text))), None)
    message = engine.unknown_variable(name, example)
    return place.finding(message) if place else TemplateFinding("Mẫu", 0, "", message)
