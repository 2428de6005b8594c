"""The ward's indicators and their figures of 2023, January to December. All figures are made up."""

# fmt: off

from tests.samples.rows import FIRST, LAST, RATIO, SUM, Row, counted, heading, indicator, months, of_plan

STEERING = "Công tác chỉ đạo, điều hành"
RULES = "Cải cách thể chế"
PROCEDURES = "Cải cách thủ tục hành chính"
APPARATUS = "Cải cách tổ chức bộ máy"
SERVICE = "Cải cách chế độ công vụ"
FINANCE = "Cải cách tài chính công"
DIGITAL = "Xây dựng chính quyền điện tử, chính quyền số"
SATISFACTION = "Mức độ hài lòng của tổ chức, cá nhân"

INDICATORS: list[Row] = [
    heading("CD", "1", STEERING),
    *of_plan("KH-", "1.1", STEERING),
    counted("KH-3", "1.1.3", STEERING, "Số nhiệm vụ quá hạn chưa hoàn thành", "Nhiệm vụ", "Số nhiệm vụ quá hạn chưa hoàn thành"),
    indicator("CD-11", "1.2", STEERING, "Số văn bản đã ban hành để triển khai Kế hoạch", "Văn bản", SUM, source="Sổ văn bản đi"),
    indicator("CD-12", "1.3", STEERING, "Số tin, bài tuyên truyền CCHC", "Tin, bài", SUM, tasks="I.2", source="Trang thông tin điện tử phường"),
    indicator("CD-13", "1.4", STEERING, "Số sáng kiến, giải pháp mới được áp dụng", "Sáng kiến", LAST, tasks="I.4", target="ít nhất 02 sáng kiến", source="Quyết định công nhận"),
    heading("TC", "2", RULES),
    indicator("TC-01", "2.1", RULES, "Số văn bản quy phạm pháp luật ban hành", "Văn bản", SUM, source="Sổ văn bản đi"),
    indicator("TC-02", "2.2", RULES, "Số văn bản đã tự kiểm tra", "Văn bản", SUM, tasks="II.1; II.2", source="Công chức Tư pháp - Hộ tịch"),
    indicator("TC-03", "2.3", RULES, "Số văn bản có nội dung trái pháp luật", "Văn bản", SUM, tasks="II.2", source="Công chức Tư pháp - Hộ tịch"),
    heading("TT", "3", PROCEDURES),
    indicator("TT-01", "3.1", PROCEDURES, "Tỷ lệ TTHC được công khai đúng quy định", "%", LAST, tasks="III.2", target="100%", measured="Số TTHC được công khai / tổng số TTHC thuộc thẩm quyền", source="Bộ phận Một cửa"),
    heading("TT-1", "3.2", PROCEDURES, "Tình hình giải quyết hồ sơ TTHC"),
    indicator("TT-11", "3.2.1", PROCEDURES, "Số hồ sơ kỳ trước chuyển sang", "Hồ sơ", FIRST, tasks="III.4", source="Phần mềm Một cửa điện tử"),
    indicator("TT-12", "3.2.2", PROCEDURES, "Số hồ sơ tiếp nhận mới", "Hồ sơ", SUM, tasks="III.4", source="Phần mềm Một cửa điện tử"),
    indicator("TT-13", "3.2.3", PROCEDURES, "Số hồ sơ đã giải quyết", "Hồ sơ", SUM, tasks="III.11", source="Phần mềm Một cửa điện tử"),
    indicator("TT-14", "3.2.4", PROCEDURES, "Số hồ sơ giải quyết trước hạn, đúng hạn", "Hồ sơ", SUM, tasks="III.11", source="Phần mềm Một cửa điện tử"),
    indicator("TT-15", "3.2.5", PROCEDURES, "Số hồ sơ giải quyết quá hạn", "Hồ sơ", SUM, tasks="III.11", source="Phần mềm Một cửa điện tử"),
    indicator("TT-16", "3.2.6", PROCEDURES, "Số hồ sơ đang giải quyết", "Hồ sơ", LAST, tasks="III.11", source="Phần mềm Một cửa điện tử"),
    indicator("TT-17", "3.2.7", PROCEDURES, "Tỷ lệ hồ sơ giải quyết trước hạn, đúng hạn", "%", RATIO, tasks="III.11; III.12", measured="Số hồ sơ giải quyết trước hạn, đúng hạn / số hồ sơ đã giải quyết"),
    indicator("TT-18", "3.2.8", PROCEDURES, "Tỷ lệ hồ sơ giải quyết quá hạn", "%", RATIO, tasks="III.11", target="dưới 0,5%", measured="Số hồ sơ giải quyết quá hạn / số hồ sơ đã giải quyết"),
    indicator("TT-02", "3.3", PROCEDURES, "Tỷ lệ hồ sơ chứng thực điện tử", "%", RATIO, tasks="III.10", target="tối thiểu 20%", measured="Số hồ sơ chứng thực điện tử / tổng số hồ sơ chứng thực"),
    indicator("TT-03", "3.4", PROCEDURES, "Tỷ lệ hồ sơ nộp trực tuyến", "%", RATIO, tasks="VII.4; VII.5", target="tối thiểu 50%", measured="Số hồ sơ nộp trực tuyến / số hồ sơ phát sinh của TTHC có dịch vụ công trực tuyến"),
    indicator("TT-04", "3.5", PROCEDURES, "Tỷ lệ hồ sơ thanh toán trực tuyến", "%", RATIO, tasks="VII.4", target="tối thiểu 15%", measured="Số hồ sơ thanh toán trực tuyến / số hồ sơ phát sinh của TTHC được thanh toán trực tuyến"),
    indicator("TT-05", "3.6", PROCEDURES, "Tỷ lệ TTHC có nghĩa vụ tài chính được thanh toán trên Cổng Dịch vụ công quốc gia", "%", LAST, tasks="VII.4", target="từ 25% trở lên", measured="Số TTHC đã phát sinh thanh toán trực tuyến / số TTHC có nghĩa vụ tài chính"),
    indicator("TT-06", "3.7", PROCEDURES, "Tỷ lệ hồ sơ tiếp nhận, trả kết quả qua bưu chính công ích", "%", RATIO, tasks="VII.6", target="tối thiểu 5%", measured="Số hồ sơ qua bưu chính công ích / số hồ sơ của TTHC được tiếp nhận, trả kết quả qua bưu chính công ích"),
    indicator("TT-07", "3.8", PROCEDURES, "Tỷ lệ kết quả giải quyết TTHC được số hóa", "%", RATIO, tasks="III.9", target="tối thiểu 90%", measured="Số kết quả được số hóa / số hồ sơ đã giải quyết"),
    heading("TT-9", "3.9", PROCEDURES, "Phản ánh, kiến nghị về quy định hành chính, TTHC"),
    indicator("TT-91", "3.9.1", PROCEDURES, "Số phản ánh, kiến nghị tiếp nhận", "PAKN", SUM, tasks="III.14", source="Cổng Dịch vụ công quốc gia"),
    indicator("TT-92", "3.9.2", PROCEDURES, "Tỷ lệ phản ánh, kiến nghị xử lý đúng hạn và công khai", "%", RATIO, tasks="III.14; III.15", target="100%", measured="Số phản ánh, kiến nghị xử lý đúng hạn / số phản ánh, kiến nghị đã tiếp nhận"),
    heading("BM", "4", APPARATUS),
    indicator("BM-01", "4.1", APPARATUS, "Số cán bộ, công chức được giao", "Người", LAST, source="Quyết định giao biên chế"),
    indicator("BM-02", "4.2", APPARATUS, "Số cán bộ, công chức có mặt", "Người", LAST, tasks="IV.3", source="Công chức Văn phòng - Thống kê"),
    heading("CV", "5", SERVICE),
    indicator("CV-01", "5.1", SERVICE, "Tỷ lệ cán bộ, công chức đạt chuẩn trình độ", "%", LAST, tasks="V.4", measured="Số cán bộ, công chức đạt chuẩn / số cán bộ, công chức có mặt"),
    indicator("CV-02", "5.2", SERVICE, "Số lượt cán bộ, công chức được cử đào tạo, bồi dưỡng", "Lượt người", SUM, tasks="V.4", source="Công chức Văn phòng - Thống kê"),
    indicator("CV-03", "5.3", SERVICE, "Số cán bộ, công chức bị xử lý kỷ luật", "Người", SUM, source="Công chức Văn phòng - Thống kê"),
    heading("KT", "6", FINANCE),
    indicator("KT-01", "6.1", FINANCE, "Tỷ lệ tiết kiệm chi phí hành chính (lũy kế)", "%", LAST, tasks="VI.2", target="từ 10% trở lên", measured="Kinh phí tiết kiệm / kinh phí hành chính đã giao đến kỳ báo cáo (triệu đồng)"),
    indicator("KT-02", "6.2", FINANCE, "Tỷ lệ giải ngân vốn đầu tư công (lũy kế)", "%", LAST, tasks="VI.1", measured="Vốn đã giải ngân / kế hoạch vốn năm (triệu đồng)"),
    heading("CQ", "7", DIGITAL),
    indicator("CQ-01", "7.1", DIGITAL, "Tỷ lệ văn bản đi được ký số đầy đủ", "%", RATIO, tasks="VII.2", target="100%", measured="Số văn bản đi được ký số / tổng số văn bản đi"),
    indicator("CQ-02", "7.2", DIGITAL, "Tỷ lệ văn bản đi được xét duyệt trên E-Office", "%", RATIO, tasks="VII.1", target="100%", measured="Số văn bản đi được xét duyệt trên E-Office / tổng số văn bản đi"),
    heading("HL", "8", SATISFACTION),
    indicator("HL-01", "8.1", SATISFACTION, "Mức độ hài lòng đối với UBND phường", "%", LAST, tasks="VIII.1", target="trên 84%", source="Kết quả khảo sát năm"),
]

