"""A few figures of Phước Hải ward in 2022, for the comparison of 2023 with the year before. All of it is made up."""

# fmt: off

from tests.samples.phuoc_hai_2023 import INFO as INFO_2023
from tests.samples.phuoc_hai_2023_figures import INDICATORS as INDICATORS_2023
from tests.samples.rows import DONE, Row, due, info, months, results, said, section, task

#: What is told of the year itself; all else of sheet Thông tin is as in the year after.
_OF_THE_YEAR = {
    "Số kế hoạch": "512/KH-UBND",
    "Ngày kế hoạch": "15/3/2022",
    "Tên kế hoạch": "cải cách hành chính năm 2022 trên địa bàn phường Phước Hải",
    "Năm kế hoạch": "2022",
}
_NOT_OF_2022 = ("Viện dẫn thêm", "Số văn bản", "Ngày văn bản")

INFO: list[Row] = [
    info(str(row["Mục"]), _OF_THE_YEAR.get(str(row["Mục"]), str(row["Nội dung"])), str(row["Loại báo cáo"] or ""))
    for row in INFO_2023 if row["Mục"] not in _NOT_OF_2022
]

TASKS: list[Row] = section(
    "I. CẢI CÁCH THỦ TỤC HÀNH CHÍNH",
    task("Rà soát, đơn giản hóa TTHC năm 2022", "Báo cáo rà soát", "Trước ngày 01/10/2022", "Công chức Văn phòng - Thống kê"),
    task("Tiếp nhận, giải quyết TTHC đúng hạn", "Hồ sơ được giải quyết đúng hạn", "Thường xuyên", "Bộ phận Một cửa"),
)

RESULTS: dict[str, list[Row]] = {
    "I.1": [said("20/9/2022", DONE, "Đã báo cáo kết quả rà soát 30 TTHC", done="16/9/2022")],
}

_CODES = ("CD-12", "TT-12", "TT-13", "TT-14", "TT-15", "TT-17", "TT-18", "TT-02", "TT-03", "TT-04", "TT-06", "TT-07", "CV-02", "KT-02", "CQ-01", "HL-01")

INDICATORS: list[Row] = [{**row, "Nhiệm vụ": "", "Mục tiêu": ""} for row in INDICATORS_2023 if row["Mã"] in _CODES]

SETTLED = [168, 181, 214, 207, 211, 205, 198, 219, 208, 214, 203, 196]
LATE = [4, 3, 4, 2, 3, 2, 2, 3, 1, 2, 1, 2]
IN_TIME = [s - late for s, late in zip(SETTLED, LATE, strict=True)]
LETTERS = [79, 85, 112, 104, 110, 108, 99, 113, 110, 118, 117, 120]

COUNTS = {
    "CD-12": [1, 2, 2, 2, 3, 2, 3, 3, 3, 3, 4, 3],
    "TT-12": [170, 184, 219, 205, 214, 206, 195, 222, 206, 215, 201, 194],
    "TT-13": SETTLED,
    "TT-14": IN_TIME,
    "TT-15": LATE,
    "CV-02": [0, 1, 1, 2, 1, 1, 0, 1, 2, 1, 1, 0],
}

RATIOS = {
    "TT-17": (IN_TIME, SETTLED),
    "TT-18": (LATE, SETTLED),
    "TT-02": ([3, 4, 6, 6, 8, 9, 9, 12, 12, 14, 15, 14], [90, 97, 112, 106, 110, 108, 101, 115, 109, 112, 106, 98]),
    "TT-03": ([31, 35, 47, 48, 55, 57, 56, 66, 64, 71, 70, 69], [131, 140, 167, 158, 165, 160, 152, 171, 162, 167, 158, 150]),
    "TT-04": ([2, 3, 5, 5, 7, 8, 8, 11, 10, 12, 12, 12], [80, 83, 96, 91, 95, 92, 88, 100, 94, 97, 92, 86]),
    "TT-06": ([1, 2, 3, 2, 3, 4, 4, 5, 5, 6, 6, 6], [140, 150, 176, 164, 172, 168, 160, 180, 170, 174, 165, 156]),
    "TT-07": ([121, 134, 163, 160, 168, 166, 162, 183, 176, 184, 177, 173], SETTLED),
    "KT-02": ([0, 150, 410, 640, 980, 1310, 1650, 2010, 2420, 2790, 3230, 3705], [4200] * 12),
    "CQ-01": ([s - missed for s, missed in zip(LETTERS, [5, 4, 4, 3, 3, 2, 2, 1, 1, 0, 0, 0], strict=True)], LETTERS),
}

MEASUREMENTS: list[Row] = [
    *months(2022, COUNTS, RATIOS),
    {"Kỳ": "2022", "Mã": "HL-01", "Giá trị": 83.7, "Ghi chú": "Kết quả khảo sát năm 2022"},
]

ROWS: dict[str, list[Row]] = {
    "Thông tin": INFO,
    "Nhiệm vụ": TASKS,
    "Mốc": [due("I.1", "30/9/2022")],
    "Kết quả": results(RESULTS, TASKS),
    "Chỉ tiêu": INDICATORS,
    "Số liệu": MEASUREMENTS,
}
