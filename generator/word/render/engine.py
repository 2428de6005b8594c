"""Rendering: docxtpl's own template syntax, patched and compiled once, then only text is rendered.

`render(load_template(data), context)` gives what docxtpl would give for the same template, context and Jinja
environment (a test compares the two canonically), and then what a template cannot express: rule lines as long as the
text above them asks for, doubtful values highlighted, and each table's last row kept with the "./." below it.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any

from jinja2 import Template, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from generator import limits
from generator.word import xml as xml_door
from generator.word.package import Member, NotAPackage, read_members, with_parts
from generator.word.read.parts import parse_part
from generator.word.read.properties import W
from generator.word.render.borrowed import patched
from generator.word.render.bounds import COUNTED, NotAllowed, TooMuch, bounded, rendered
from generator.word.render.finishing import finish, last_id
from generator.word.render.rule_lines import RuleLines
from generator.word.render.sandbox import TemplateFault, make_environment
from generator.word.render.soundness import always_sound

_BODY = "word/document.xml"
_CORE = "docProps/core.xml"
_RENDERED = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml|docProps/core\.xml")
_ENVIRONMENT = make_environment()


@dataclass(frozen=True)
class CompiledTemplate:
    """A template ready to render many times. Holds no state of any document."""

    members: Mapping[str, Member]
    parts: Mapping[str, tuple[str, Template]]
    names: frozenset[str]
    rule_lines: RuleLines
    digest: str
    #: Parts that are well-formed whatever they are filled with, each with its highest id.
    always_sound: Mapping[str, int]


def load_template(data: bytes) -> CompiledTemplate:
    """Return the compiled template; the last few are remembered. Raises NotAPackage, TemplateFault."""
    return _load(sha256(data).hexdigest(), data)


@lru_cache(maxsize=8)
def _load(digest: str, data: bytes) -> CompiledTemplate:
    members = read_members(data)
    if _BODY not in members:
        raise NotAPackage("Tệp mẫu không phải văn bản Word (.docx).")
    if any(member.size > limits.TEMPLATE_PART_BYTES.most for n, member in members.items() if _RENDERED.fullmatch(n)):
        raise TemplateFault(limits.TEMPLATE_PART_BYTES.told())
    rule_lines = RuleLines()
    parts: dict[str, tuple[str, Template]] = {}
    names: set[str] = set()
    sound: dict[str, int] = {}
    trees = {name: parse_part(member) for name, member in members.items() if name.endswith((".xml", ".rels"))}
    for name, tree in trees.items():
        if not _RENDERED.fullmatch(name):
            continue
        _refuse_open_tags(tree)
        if name == _BODY:
            rule_lines = RuleLines.found_in(tree, members)
        source = _patched(tree)
        if "{{" not in source and "{%" not in source:
            continue
        try:
            parsed = _ENVIRONMENT.parse(source)
            is_sound = always_sound(parsed)
            # Bounded before Jinja looks at it again: it reckons what is constant, however large.
            compiled, asked_for = _ENVIRONMENT.compiled(bounded(parsed))
            names |= asked_for - {COUNTED}
            if is_sound:
                sound[name] = last_id(source)
            parts[name] = source, compiled
        except (TemplateSyntaxError, RecursionError, SyntaxError, ValueError) as exc:
            raise TemplateFault(_syntax_message(source, exc)) from exc
    if not names:
        raise TemplateFault(
            "Tệp mẫu không có thẻ {{ … }} nào: có lẽ là một văn bản đã làm xong. Đổi tên hoặc chuyển đi."
        )
    return CompiledTemplate(members, parts, frozenset(names), rule_lines, digest, sound)


_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")


def open_tag(text: str) -> str:
    """Return what is wrong with the tags of a paragraph's text, "" when each one closes where it opens."""
    rest = _TAG.sub("", text)
    if opened := re.search(r"\{\{|\{%|\{#", rest):
        return f"Thẻ mở bằng {opened[0]} nhưng chưa đóng trong cùng đoạn."
    if closed := re.search(r"\}\}|%\}|#\}", rest):
        return f"Có {closed[0]} mà không có thẻ mở trước nó trong cùng đoạn."
    return ""


def _refuse_open_tags(tree: Any) -> None:
    """A tag left open would swallow the paragraphs up to the next one without a word."""
    for paragraph in tree.iter(f"{W}p"):
        text = "".join(t.text or "" for t in paragraph.iter(f"{W}t"))
        if ("{" in text or "}" in text) and (message := open_tag(text)):
            raise TemplateFault(f"{message} Đoạn: “{text.strip()[:100]}”.")


