"""Rendering: the same document as docxtpl makes, faster; and nothing of the data lost or run as code."""

import io
import re
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docxtpl import DocxTemplate
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from generator.book.read.workbook import read_workbook
from generator.book.sheets import PARTS
from generator.domain.period import ReportingPeriod
from generator.domain.report_kind import ReportKind
from generator.kinds import kind_of
from generator.making import default_as_of, find_template, load_phrases
from generator.reporting.context import report_context
from generator.reporting.example import example_context
from generator.reporting.figures import report_figures
from generator.word.package import read_members
from generator.word.render import engine
from generator.word.render.engine import load_template, part_as_docxtpl, render
from generator.word.render.finishing import finish
from generator.word.render.rule_lines import fit_rule_lines
from generator.word.render.sandbox import TemplateFault, make_environment

BODY = "word/document.xml"


def small_template(*paragraphs: str) -> bytes:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def body_text(data: bytes) -> list[str]:
    tree = etree.fromstring(read_members(data)[BODY].content)
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    lines = []
    for paragraph in tree.iter(f"{w}p"):
        pieces = []
        for element in paragraph.iter(f"{w}t", f"{w}tab"):
            pieces.append("\t" if element.tag == f"{w}tab" else element.text or "")
        lines.append("".join(pieces))
    return lines


def canonical(xml: bytes | str) -> bytes:
    if isinstance(xml, str):
        xml = xml.encode()
    return etree.tostring(etree.fromstring(xml), method="c14n", exclusive=True)


def shipped(kind: ReportKind):
    data = find_template(f"{kind.id}.docx").read_bytes()
    return data, example_context(kind, load_phrases(find_template("cau-chu.toml")), PARTS)


SHIPPED_YEARS = {
    "phuoc-hai-2023/phuoc-hai-2023.xlsx": {"thang": "2023-05", "cchc": "2023-H1"},
    "bac-nha-trang-2026/bac-nha-trang-2026.xlsx": {"thang": "2026-05", "cchc": "2026-H1"},
    "cac-phuong-xa-nha-trang-2023/xa-phuoc-dong/so-cchc.xlsx": {"thang": "2023-05", "cchc": "2023-Q2"},
}


def shipped_year(file: str, kind: ReportKind, *, doubtful: bool):
    """Return the context of a sample's report; with doubts everything is a draft and highlighted."""
    year, problems = read_workbook(Path(__file__).parents[2] / "inputs" / file)
    assert year is not None and not problems
    period = ReportingPeriod.parse(SHIPPED_YEARS[file][kind.id])
    figures = report_figures(year, period, kind, default_as_of(year, period, kind, date(2030, 1, 1)))
    doubts = {task.id for task in year.plan.tasks} | {i.code for i in year.indicators} if doubtful else set()
    phrases = load_phrases(find_template("cau-chu.toml"))
    return report_context(figures, phrases, parts=PARTS, doubts=doubts, is_draft=doubtful)


@pytest.mark.parametrize("doubtful", [False, True], ids=["clean", "draft"])
@pytest.mark.parametrize("file", [None, *SHIPPED_YEARS])
@pytest.mark.parametrize("kind", [kind_of("thang"), kind_of("cchc")])
def test_shipped_templates_render_as_docxtpl_renders_them(kind, file, doubtful):
    data, context = shipped(kind)
    if file is not None:
        context = shipped_year(file, kind, doubtful=doubtful)
    _compare_with_docxtpl(data, context)


def test_the_template_of_plans_renders_as_docxtpl_renders_it():
    _compare_with_docxtpl(*shipped(kind_of("ke-hoach")))