# Files come in, wait, and are settled: carried over + received = settled + pending, month by month.
RECEIVED = [182, 196, 231, 214, 227, 219, 208, 236, 221, 229, 215, 203]
PENDING = [14, 12, 18, 13, 16, 17, 12, 19, 15, 17, 13, 9]
CARRIED = [11, *PENDING[:-1]]
SETTLED = [c + r - p for c, r, p in zip(CARRIED, RECEIVED, PENDING, strict=True)]
LATE = [2, 1, 2, 1, 1, 0, 1, 0, 0, 0, 1, 0]
IN_TIME = [s - late for s, late in zip(SETTLED, LATE, strict=True)]

PETITIONS = [0, 1, 0, 1, 1, 0, 2, 0, 1, 0, 1, 0]
PRESENT = [20, 20, 20, 20, 20, 20, 20, 21, 21, 21, 21, 21]
LETTERS = [84, 96, 131, 118, 127, 122, 109, 125, 121, 130, 134, 128]

COUNTS = {
    "CD-11": [0, 0, 1, 1, 2, 2, 4, 2, 3, 0, 1, 7],
    "CD-12": [2, 2, 3, 4, 4, 3, 4, 4, 5, 4, 5, 3],
    "CD-13": [0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2, 2],
    "TC-01": [0] * 12,
    "TC-02": [0, 0, 1, 1, 1, 1, 0, 1, 1, 0, 1, 1],
    "TC-03": [0] * 12,
    "TT-11": CARRIED,
    "TT-12": RECEIVED,
    "TT-13": SETTLED,
    "TT-14": IN_TIME,
    "TT-15": LATE,
    "TT-16": PENDING,
    "TT-91": PETITIONS,
    "BM-01": [21] * 12,
    "BM-02": PRESENT,
    "CV-02": [0, 1, 2, 3, 1, 2, 0, 2, 3, 2, 1, 0],
    "CV-03": [0] * 12,
}

