"""Every mistake is told where it is and what to type instead, and stops nobody."""

from __future__ import annotations

from datetime import date

import pytest

from generator.book.read.workbook import read_workbook_bytes
from generator.book.write.new_workbook import new_workbook, workbook_bytes
from tests.book.small_workbook import changed, read, result, small_rows, task

D = date(2023, 6, 13)
DONE_ON = {"Ngày hoàn thành": date(2023, 6, 1)}


VNI = "Coâng vieäc ñaõ hoaøn thaønh"
SHORT_VNI = "Ñaõ nieâm yeát 128 TTHC"


def second(**more):
    return {"Mã": "II.1", "Mốc": "Đợt 2", "Đến hạn": date(2024, 1, 31), **more}


def done(day=date(2023, 6, 1), **more):
    return result("II.1", "Hoàn thành", **{"Ngày hoàn thành": day, **more})


def info(name, content, kind=None):
    return {"Mục": name, "Loại báo cáo": kind, "Nội dung": content}


# Each: the sheet, the row put into it (in place of row `at`, or as a new one), the cell named, words of the message,
# whom it is about.
MISTAKES = [
    ("Thông tin", 2, info("Mã đơn vị", None), "C2", "Chưa điền mục “Mã đơn vị”", "Mã đơn vị"),
    ("Thông tin", 0, info("Tên phường", "B"), "A{n}", "Không có mục “Tên phường”", ""),
    ("Thông tin", 0, info("Điện thoại", None), "A{n}", "“Điện thoại” đứng ở dòng chưa", ""),
    ("Thông tin", 0, info("Ký hiệu", "X", "hằng tuần"), "B{n}", "loại báo cáo “hằng tuần”", "Ký hiệu"),
    ("Thông tin", 0, info("Ký hiệu", "X", "cchc 2023-H3"), "B{n}", "loại báo cáo “cchc 2023-H3”", "Ký hiệu"),
    ("Thông tin", 0, info("Cấp", "phường", "cchc"), "B{n}", "dùng chung cho mọi loại", "Cấp"),
    ("Thông tin", 0, info("Ký hiệu", "X"), "A{n}", "chương trình dùng dòng {n}", "Ký hiệu"),
    ("Thông tin", 0, info("Ngày phải gửi", "13 hoặc 14", "thang"), "C{n}", "từ 1 đến 31", "Ngày phải gửi"),
    ("Thông tin", 0, info("Kỳ phải báo cáo", "năm; hai tuần", "thang"), "C{n}", "“hai tuần”", "Kỳ phải báo cáo"),
    ("Thông tin", 0, info("Số văn bản", "125/BC-UBND", "cchc 2023-H1"), "C{n}", "chỉ ghi phần số", "Số văn bản"),
    ("Thông tin", 0, info("Ngày văn bản", "hôm nay", "cchc"), "C{n}", "Không đọc được ngày “hôm nay”", "Ngày văn bản"),
    ("Nhiệm vụ", 0, task("I.1", "I. CHỈ ĐẠO, ĐIỀU HÀNH", "Việc trùng số"), "A5", "dùng dòng 2, bỏ qua dòng 5", "I.1"),
    ("Nhiệm vụ", 0, task(None, "I. CHỈ ĐẠO, ĐIỀU HÀNH", "Việc không số"), "A5", "chưa có Mã", ""),
    ("Nhiệm vụ", 0, task("I.3", "I. CHỈ ĐẠO, ĐIỀU HÀNH", None), "C5", "chưa có nội dung", "I.3"),
    ("Nhiệm vụ", 0, task("I.3", "I. X", "Việc", "Trước ngày 30/6/2023"), "E5", "sheet Mốc chưa có dòng", "I.3"),
    ("Nhiệm vụ", 0, task("I.3", "I. X", "Việc", "Quý II/2023"), "E5", "sheet Mốc chưa có dòng", "I.3"),
    ("Nhiệm vụ", 0, task("I.3", "I. X", "Việc", "Trong năm 2023."), "E5", "sheet Mốc chưa có dòng", "I.3"),
    ("Mốc", 0, {"Mã": "IX.9", "Đến hạn": D}, "A5", "Không có nhiệm vụ “IX.9”", "IX.9"),
    ("Mốc", 0, {"Mốc": "Đợt 3", "Đến hạn": D}, "A5", "chưa có Mã", ""),
    ("Mốc", 4, second(**{"Mốc": "đợt 1"}), "B4", "hai mốc cùng tên", "II.1"),
    ("Mốc", 4, second(**{"Đến hạn": "cuối năm"}), "D4", "“cuối năm”", "II.1"),
    ("Mốc", 4, second(**{"Tỷ lệ yêu cầu": 120}), "E4", "“120” không phải tỷ lệ", "II.1"),
    ("Mốc", 4, second(**{"Từ ngày": date(2024, 2, 9)}), "C4", "Từ ngày 09/02/2024 sau", "II.1"),
    ("Mốc", 4, second(**{"Gia hạn đến": D}), "F4", "sớm hơn hạn cũ", "II.1"),
    ("Mốc", 4, second(**{"Gia hạn đến": "sau"}), "F4", "“sau”", "II.1"),
    ("Mốc", 4, second(**{"Đến hạn": date(2023, 4, 24)}), "D4", "ngày ban hành kế hoạch (25/4/2023)", "II.1"),
    ("Mốc", 4, second(**{"Gia hạn đến": date(2024, 3, 1), "Văn bản gia hạn": "Công văn số 5 ngày 30/02/2024"}), "G4", "không có ngày 30/02/2024", "II.1"),
    ("Mốc", 0, {"Mã": "việc mới"}, "A5", "“việc mới” đứng ở dòng chưa ghi nội dung", ""),
    ("Kết quả", 0, {"Đến ngày": "chờ anh B"}, "A4", "“chờ anh B” đứng ở dòng chưa", ""),
    ("Kết quả", 0, result("II.1", "", **{"Mốc": "Đợt 9"}), "G4", "“Đợt 9” đứng ở dòng chưa", ""),
    ("Kết quả", 0, result("II.1", "Đang thực hiện", **{"Kết quả thực hiện": "Họp ngày 31 tháng 6 năm 2023"}), "K4", "31 tháng 6 năm 2023", "II.1"),
    ("Kết quả", 0, result("IX.9", "Đang thực hiện"), "B4", "Không có nhiệm vụ “IX.9”", "IX.9"),
    ("Kết quả", 0, result(None, "Đang thực hiện"), "B4", "chưa có Mã", ""),
    ("Kết quả", 0, result("II.1", "Đang thực hiện", None), "A4", "chưa có Đến ngày", "II.1"),
    ("Kết quả", 0, result("II.1", "Đang thực hiện", "giữa tháng 6"), "A4", "“giữa tháng 6”", "II.1"),
    ("Kết quả", 0, result("II.1", "Đang thực hiện", date(2032, 6, 13)), "A4", "ngoài năm kế hoạch 2023", "II.1"),
    ("Kết quả", 0, result("II.1", "Đang thực hiện", date(2024, 5, 1)), "A4", "Nếu đúng là 05/01/2024", "II.1"),
    ("Kết quả", 0, result("II.1", "Xong"), "H4", "“Xong” không phải một trong năm từ", "II.1"),
    ("Kết quả", 0, result("II.1", "Trễ hạn"), "H4", "do chương trình tính", "II.1"),
    ("Kết quả", 0, result("II.1", "Quá hạn"), "H4", "do chương trình tính", "II.1"),
    ("Kết quả", 0, result("II.1", "Hoàn thành quá hạn"), "H4", "do chương trình tính", "II.1"),
    ("Kết quả", 0, result("II.1", "Hoàn thành đúng hạn"), "H4", "do chương trình tính", "II.1"),
    ("Kết quả", 0, result("II.1", None, **{"Kết quả thực hiện": "Đã làm"}), "H4", "chưa có Tình trạng", "II.1"),
    ("Kết quả", 0, result("II.1", "Đang thực hiện", **{"Mốc": "Đợt 9"}), "G4", "Đợt 1; Đợt 2", "II.1"),
    ("Kết quả", 0, result("I.2", "Đang thực hiện", **{"Mốc": "Đợt 1"}), "G4", "thêm mốc ở", "I.2"),
    ("Kết quả", 0, result("II.1", "Hoàn thành"), "J4", "chưa có Ngày hoàn thành", "II.1"),
    ("Kết quả", 0, done(date(2023, 6, 14)), "J4", "sau Đến ngày 13/6/2023", "II.1"),
    ("Kết quả", 0, done(date(2023, 12, 6)), "J4", "Nếu đúng là 12/6/2023", "II.1"),
    ("Kết quả", 0, done("tuần trước"), "J4", "“tuần trước”", "II.1"),
    ("Kết quả", 0, result("II.1", "Đang thực hiện", **DONE_ON), "J4", "Chọn Hoàn thành", "II.1"),
    ("Kết quả", 0, done(**{"Tỷ lệ (%)": 95}), "I4", "95% thấp hơn yêu cầu 100%", "II.1"),
    ("Kết quả", 0, done(**{"Mốc": "Đợt 1", "Tỷ lệ (%)": "89,5"}), "I4", "89,5% thấp hơn yêu cầu 90%", "II.1"),
    ("Kết quả", 0, result("II.1", "Đang thực hiện", **{"Tỷ lệ (%)": 101}), "I4", "từ 0 đến 100", "II.1"),
    ("Kết quả", 0, result("II.1", "Đang thực hiện", **{"Tỷ lệ (%)": "gần xong"}), "I4", "“gần xong”", "II.1"),
    ("Kết quả", 0, result("II.1", "Đang thực hiện", **{"Kết quả thực hiện": VNI}), "K4", "VNI/TCVN3", "II.1"),
    ("Kết quả", 0, result("I.1", "Đang thực hiện"), "B4", "dùng dòng 4 (ghi sau), bỏ qua dòng 2", "I.1"),
    ("Chỉ tiêu", 0, {"Chỉ tiêu": "Số cuộc họp", "Đơn vị tính": "cuộc"}, "A4", "chưa có Mã", ""),
    ("Chỉ tiêu", 0, {"Mã": "hs", "Chỉ tiêu": "Số hồ sơ", "Đơn vị tính": "hồ sơ"}, "A4", "dùng dòng 2, bỏ qua dòng 4", "hs"),
    ("Chỉ tiêu", 0, {"Mã": "H2", "Chỉ tiêu": "Số", "Mục tiêu": "phấn đấu tốt"}, "H4", "“phấn đấu tốt”", "H2"),
    ("Chỉ tiêu", 0, {"Mã": "H2", "Chỉ tiêu": "Số", "Cách cộng": "Trung bình"}, "J4", "Cộng dồn, Lấy kỳ cuối", "H2"),
    ("Chỉ tiêu", 0, {"Mã": "H2", "Chỉ tiêu": "Số", "Nhiệm vụ": "I.1; IX.9"}, "G4", "“IX.9”", "H2"),
    ("Chỉ tiêu", 0, {"Mã": "H2", "Chỉ tiêu": "Số", "Đơn vị tính": "vấn đề", "Cách cộng": "Tự tính", "Cách đo lường": "Tử số của H9"}, "I4", "Không có chỉ tiêu “H9”", "H2"),
    ("Chỉ tiêu", 0, {"Mã": "H2", "Nguồn": "Trang của phường"}, "K4", "“Trang của phường” đứng ở dòng chưa", "H2"),
    ("Số liệu", 0, {"Kỳ": "2023-07", "Mã": "VB", "Nguồn": "Sổ văn bản đi"}, "K3", "“Sổ văn bản đi” đứng ở dòng chưa", ""),
    ("Số liệu", 0, {"Kỳ": "2023-07", "Mã": "XX", "Giá trị": 1}, "B3", "Không có chỉ tiêu “XX”", "XX"),
    ("Số liệu", 0, {"Kỳ": "2023-07", "Giá trị": 1}, "B3", "chưa có Mã", ""),
    ("Số liệu", 0, {"Kỳ": "tháng bảy", "Mã": "VB", "Giá trị": 1}, "A3", "Không hiểu kỳ “tháng bảy”. Ghi 2023-06, 2023-Q2", "VB"),
    ("Số liệu", 0, {"Mã": "VB", "Giá trị": 1}, "A3", "chưa có Kỳ", "VB"),
    ("Số liệu", 0, {"Kỳ": "2023-07", "Mã": "VB", "Giá trị": "nhiều"}, "I3", "“nhiều”", "VB"),
    ("Số liệu", 0, {"Kỳ": "2023-07", "Mã": "HS", "Tử số": 5, "Mẫu số": 0}, "H3", "Tử số là 5", "HS"),
    ("Số liệu", 0, {"Kỳ": date(2023, 6, 1), "Mã": "HS", "Tử số": 5, "Mẫu số": 9}, "B3", "dùng dòng 3 (ghi sau), bỏ qua dòng 2", "HS"),
    ("Số liệu", 0, {"Kỳ": "2023-07", "Mã": "HS", "Giá trị": 0.924}, "I3", "Có phải là 92,4%?", "HS"),
    ("Số liệu", 0, {"Kỳ": "2023-07", "Mã": "HS", "Giá trị": "0,5"}, "I3", "Có phải là 50%?", "HS"),
    ("Văn bản", 0, {"Trích yếu": "Kế hoạch"}, "A3", "chưa có Số ký hiệu", ""),
    ("Văn bản", 0, {"Số ký hiệu": date(2023, 12, 1), "Ngày": D}, "A3", "Excel đã đổi", ""),
    ("Văn bản", 0, {"Số ký hiệu": "13/KH-UBND", "Trích yếu": "Kế hoạch"}, "B3", "chưa được đếm vào kỳ nào", "13/KH-UBND"),
    ("Văn bản", 0, {"Số ký hiệu": "13/KH-UBND", "Ngày": D, "Trích yếu": SHORT_VNI}, "C3", "VNI/TCVN3", "13/KH-UBND"),
    ("Văn bản", 0, {"Số ký hiệu": "13/KH-UBND", "Ngày": "đầu năm"}, "B3", "“đầu năm”", "13/KH-UBND"),
    ("Văn bản", 0, {"Số ký hiệu": "13/KH-UBND", "Ngày": D, "Nhiệm vụ": "I.1, V.5"}, "D3", "“V.5”", "13/KH-UBND"),
    ("Lời văn", 0, {"Kỳ": "2023-H1", "Phần": "Phụ chương", "Nội dung": "X"}, "B3", "“Phụ chương”", ""),
    ("Lời văn", 0, {"Kỳ": "2023-H1", "Phần": "Đã họp giao ban."}, "B3", "“Đã họp giao ban.” đứng ở dòng chưa", ""),
    ("Lời văn", 0, {"Kỳ": "2023-H1", "Nội dung": "X"}, "B3", "thuộc Phần nào", ""),
    ("Lời văn", 0, {"Kỳ": "giữa năm", "Phần": "Mở đầu", "Nội dung": "X"}, "A3", "“giữa năm”", ""),
]  # fmt: skip