def _compare_with_docxtpl(data, context):
    template = load_template(data)
    by_docxtpl = DocxTemplate(io.BytesIO(data))
    # Jinja's own sandbox, not our quicker one.
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, finalize=make_environment().finalize)
    by_docxtpl.render(context, jinja_env=environment, autoescape=True)
    saved = io.BytesIO()
    by_docxtpl.save(saved)
    theirs = read_members(saved.getvalue())
    assert {BODY, "docProps/core.xml"} < template.parts.keys() and any("header" in name for name in template.parts)
    for name in template.parts:
        ours = part_as_docxtpl(template, name, context)
        # docxtpl does not know rule lines: their indents are fitted to the text above on both sides.
        expected = _with_rule_tokens(theirs[name].content, ours)
        assert canonical(ours) == canonical(expected), name
        assert canonical(finish(alike(ours), template.rule_lines)) == canonical(
            finish(alike(expected), template.rule_lines)
        ), name


def alike(xml: str) -> str:
    """The XML as one and the same library writes it: the finishing touches look at the text, not at the tree."""
    return etree.tostring(etree.fromstring(xml.encode()), encoding="unicode")


def _with_rule_tokens(theirs: bytes, ours: str) -> str:
    tokens = iter(re.findall(r'w:left="(cchc-rule-\d+)"', ours))
    return re.sub(
        r'(<w:pStyle w:val="Ke(?:Ngan|Bang)"/><w:ind )w:left="0" w:right="0"',
        lambda m: m[1] + 'w:left="{0}" w:right="{0}"'.format(next(tokens)),
        theirs.decode(),
    )


