"""What an officer sees of `cchc check`, and what a machine reads."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.check.checking import check, check_document, check_file, check_many
from generator.check.fix import fix, fix_file
from generator.check.numbers import numbers_in
from generator.commands.check import CheckOptions, run
from generator.word.package import NotAPackage, read_members, with_parts
from generator.word.read.document import parse_document
from tests.check.kinds import KINDS, bao_cao, phu_luc, quyet_dinh, text
from tests.check.written import Grid


def saved(folder: Path, doc, name: str = "bao-cao.docx") -> Path:
    path = folder / name
    path.write_bytes(doc.to_docx())
    return path


def broken():
    doc = bao_cao()
    doc.page.left = 1000
    for item in doc.body[3:7]:
        item.size = 12
    doc.appendices[0].end = None
    return doc


def test_a_correct_file_is_said_to_be_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = saved(tmp_path, bao_cao())
    assert run(CheckOptions((path,))) == 0
    assert "sai 0, chưa đánh giá 0 quy tắc." in capsys.readouterr().out


def test_faults_come_by_severity_three_of_a_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = saved(tmp_path, broken())
    assert run(CheckOptions((path,))) == 1
    out = capsys.readouterr().out
    assert out.index("Sai quy định:") < out.index("Nên sửa:")
    assert "Lề trái 30 - 35 mm (Phụ lục I, Phần I, I.3). Cho phép: 30 - 35 mm" in out
    assert "phần (section) 1: 17,64 mm" in out
    assert out.count("cỡ 12 pt") == 3
    assert "và 1 chỗ khác" in out
    assert "--fix" in out


def test_json_has_every_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = saved(tmp_path, broken())
    assert run(CheckOptions((path,), as_json=True)) == 1
    told = json.loads(capsys.readouterr().out)
    assert list(told) == ["schema", "files"] and told["schema"] == 2
    (verdict,) = told["files"]
    assert verdict["file"] == str(path)
    assert verdict["kind"] == "bao-cao"
    assert verdict["summary"] == {"pass": len(verdict["passed"]), "fail": 3, "not_evaluated": 0}
    sizes = [f for f in verdict["findings"] if f["rule"] == "body.size"]
    assert len(sizes) == 4
    assert sizes[0] == {
        "rule": "body.size",
        "clause": "Phụ lục I, Phần I, II.6.e",
        "verdict": "fail",
        "severity": "sai quy định",
        "where": "đoạn 7",
        "quote": sizes[0]["quote"],
        "found": "cỡ 12 pt",
        "allowed": "13 - 14 pt",
        "fixable": True,
    }


def test_several_files_give_a_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = (saved(tmp_path, bao_cao()), saved(tmp_path, phu_luc(), "phu-luc.docx"))
    assert run(CheckOptions(paths, as_json=True)) == 0
    assert [one["kind"] for one in json.loads(capsys.readouterr().out)["files"]] == ["bao-cao", "phu-luc"]


def test_a_mended_copy_lists_before_and_after(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = saved(tmp_path, broken())
    assert run(CheckOptions((path,), fix=tmp_path / "sua.docx")) == 1
    out = capsys.readouterr().out
    assert "Đã sửa 5 chỗ" in out
    assert "17,64 mm → 30 mm" in out
    assert "cỡ 12 pt → cỡ 14 pt" in out
    assert "Nên sửa:" in out


def test_mending_many_at_once_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = (saved(tmp_path, bao_cao()), saved(tmp_path, phu_luc(), "b.docx"))
    assert run(CheckOptions(paths, fix=tmp_path / "sua.docx")) == 2
    assert "từng tệp một" in capsys.readouterr().err


def test_what_cannot_be_read_is_said_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "cu.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    (tmp_path / "rong.docx").write_bytes(b"")
    good = saved(tmp_path, bao_cao())
    paths = (tmp_path / "cu.doc", tmp_path / "rong.docx", tmp_path / "khong-co.docx", good)
    assert run(CheckOptions(paths)) == 2
    shown = capsys.readouterr()
    assert shown.err.count("\n") == 3
    assert "Không tìm thấy tệp." in shown.err
    assert "kiểu cũ" in shown.err or "mật khẩu" in shown.err
    assert "bao-cao.docx: đạt" in shown.out


def test_a_local_profile_that_contradicts_the_decree_stops_the_command(tmp_path: Path, capsys) -> None:
    (tmp_path / "rieng.toml").write_text('"page.margin.left" = 20', "utf-8")
    path = saved(tmp_path, bao_cao())
    assert run(CheckOptions((path,), profile=tmp_path / "rieng.toml")) == 2
    assert "chỉ được thu hẹp" in capsys.readouterr().err


def test_many_files_come_back_in_their_order(tmp_path: Path) -> None:
    paths = []
    for number in range(10):
        doc = broken() if number % 3 == 0 else quyet_dinh()
        paths.append(saved(tmp_path, doc, f"{number}.docx"))
    together = check_many(paths, jobs=2)
    assert [v.file for v in together] == [str(path) for path in paths]
    assert [v.outcomes for v in together] == [check_file(path).outcomes for path in paths]
    assert any(f.fixable for f in together[0].findings)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_damage_never_ends_in_a_traceback(tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(bao_cao().to_docx())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / "hong.docx"
    path.write_bytes(bytes(content[: data.draw(st.integers(0, len(content)))]))
    verdict = check_file(path)
    assert verdict.error or verdict.outcomes


_ATTRIBUTE = re.compile(rb'(w:(?:val|w|h|left|right|top|before|line|firstLine|start|fmt|ilvl|ascii|id)=")[^"]*"')
_ODD = (b"", b"x", b"-1", b"99999999999", b"1e400", b"nan", b"0.5pt", "Đ".encode())


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_odd_values_in_the_xml_never_end_in_a_traceback(tmp_path: Path, data: st.DataObject) -> None:
    members = read_members(bao_cao().to_docx())
    parts = {}
    for name in ("word/document.xml", "word/styles.xml", "word/header10.xml"):
        content = members[name].content
        places = list(_ATTRIBUTE.finditer(content))
        for place in sorted(data.draw(st.sets(st.sampled_from(range(len(places))), max_size=5)), reverse=True):
            found = places[place]
            content = content[: found.end(1)] + data.draw(st.sampled_from(_ODD)) + content[found.end() - 1 :]
        parts[name] = content
    path = tmp_path / "la.docx"
    path.write_bytes(with_parts(members, parts))
    outcome = fix_file(path, tmp_path / "sua.docx")
    assert outcome.before.error or outcome.after.outcomes


_WORDS = ("Phụ lục", "PHỤ LỤC 3", "Kính gửi", "Căn cứ", "Điều 5", "I.", "a)", "Nơi nhận", "BÁO CÁO", "Số", "TM.", "./.")
_TEXT = re.compile(rb">([^<>]+)</w:t>")


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_words_out_of_place_and_missing_pieces_are_judged_like_any(data: st.DataObject) -> None:
    members = read_members(KINDS[data.draw(st.sampled_from(sorted(KINDS)))]().to_docx())
    content = members["word/document.xml"].content
    for _ in range(data.draw(st.integers(1, 4))):
        if tag := data.draw(st.sampled_from([None, b"w:p", b"w:tbl", b"w:tr", b"w:tc", b"w:sectPr", b"w:tblGrid"])):
            pieces = list(re.finditer(b"<" + tag + b"[ >].*?</" + tag + b">", content, re.DOTALL))
            new = b""
        else:
            pieces = list(_TEXT.finditer(content))
            new = b">" + data.draw(st.sampled_from(_WORDS)).encode() + b"</w:t>"
        if pieces:
            piece = data.draw(st.sampled_from(pieces))
            content = content[: piece.start()] + new + content[piece.end() :]
    try:
        document = parse_document(with_parts(members, {"word/document.xml": content}))
    except NotAPackage:
        return  # an inner element was cut in two
    assert check_document(document, "la.docx").outcomes


def numbered(*sentences: str):
    doc = bao_cao()
    doc.body = [text(sentence) for sentence in sentences]
    rows = [["STT", "Nhiệm vụ", "Tình trạng"]] + [[str(n), f"Việc {n}", "Đang thực hiện"] for n in range(1, 48)]
    doc.appendices[0].content = [Grid(rows)]
    return numbers_in(parse_document(doc.to_docx()))


def test_numbers_are_listed_without_dates_and_symbols() -> None:
    seen = numbered(
        "1. Ngày 05/6/2023, theo Kế hoạch số 567/KH-UBND và khoản 2 Điều 5, có 1.247 hồ sơ, "
        "đạt 96,5%; quý II còn 03 hồ sơ.",
        "- Đã hoàn thành 17/62 nhiệm vụ trong năm 2023; giải quyết 1.247/1.300 hồ sơ.",
    )
    assert [(n.where, n.number) for n in seen] == [
        ("đoạn 4", "1.247"),
        ("đoạn 4", "96,5%"),
        ("đoạn 4", "03"),
        ("đoạn 5", "17/62"),
        ("đoạn 5", "1.247/1.300"),
    ]


@pytest.mark.parametrize(
    ("sentence", "doubt"),
    [
        ("Đã hoàn thành 17/62 nhiệm vụ (27,4%).", ""),
        ("Đã hoàn thành 17/62 nhiệm vụ (đạt 28,4%).", "17/62 là 27,4%"),
        ("Đã hoàn thành 90/120 nhiệm vụ, đạt 85%.", "90/120 là 75%"),
        ("Đã hoàn thành 90 trên tổng số 120 nhiệm vụ, đạt 85.5%.", "90/120 là 75%"),
        ("Trong 47 nhiệm vụ của Kế hoạch, có 05 nhiệm vụ đến hạn.", ""),
        ("Trong 46 nhiệm vụ của Kế hoạch, có 05 nhiệm vụ đến hạn.", "Phụ lục I có 47 nhiệm vụ"),
    ],
)
def test_what_does_not_agree_is_said(sentence: str, doubt: str) -> None:
    assert [n.doubt for n in numbered(sentence) if n.doubt] == ([doubt] if doubt else [])


@pytest.mark.parametrize("part", ["docProps/core.xml", "[Content_Types].xml", "word/theme/theme1.xml"])
def test_a_file_with_a_broken_part_is_not_called_right_nor_mended(part: str) -> None:
    document = with_parts(read_members(bao_cao().to_docx()), {part: b"<a>\x07</a>"})
    assert f"bị hỏng ở phần “{part}”" in check(document).error
    assert f"bị hỏng ở phần “{part}”" in fix(document).refused


def test_the_numbers_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    doc = bao_cao()
    doc.body[3].text = "Đã hoàn thành 17/62 nhiệm vụ (đạt 28,4%)."
    path = saved(tmp_path, doc)
    assert run(CheckOptions((path,), numbers=True)) == 1
    assert "không khớp: 17/62 là 27,4%" in capsys.readouterr().out
    assert run(CheckOptions((path,), numbers=True, as_json=True)) == 1
    (told,) = json.loads(capsys.readouterr().out)["files"]
    assert {"17/62", "28,4%"} <= {n["number"] for n in told["numbers"]}


def test_the_numbers_of_several_files_are_one_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    damaged, missing = tmp_path / "hong.docx", tmp_path / "khong-co.docx"
    damaged.write_bytes(b"PK")
    doc = bao_cao()
    doc.body[3].text = "Đã hoàn thành 17/62 nhiệm vụ (đạt 28,4%)."
    paths = (saved(tmp_path, doc), damaged, missing)
    assert run(CheckOptions(paths, numbers=True, as_json=True)) == 2
    whole, unreadable, absent = json.loads(capsys.readouterr().out)["files"]
    assert whole["file"] == str(paths[0]) and whole["numbers"]
    assert "hỏng" in unreadable["error"] and "Không tìm thấy" in absent["error"]