@pytest.mark.parametrize(("sheet", "at", "row", "cell", "said", "about"), MISTAKES)
def test_a_mistake_is_told_once_at_its_cell(sheet, at, row, cell, said, about):
    rows = small_rows()
    if at:
        rows[sheet][at - 2] = row
    else:
        rows[sheet].append(row)
    _, problems = read(rows)
    assert [(p.sheet, p.cell) for p in problems] == [(sheet, cell.format(n=len(rows[sheet]) + 1))], problems
    assert said.format(n=len(rows[sheet]) + 1) in problems[0].message
    assert problems[0].about == about


def test_twelve_mistakes_are_twelve_problems_in_the_order_of_the_sheets():
    rows = small_rows()
    chosen = [m for m in MISTAKES if not m[1]]
    chosen = [next(m for m in chosen if m[4] == said) for said in (
        "Không có mục “Tên phường”", "dùng dòng 2, bỏ qua dòng 5", "Không có nhiệm vụ “IX.9”", "do chương trình tính", "chưa có Kỳ",
        "chưa có Đến ngày", "“giữa tháng 6”", "“phấn đấu tốt”", "“nhiều”", "Tử số là 5", "“đầu năm”", "“Phụ chương”",
    )]  # fmt: skip
    for sheet, _, row, *_ in chosen:
        rows[sheet].append(row)
    year, problems = read(rows)
    assert len(problems) == 12
    assert [p.sheet for p in problems] == [
        "Thông tin", "Nhiệm vụ", "Mốc", "Kết quả", "Kết quả", "Kết quả",
        "Chỉ tiêu", "Số liệu", "Số liệu", "Số liệu", "Văn bản", "Lời văn",
    ]  # fmt: skip
    assert all(p.cell for p in problems)
    assert len(year.plan) == 3