RATIOS = {
    "TT-01": ([128] * 9 + [131] * 3, [128] * 9 + [131] * 3),
    "TT-17": (IN_TIME, SETTLED),
    "TT-18": (LATE, SETTLED),
    "TT-02": ([8, 10, 14, 15, 19, 21, 26, 33, 35, 38, 40, 36], [96, 104, 121, 112, 118, 115, 109, 124, 116, 120, 113, 104]),
    "TT-03": ([58, 67, 86, 85, 101, 103, 98, 118, 117, 126, 122, 119], [148, 159, 188, 173, 184, 178, 169, 192, 180, 187, 176, 165]),
    "TT-04": ([6, 8, 13, 14, 18, 19, 20, 26, 25, 28, 29, 27], [88, 92, 105, 98, 104, 101, 96, 110, 103, 107, 101, 94]),
    "TT-05": ([9, 9, 11, 12, 14, 15, 15, 16, 17, 17, 18, 18], [58] * 12),
    "TT-06": ([3, 4, 6, 5, 7, 8, 8, 10, 10, 12, 12, 11], [152, 163, 191, 177, 188, 182, 173, 196, 184, 190, 179, 169]),
    "TT-07": ([150, 170, 201, 203, 214, 212, 211, 229, 225, 227, 219, 207], SETTLED),
    "TT-92": (PETITIONS, PETITIONS),
    "CV-01": ([19] * 7 + [20] * 4 + [21], PRESENT),
    "KT-01": ([5, 9, 13, 17, 22, 26, 30, 35, 40, 44, 49, 53], [42, 80, 121, 163, 204, 246, 287, 329, 371, 412, 452, 491]),
    "KT-02": ([0, 210, 585, 902, 1364, 1746, 2134, 2590, 3104, 3541, 4020, 4481], [4850] * 12),
    "CQ-01": (LETTERS, LETTERS),
    "CQ-02": ([82, 94, *LETTERS[2:]], LETTERS),
}

MEASUREMENTS: list[Row] = [
    *months(2023, COUNTS, RATIOS),
    {"Kỳ": "2023", "Mã": "HL-01", "Giá trị": 86.2, "Ghi chú": "Kết quả khảo sát năm 2023"},
]