@pytest.mark.parametrize(
    "asked",
    [
        "{{ 'a' * 10**9 }}",
        "{{ 'a' * 999999999 }}",
        "{{ chu|center(10**9) }}",
        "{{ chu.ljust(999999999) }}",
        "{{ chu.zfill(999999999) }}",
        "{{ chu|indent(999999999) }}",
        "{{ chu|replace('', chu * 9999) }}",
        "{{ '%0999999999d' % 1 }}",
        "{{ '{:999999999}'.format(1) }}",
        "{{ range(99999)|join(chu * 999) }}",
        "{{ range(99999)|join('a' ~ chu) }}" + "{{ range(99999)|join('0123456789ab') }}",
        "{{ lipsum(n=9999) }}",
        "{{ 9**999999999999 }}",
        "{{ 0x" + "f" * 5000 + " }}",
        "{{ " + "9" * 5000 + " }}",
        "{% autoescape false %}{{ chu }}{% endautoescape %}",
        "{% for a in [1] %}" * 30 + "{% endfor %}" * 30,
        "{% set a = 9 %}" + "{% set a = a * a %}" * 40 + "{{ a }}",
        "{% set a = chu %}" + "{% set a = a ~ a %}" * 40 + "{{ a }}",
        "{% set a = chu %}" + "{% set a = a + a %}" * 40 + "{{ a }}",
        "{% set a = [] %}" + "{% set a = [a, a] %}" * 40 + "{{ a }}",
        "{% set a %}" + "{% for x in range(99999) %}dài{% endfor %}" * 2 + "{% endset %}{{ a }}",
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{% for a in range(99999) %}{{ chu }}" + "dài " * 500 + "{% endfor %}",
        "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    ],
)
def test_a_template_that_asks_for_too_much_is_refused_at_its_paragraph(asked):
    with pytest.raises(TemplateFault) as fault:
        render(load_template(small_template("{{ chu }}", f"Ở đây {asked}")), {"chu": "chữ"})
    assert "Mẫu" in str(fault.value)


def test_a_tag_that_breaks_the_document_is_told_instead_of_written():
    document = Document()
    document.add_paragraph("{% if khong %}")
    document.add_table(1, 1).cell(0, 0).text = "{% endif %}"
    out = io.BytesIO()
    document.save(out)
    with pytest.raises(TemplateFault, match="đặt sai chỗ"):
        render(load_template(out.getvalue()), {"khong": ""})


def test_the_same_inputs_give_the_same_bytes():
    data, context = shipped(kind_of("cchc"))
    assert render(load_template(data), context) == render(load_template(data), context)


def test_unchanged_members_are_copied_as_they_lie():
    data, context = shipped(kind_of("thang"))
    before, after = read_members(data), read_members(render(load_template(data), context))
    assert before["word/styles.xml"].data == after["word/styles.xml"].data


def test_no_word_object_has_the_id_of_another():
    data, context = shipped(kind_of("cchc"))
    xml = read_members(render(load_template(data), context))[BODY].content.decode()
    for pattern in (r'<w:bookmarkStart w:id="(\d+)"', r'<w:id w:val="(\d+)"/>', r'w:name="(_cchc_[^"]+)"'):
        found = re.findall(pattern, xml)
        assert found and len(found) == len(set(found))


def test_every_cell_ends_with_a_paragraph():
    data, context = shipped(kind_of("cchc"))
    tree = etree.fromstring(read_members(render(load_template(data), context))[BODY].content)
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    cells = list(tree.iter(f"{w}tc"))
    assert cells
    assert all(cell[-1].tag == f"{w}p" for cell in cells)


def test_every_region_starts_and_ends_with_a_paragraph_that_holds_its_bookmarks():
    data, context = shipped(kind_of("cchc"))
    tree = etree.fromstring(read_members(render(load_template(data), context))[BODY].content)
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    controls = list(tree.iter(f"{w}sdt"))
    assert len(controls) > 10
    for control in controls:
        name = control.find(f"{w}sdtPr/{w}tag").get(f"{w}val").removeprefix("cchc:")
        content = control.find(f"{w}sdtContent")
        first, last = content[0], content[-1]
        assert first.tag == last.tag == f"{w}p"
        starts = [b.get(f"{w}name") for b in first.iter(f"{w}bookmarkStart")]
        ends = [b.get(f"{w}name") for b in last.iter(f"{w}bookmarkStart")]
        assert f"_cchc_{name}_a" in starts
        assert f"_cchc_{name}_z" in ends
        assert not list(content.iter(f"{w}sectPr"))


@pytest.mark.parametrize(
    "value",
    ["tỷ lệ < 50% & > 10%", "\"kép\" 'đơn'", "{{ khong_phai_the }}", "{_{ giữ nguyên }_}", "=1+1", "_x0041_", "🙂 ơ ư"],
)
def test_what_is_typed_arrives(value):
    assert value in body_text(render(load_template(small_template("{{ chu }}")), {"chu": value}))


def test_lines_become_paragraphs_and_tabs_stay_tabs():
    template = load_template(small_template("Kết quả: {{ chu }}."))
    assert body_text(render(template, {"chu": "một\nhai\tba"})) == ["Kết quả: một", "hai\tba."]


#: No text that Word takes has them, so that they mark things on the way to it.
NONCHARACTERS = (*range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF)
_TEXT = st.text(
    st.characters(
        blacklist_categories=("Cs",), blacklist_characters=[*map(chr, (*range(32), *NONCHARACTERS)), "\x85", "\u2028"]
    ),
    max_size=60,
)


@given(st.lists(_TEXT, min_size=1, max_size=4))
def test_any_text_arrives_paragraph_by_paragraph(lines):
    arrived = body_text(render(_ANY_TEXT, {"chu": "\n".join(lines)}))
    assert arrived == lines


_ANY_TEXT = load_template(small_template("{{ chu }}"))


def test_a_very_long_text_arrives_whole():
    text = "Nhiệm vụ số hóa kết quả. " * 1200
    assert text in body_text(render(_ANY_TEXT, {"chu": text}))


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\ud800", "\uffff"])
def test_a_character_word_does_not_take_is_an_error_not_a_broken_file(bad):
    with pytest.raises(TemplateFault, match="ký tự"):
        render(_ANY_TEXT, {"chu": f"a{bad}b"})


def test_an_unknown_variable_names_its_paragraph_and_a_near_one():
    template = load_template(small_template("Mở đầu", "Đến nay: {{ tong_hp }} nhiệm vụ"))
    with pytest.raises(TemplateFault, match=r"“tong_hp”.*Đến nay.*“tong_hop”"):
        render(template, {"tong_hop": "5"})


def test_an_unknown_attribute_is_an_error():
    template = load_template(small_template("{{ hang.stt_sai }}"))
    with pytest.raises(TemplateFault, match="stt_sai"):
        render(template, {"hang": {"stt": 1}})


@pytest.mark.parametrize(
    "expression",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ chu.__init__.__globals__ }}",
        "{% for x in [].__class__.__base__.__subclasses__() %}{% endfor %}",
    ],
)
def test_a_template_cannot_run_code(expression):
    with pytest.raises(TemplateFault):
        render(load_template(small_template(expression)), {"chu": "x"})