@pytest.mark.parametrize(
    "phrase",
    [
        "Thường xuyên", "Từ quý II/2023", "Định kỳ hằng tháng", "Trong vòng 05 ngày kể từ khi có thay đổi",
        "Theo hướng dẫn của Sở Nội vụ", "Báo cáo trong ngày 13 của tháng cuối kỳ",
        "Theo Công văn số 7772/UBND-VP ngày 25/10/2022", "",
    ],
)  # fmt: skip
def test_a_phrase_without_a_day_of_its_own_needs_no_milestone(phrase):
    rows = small_rows()
    rows["Nhiệm vụ"].append(task("II.2", "II. TÀI CHÍNH CÔNG", "Việc khác", phrase))
    assert read(rows)[1] == ()


@pytest.mark.parametrize(
    ("phrase", "said", "severity"),
    [
        ("Trước ngày 30/6/2023", "có hạn 29/6/2023,", "error"),
        ("Quý II/2023", "có hạn 30/6/2023,", "error"),
        ("Trước 30/6", "có hạn 29/6/2023,", "question"),
        ("Đến ngày 30/6", "có hạn 30/6/2023,", "question"),
        ("Tháng 6", "có hạn 30/6/2023,", "question"),
        ("Quý II", "có hạn 30/6/2023,", "question"),
        ("6 tháng đầu năm", "có hạn 30/6/2023,", "question"),
        ("Trước ngày 15/6 và 15/12", "có hạn 14/6/2023; 14/12/2023,", "question"),
        ("Trước ngày 22 hằng tháng", "có hạn 21/5/2023; 21/6/2023; 21/7/2023; 21/8/2023; …,", "question"),
        ("Thường xuyên, riêng báo cáo năm trước ngày 05/12/2023", "có hạn 04/12/2023,", "question"),
        ("Đầu tháng 6", "Không rõ Tiến độ “Đầu tháng 6”", "question"),
        ("Trước kỳ họp cuối năm", "Không rõ Tiến độ “Trước kỳ họp cuối năm”", "question"),
    ],
)  # fmt: skip
def test_a_deadline_without_a_milestone_is_told_with_the_day_it_is_taken_for(phrase, said, severity):
    rows = small_rows()
    rows["Nhiệm vụ"].append(task("II.2", "II. TÀI CHÍNH CÔNG", "Việc khác", phrase))
    (problem,) = read(rows)[1]
    assert (problem.sheet, problem.cell, problem.about, problem.severity) == ("Nhiệm vụ", "E5", "II.2", severity)
    assert said in problem.message and "hãy thêm ở sheet Mốc" in problem.message and "Mã II.2" in problem.message