def _patched(tree: Any) -> str:
    """The part's XML as Jinja source: docxtpl's own patching, a line a paragraph for messages."""
    source = patched(xml_door.to_text(tree))
    # docxtpl's way to write literal braces; done here, so that the same characters in data stay as typed.
    for written, meant in (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}")):
        source = source.replace(written, '{{ "' + meant + '" }}')
    return source


def render(template: CompiledTemplate, context: Mapping[str, Any], parts: Mapping[str, bytes] | None = None) -> bytes:
    """Return the document as .docx bytes; `parts` are added or replaced as given.

    Equal inputs give equal bytes. Raises TemplateFault for a variable the context lacks.
    """
    return with_parts(template.members, {**render_parts(template, context), **(parts or {})})


def render_parts(template: CompiledTemplate, context: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the parts that the template fills in, by name. Raises TemplateFault."""
    unknown = template.names - context.keys()
    if unknown:
        raise TemplateFault(_unknown_message(template, sorted(unknown)[0], context))
    parts = {name: render_part(template, name, context).encode("utf-8") for name in template.parts}
    for name, content in parts.items():
        if name not in template.always_sound and not xml_door.is_sound(content):
            raise TemplateFault(f"Mẫu làm hỏng phần “{name}” của văn bản: có thẻ đặt sai chỗ. {_ONLY}")
    return parts


def render_part(template: CompiledTemplate, name: str, context: Mapping[str, Any]) -> str:
    """Return one part's XML, finished; `part_as_docxtpl` is the same before the finishing touches."""
    made = part_as_docxtpl(template, name, context)
    return finish(made, template.rule_lines, template.always_sound.get(name))


def part_as_docxtpl(template: CompiledTemplate, name: str, context: Mapping[str, Any]) -> str:
    """Return one part's XML as docxtpl would render it."""
    source, compiled = template.parts[name]
    try:
        return _resolve_breaks(rendered(compiled, context))
    except TemplateFault:
        raise
    except UndefinedError as exc:
        raise TemplateFault(_undefined_message(source, exc)) from exc
    except SecurityError as exc:
        why = f": {exc}" if isinstance(exc, TooMuch) else ""
        raise TemplateFault(f"Mẫu có lệnh không được phép{why}{_place_of(exc, source, compiled)}. {_ONLY}") from exc
    except (TemplateError, TypeError, ValueError, KeyError, ArithmeticError, RecursionError) as exc:
        where = _place_of(exc, source, compiled)
        raise TemplateFault(f"Mẫu có phép tính không làm được{where}. {_ONLY}") from exc


_NO_BREAKS = {ord("\a"): " ", ord("\f"): " "}


def _resolve_breaks(xml: str) -> str:
    """Turn tabs and breaks in values into Word's, by docxtpl's own rules, only in the paragraphs that have any.

    Elsewhere, as in the document's title among its properties, a break is a blank.
    """
    present = [c for c in "\n\t\a\f" if c in xml]
    out: list[str] = []
    position = 0
    # Looked for one by one: the search for a single character is twenty times as fast as a pattern's.
    while (found := min((at for c in present if (at := xml.find(c, position)) >= 0), default=-1)) >= 0:
        start, end = paragraph_around(xml, found)
        piece = xml[start:end]
        out += (xml[position:start], piece.translate(_NO_BREAKS) if start == found else _with_breaks(piece))
        position = end
    return "".join((*out, xml[position:])) if out else xml


def _with_breaks(paragraph: str) -> str:
    """One paragraph as docxtpl's `resolve_listing` makes it: the same outcome in a tenth of its time."""
    own = _element(paragraph, "<w:pPr>", "</w:pPr>")
    out: list[str] = []
    position = 0
    while (closing := paragraph.find("</w:t>", position)) >= 0:
        # Text has no "<" of its own: the last one before its end opens it.
        opening, end = paragraph.rfind("<", position, closing), closing + len("</w:t>")
        run = max(paragraph.rfind("<w:r>", 0, opening), paragraph.rfind("<w:r ", 0, opening))
        of_run = _element(paragraph[run:opening], "<w:rPr>", "</w:rPr>")
        out += (paragraph[position:opening], _broken(paragraph[opening:end], own, of_run))
        position = end
    return "".join((*out, paragraph[position:]))


def _element(xml: str, opening: str, closing: str) -> str:
    """The first element of a kind, "" for none."""
    start = xml.find(opening)
    end = xml.find(closing, start)
    return xml[start : end + len(closing)] if 0 <= start < end else ""


def _broken(text: str, of_paragraph: str, of_run: str) -> str:
    again = f'<w:r>{of_run}<w:t xml:space="preserve">'
    if "\a" in text:
        text = text.replace("\a", f"</w:t></w:r></w:p><w:p>{of_paragraph}{again}")
    if "\t" in text:
        text = text.replace("\t", f"</w:t></w:r><w:r>{of_run}<w:tab/></w:r>{again}")
    if "\f" in text:
        page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        text = text.replace("\f", f"</w:t></w:r></w:p>{page}<w:p>{of_paragraph}{again}")
    return text.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')


def paragraph_around(xml: str, position: int) -> tuple[int, int]:
    """Return the start and end of the paragraph that encloses `position`; just that place when none does."""
    start = xml.rfind("<w:p", 0, position)
    while start >= 0 and xml[start + 4] not in " >":
        start = xml.rfind("<w:p", 0, start)
    end = xml.find("</w:p>", position)
    if start < 0 or end < 0 or xml.find("</w:p>", start, position) >= 0:
        return position, position + 1
    return start, end + len("</w:p>")


# -- messages --------------------------------------------------------------------------------------


def _paragraph_text(source: str, position: int) -> str:
    start, end = paragraph_around(source, position)
    text = re.sub(r"<[^>]+>", "", source[start:end] or source[max(0, position - 60) : position + 60])
    return re.sub(r"\s+", " ", text).strip()[:120]


def _unknown_message(template: CompiledTemplate, name: str, context: Mapping[str, Any]) -> str:
    where = ""
    for source, _ in template.parts.values():
        if found := re.search(rf"\{{[{{%][^}}]*\b{re.escape(name)}\b", source):
            where = f" ở đoạn “{_paragraph_text(source, found.end())}”"
            break
    return unknown_variable(name, context, where)


def unknown_variable(name: str, context: Mapping[str, Any], where: str = "") -> str:
    """Return the message on a variable that the program does not have, with the nearest one it has."""
    close = difflib.get_close_matches(name, context.keys(), n=1)
    hint = f" Có phải là “{close[0]}”?" if close else " Xem danh sách biến trong templates/README.vi.md."
    return f"Mẫu dùng biến “{name}”{where} nhưng chương trình không có biến này.{hint}"


def _undefined_message(source: str, exc: UndefinedError) -> str:
    message = exc.message or ""
    found = re.search(r"(?:attribute |^)'(\w+)'", message)
    name = found[1] if found else message
    place = re.search(rf"\.{re.escape(name)}\b", source)
    where = f" ở đoạn “{_paragraph_text(source, place.start())}”" if place else ""
    return f"Mẫu dùng “{name}”{where} nhưng không có giá trị này. Xem danh sách biến trong templates/README.vi.md."


_ONLY = "Chỉ dùng các biến và lệnh trong templates/README.vi.md."


def _place_of(fault: Exception, source: str, compiled: Template) -> str:
    """Say near which paragraph something went wrong while a template was filled in."""
    line, step = 0, fault.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == "<template>":
            line = compiled.get_corresponding_lineno(step.tb_lineno)
        step = step.tb_next
    excerpt = _line_of(source, line)
    return f" ở gần đoạn “{excerpt}”" if line and excerpt else ""


def _line_of(source: str, number: int) -> str:
    """A line's text, "" for line 0."""
    text = re.sub(r"<[^>]+>", " ", "\n".join(source.splitlines()[number - 1 : number] if number else ()))
    return re.sub(r"\s+", " ", text).strip()[:120]


def _syntax_message(source: str, exc: Exception) -> str:
    if isinstance(exc, RecursionError | SyntaxError):
        return f"Mẫu có lệnh lồng nhau quá sâu. {_ONLY}"
    if not isinstance(exc, TemplateSyntaxError):  # Python itself refuses to read so long a number
        return f"Mẫu có lệnh không được phép: {limits.TEMPLATE_NUMBER.told()}. {_ONLY}"
    excerpt = _line_of(source, exc.lineno)
    if isinstance(exc, NotAllowed):
        near = f", ở gần đoạn “{excerpt}”" if excerpt else ""
        return f"Mẫu có lệnh không được phép: {exc.message}{near}. {_ONLY}"
    where = f" Gần đoạn “{excerpt}”." if excerpt and "end" not in (exc.message or "") else ""
    return f"Mẫu có thẻ viết sai, hoặc lệnh for, if chưa đóng.{where} Chạy “cchc template check” để biết chỗ."