def test_a_statement_left_open_is_reported():
    with pytest.raises(TemplateFault, match="thẻ viết sai"):
        load_template(small_template("{% if chu %}", "x"))


class Doubtful(str):
    doubtful = True


def test_doubtful_values_are_highlighted_and_others_not():
    data = render(load_template(small_template("Có {{ so }} và {{ chu }}.")), {"so": Doubtful("5\n6"), "chu": "rõ"})
    assert body_text(data) == ["Có 5", "6 và rõ."]
    xml = read_members(data)[BODY].content.decode()
    highlighted = re.findall(r"<w:r(?: [^>]*)?>(?:(?!</w:r>).)*w:highlight(?:(?!</w:r>).)*</w:r>", xml)
    assert len(highlighted) == 2
    assert "\ufdd0" not in xml and "\ufdd1" not in xml


def test_rule_lines_follow_the_text_above_them():
    data, context = shipped(kind_of("cchc"))
    template = load_template(data)

    def indents(agency: list[str]) -> list[int]:
        xml = engine.render_part(template, BODY, {**context, "co_quan": agency})
        return [int(n) for n in re.findall(r'<w:pStyle w:val="KeNgan"/><w:ind w:left="(\d+)"', xml)]

    short, long = indents(["UBND"])[0], indents(["ỦY BAN NHÂN DÂN THÀNH PHỐ"])[0]
    assert short > long > 0
    assert fit_rule_lines("<w:p/>", template.rule_lines) == "<w:p/>"


def test_an_end_mark_stays_with_the_last_row_of_its_table():
    data, context = shipped(kind_of("cchc"))
    tree = etree.fromstring(read_members(render(load_template(data), context))[BODY].content)
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    marked = [t for t in tree.iter(f"{w}tbl") if "".join(t.findall(f"{w}tr")[-1].itertext()) == "./."]
    assert len(marked) == 3
    for table in marked:
        *_, before, last, _ = table.findall(f"{w}tr")
        assert all(p.find(f"{w}pPr/{w}keepNext") is not None for p in last.iter(f"{w}p"))
        assert not all(p.find(f"{w}pPr/{w}keepNext") is not None for p in before.iter(f"{w}p"))


_RUNS = st.lists(
    st.tuples(
        st.sampled_from(["<w:r>", '<w:r w:rsidR="00A1">']),
        st.sampled_from(["", "<w:rPr><w:b/></w:rPr>"]),
        st.sampled_from(["<w:t>", '<w:t xml:space="preserve">']),
        st.text("ab \n\t\a\f<&", max_size=6).map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;")),
    ).map(lambda run: f"{run[0]}{run[1]}{run[2]}{run[3]}</w:t></w:r>"),
    max_size=3,
).map("".join)
_PARAGRAPHS = st.lists(
    st.tuples(
        st.sampled_from(["<w:p>", '<w:p w:rsidR="00B2">']),
        st.sampled_from(["", '<w:pPr><w:pStyle w:val="X"/><w:rPr><w:i/></w:rPr></w:pPr>']),
        _RUNS,
    ).map(lambda p: f"{p[0]}{p[1]}{p[2]}</w:p>"),
    max_size=4,
).map(lambda paragraphs: "<w:tc><w:p/>\n".join(["<w:body>", *paragraphs, "</w:body>"]))


@given(_PARAGRAPHS)
def test_breaks_become_what_docxtpl_makes_of_them(xml):
    assert engine._resolve_breaks(xml) == DocxTemplate.resolve_listing(None, xml)


def test_a_finished_document_is_no_template():
    with pytest.raises(TemplateFault, match="không có thẻ"):
        load_template(small_template("Báo cáo đã làm xong."))