def test_the_units_switch_counts_in_the_day_that_is_told():
    rows = small_rows()
    name = "“Trước ngày” tính cả ngày đó"
    rows["Thông tin"] = [row for row in rows["Thông tin"] if row["Mục"] != name] + [info(name, "Có")]
    rows["Nhiệm vụ"].append(task("II.2", "II. TÀI CHÍNH CÔNG", "Việc khác", "Trước 30/6"))
    (problem,) = read(rows)[1]
    assert "có hạn 30/6/2023," in problem.message


def test_a_deadline_before_the_plan_is_not_asked_about_once_met_or_extended():
    rows = small_rows()
    early = {"Mã": "I.2", "Đến hạn": date(2023, 3, 31)}
    rows["Mốc"].append(early)
    assert [p.cell for p in read(rows)[1]] == ["D5"]
    rows["Kết quả"].append(result("I.2", "Hoàn thành", date(2023, 6, 20), **{"Ngày hoàn thành": date(2023, 3, 30)}))
    assert read(rows)[1] == ()
    rows["Kết quả"].pop()
    rows["Mốc"][-1] = {**early, "Gia hạn đến": date(2023, 6, 30)}
    assert read(rows)[1] == ()


def test_a_deadline_that_excel_swapped_is_compared_with_the_phrase():
    rows = small_rows()
    rows["Nhiệm vụ"].append(task("II.2", "II. TÀI CHÍNH CÔNG", "Việc khác", "Trước ngày 05/12/2023"))
    for typed, problems_expected in ((date(2023, 5, 12), 1), (date(2023, 12, 5), 0), (date(2023, 12, 4), 0)):
        rows["Mốc"] = [*small_rows()["Mốc"], {"Mã": "II.2", "Đến hạn": typed}]
        _, problems = read(rows)
        assert len(problems) == problems_expected
    rows["Mốc"][-1]["Đến hạn"] = date(2023, 5, 12)
    assert "Nếu đúng là 05/12/2023" in read(rows)[1][0].message


@pytest.mark.parametrize(
    ("typed", "target"),
    [("0,3%", "tối thiểu 95%"), ("0,3 %", ""), (0.3, "dưới 0,5%"), (0, "tối thiểu 95%"), (1, ""), (92.4, "")],
)
def test_a_small_percentage_that_is_meant_is_not_asked_about(typed, target):
    rows = small_rows()
    rows["Chỉ tiêu"][0]["Mục tiêu"] = target
    rows["Số liệu"].append({"Kỳ": "2023-07", "Mã": "HS", "Giá trị": typed})
    assert read(rows)[1] == ()


def test_a_small_number_that_is_no_percentage_is_not_asked_about():
    rows = small_rows()
    rows["Số liệu"].append({"Kỳ": "2023-07", "Mã": "VB", "Giá trị": 0.5})
    assert read(rows)[1] == ()


def test_of_two_rows_for_the_same_the_last_one_stands():
    rows = small_rows()
    rows["Kết quả"].append(result("I.1", "Chưa thực hiện"))
    year, problems = read(rows)
    assert len(problems) == 1
    assert [e.word.value for e in year.entries["I.1"]] == ["Chưa thực hiện"]


def test_the_second_task_with_a_number_is_kept_out():
    rows = small_rows()
    rows["Nhiệm vụ"].append(task("I.1", "I. CHỈ ĐẠO, ĐIỀU HÀNH", "Việc trùng số"))
    year, _ = read(rows)
    assert [t.text for t in year.plan.tasks if t.id == "I.1"] == ["Ban hành kế hoạch tuyên truyền"]


def test_done_again_without_its_day_is_no_mistake_when_an_earlier_row_gives_it():
    rows = small_rows()
    rows["Kết quả"].append(result("II.1", "Hoàn thành", **DONE_ON))
    rows["Kết quả"].append(result("II.1", "Hoàn thành", date(2023, 7, 25)))
    assert read(rows)[1] == ()


def test_columns_that_look_wrong_are_named():
    def rename(book):
        page = book["Kết quả"]
        page["K1"], page["N1"] = "Kết quả thực hien", "Kiến nghị"

    _, problems = read_workbook_bytes(changed(workbook_bytes(small_rows()), rename))
    assert [p.cell for p in problems] == ["K1", "P1"]
    assert "“Kết quả thực hiện”" in problems[0].message and "Có hai cột “Kiến nghị”" in problems[1].message


def test_a_fresh_workbook_has_a_few_clear_problems():
    year, problems = read_workbook_bytes(new_workbook())
    assert year is None
    assert [p.sheet for p in problems] == ["Thông tin", "Nhiệm vụ"]


def test_a_workbook_without_results_or_particulars_still_gives_its_plan():
    rows = small_rows()

    def remove(book):
        for name in ("Thông tin", "Kết quả", "Mốc", "Chỉ tiêu", "Số liệu", "Văn bản", "Lời văn"):
            book.remove(book[name])

    year, problems = read_workbook_bytes(changed(workbook_bytes(rows), remove))
    assert len(year.plan) == 3
    assert [p.sheet for p in problems] == ["Thông tin", "Nhiệm vụ", "Nhiệm vụ", "Kết quả"]


@pytest.mark.parametrize(
    ("item", "content", "said"),
    [
        ("Văn bản điện tử", "tùy", "phải là Có hoặc Không"),
        ("Năm kế hoạch", "năm nay", "“năm nay”"),
        ("Năm kế hoạch", 23, "bốn chữ số"),
        ("Ngày kế hoạch", "25/4", "“25/4”"),
        ("Ngày phải gửi", 32, "từ 1 đến 31"),
    ],
)
def test_a_particular_that_cannot_be_read_is_named(item, content, said):
    rows = small_rows()
    number = next(n for n, row in enumerate(rows["Thông tin"], start=2) if row["Mục"] == item)
    rows["Thông tin"][number - 2]["Nội dung"] = content
    _, problems = read(rows)
    assert [(p.sheet, p.cell, p.about) for p in problems] == [("Thông tin", f"C{number}", item)]
    assert said in problems[0].message


def test_a_task_without_its_field_of_work_follows_the_one_before_only_within_the_same_number():
    rows = small_rows()
    for row in rows["Nhiệm vụ"][1:]:
        row["Lĩnh vực"] = None
    year, (problem,) = read(rows)
    assert (problem.cell, problem.about) == ("B4", "II.1")
    assert [(s.id, s.title, len(s.tasks)) for s in year.plan.sections] == [
        ("I", "CHỈ ĐẠO, ĐIỀU HÀNH", 2),
        ("II", "", 1),
    ]


def test_a_task_code_that_excel_made_a_date_of_is_asked_about_when_the_order_does_not_tell():
    rows = small_rows()
    rows["Nhiệm vụ"].append(task(date(2023, 11, 3), "III. BỘ MÁY", "Việc khác", "Thường xuyên"))
    year, (problem,) = read(rows)
    assert (problem.sheet, problem.cell) == ("Nhiệm vụ", "A5")
    assert "3.11 hay 11.3" in problem.message
    assert len(year.plan) == 4
