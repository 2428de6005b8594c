"""Nha Trang city in 2023: what its departments reported, its list of units, its signer. All results are made up."""

# fmt: off

from tests.samples.nha_trang_2023 import SENT_NOTHING, places
from tests.samples.nha_trang_2023_plan import MILESTONES, TASKS
from tests.samples.rows import DOING, DONE, RATIO, SUM, TODO, Row, day, document, indicator, info, results, said, words

INFO: list[Row] = [
    info("Mã đơn vị", "nha-trang"),
    info("Tên cơ quan", "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ NHA TRANG"),
    info("Tên trong câu", "UBND thành phố Nha Trang"),
    info("Tên gọi tắt", "UBND thành phố"),
    info("Tên ngắn", "TP Nha Trang"),
    info("Cấp", "thành phố"),
    info("Cấp trên", "UBND tỉnh Khánh Hòa"),
    info("Cấp trên gọi tắt", "UBND tỉnh"),
    info("Địa danh", "Nha Trang"),
    info("“Trước ngày” tính cả ngày đó", "Không"),
    info("Văn bản điện tử", "Có"),
    info("Xếp thứ đơn vị theo", "Tỷ lệ hoàn thành nhiệm vụ đến hạn"),
    info("Ngưỡng tỷ lệ (%)", "50; 80"),
    info("Ký hiệu", "BC-UBND"),
    info("Quyền hạn, chức vụ người ký", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"),
    info("Họ tên người ký", "Nguyễn Văn B"),
    info("Kính gửi", "UBND tỉnh Khánh Hòa\nSở Nội vụ tỉnh Khánh Hòa"),
    info("Nơi nhận", "Như trên\nTT. Thành ủy, TT. HĐND thành phố\nCT, các PCT UBND thành phố\nUBND các xã, phường\nLưu: VT, NV."),
    info("Ngày phải gửi", "14", "cchc"),
    info("Ngày phải gửi", "25", "thang"),
    info("Kỳ phải báo cáo", "6 tháng đầu năm; quý III; năm", "cchc"),
    info("Số kế hoạch", "2724/KH-UBND"),
    info("Ngày kế hoạch", "14/4/2023"),
    info("Tên kế hoạch", "khắc phục các tồn tại, hạn chế, nâng cao Chỉ số cải cách hành chính của UBND thành phố Nha Trang năm 2023"),
    info("Cơ quan ban hành kế hoạch", "UBND thành phố Nha Trang"),
    info("Năm kế hoạch", "2023"),
]

#: What goes on all year, as told on 10/6.
_GOES_ON = {
    "I.6": "Hoàn thành 186/195 nhiệm vụ UBND tỉnh giao đến hạn, đạt 95,4%",
    "III.1": "Các cơ quan đã gửi kết quả rà soát, kiến nghị đơn giản hóa 06 TTHC",
    "III.2": "Đã niêm yết, công khai 312/312 TTHC thuộc thẩm quyền",
    "III.3": "Đã có 02 văn bản kiến nghị công bố, điều chỉnh TTHC",
    "III.4": "Toàn bộ TTHC được tiếp nhận, trả kết quả tại Bộ phận Một cửa",
    "III.5": "Thông tin được công khai tại Bộ phận Một cửa và trên Giấy tiếp nhận",
    "III.6": "Kiểm tra ngẫu nhiên 240 hồ sơ, nhắc nhở 05 trường hợp thiếu phiếu",
    "III.7": "92% hồ sơ đầu vào được tạo lập hồ sơ điện tử",
    "III.8": "Kiểm tra hằng tuần, chấn chỉnh 03 bộ phận cập nhật chậm",
    "III.9": "Đã số hóa 88% kết quả giải quyết TTHC phát sinh",
    "III.10": "Đã hướng dẫn chứng thực điện tử tại 27/27 xã, phường",
    "III.11": "Tỷ lệ hồ sơ trễ hạn là 0,62%",
    "III.12": "Thống kê hai tuần một lần, phê bình 03 đơn vị để hồ sơ trễ hạn",
    "III.13": "Tổng hợp 1.120 phiếu đánh giá, kết quả đạt mức tốt",
    "III.14": "Đã xử lý 14/14 phản ánh, kiến nghị đúng hạn",
    "IV.2": "Các cơ quan bố trí lãnh đạo cấp phòng đúng số lượng",
    "V.6": "Không có trường hợp bị xử lý kỷ luật theo yêu cầu của cấp trên",
    "VII.1": "100% văn bản đi được xét duyệt trên E-Office",
    "VII.2": "98,7% văn bản đi có đủ chữ ký số",
    "VII.3": "100% văn bản đi được gửi điện tử",
    "VII.4": "Các báo cáo ngành được gửi trên hệ thống",
    "VII.5": "Tỷ lệ thanh toán trực tuyến đạt 11,3%",
    "VII.7": "4,1% hồ sơ được trả kết quả qua bưu chính công ích",
    "IX.3": "86% TTHC trực tuyến có phát sinh hồ sơ",
    "X.3": "Hồ sơ trực tuyến được phản hồi trong thời hạn",
    "X.4": "Hồ sơ liên thông được xử lý đúng thời hạn",
    "X.5": "Đã trả lời 09/09 phản ánh trên các cổng thông tin",
    "X.6": "Chưa có phản ánh đúng về hành vi gây phiền hà",
    "X.7": "Không gửi văn bản giấy đối với văn bản phải trao đổi điện tử",
}
#: What is under way and falls due later.
_UNDER_WAY = {
    "I.1": "Đã hoàn thành 21/48 nhiệm vụ của Kế hoạch CCHC thành phố",
    "I.4": "Đã đăng 64 tin, bài về CCHC",
    "I.7": "Đã tiếp nhận đăng ký 09 sáng kiến, giải pháp",
    "II.1": "Đã tổng hợp kết quả tự kiểm tra văn bản 6 tháng đầu năm",
    "II.3": "Đã kiểm tra việc thi hành pháp luật tại 03 đơn vị",
    "IV.7": "Đã triển khai 04/04 nội dung được ủy quyền",
    "V.1": "Đã rà soát vị trí việc làm của 13/13 cơ quan",
    "V.2": "Đã bổ nhiệm lại 02 trường hợp đúng quy định",
    "V.4": "Đã tổ chức 03/07 lớp bồi dưỡng",
    "V.9": "Đã cử 11 cán bộ, công chức cấp xã đi học",
    "VI.2": "Đã tiết kiệm 10% chi thường xuyên theo dự toán",
    "VI.3": "Đã ban hành Chương trình thực hành tiết kiệm, chống lãng phí",
    "VI.4": "Các đơn vị đã ban hành quy chế quản lý tài sản công",
    "VI.5": "Thu ngân sách đạt 52% dự toán",
    "VII.6": "16/27 xã, phường đạt chỉ tiêu hồ sơ trực tuyến",
    "VII.8": "Đã ban hành Kế hoạch chuyển đổi số năm 2023",
    "VII.9": "Đã số hóa 61% kết quả còn hiệu lực",
    "VII.10": "Đã tập huấn, rà soát tài liệu của hệ thống",
    "IX.1": "Đã có 01 văn bản kiến nghị UBND tỉnh",
    "IX.4": "Các xã, phường đã phân tích tiêu chí còn hạn chế",
}
_OTHERS = {
    "I.2": [said("10/6/2023", DOING, "Đã ban hành Kế hoạch kiểm tra, kiểm tra 03/05 đơn vị của quý II", of="Kiểm tra quý II", by="Kế hoạch số 3105/KH-UBND ngày 28/4/2023")],
    "I.5": [said("14/6/2023", DONE, "Đã gửi báo cáo CCHC 6 tháng đầu năm", of="Báo cáo 6 tháng đầu năm", done="14/6/2023")],
    "I.8": [
        said("05/5/2023", DONE, "Đã tổng hợp kết quả đánh giá tháng 4 của các cơ quan", of="Tháng 4", done="29/4/2023"),
        said("10/6/2023", DOING, "Còn 02 cơ quan, 05 xã, phường chưa gửi kết quả đánh giá tháng 5", of="Tháng 5", cause="Một số cơ quan, xã, phường gửi kết quả chậm", remedy="Đã có văn bản đôn đốc, hoàn thành trước ngày 20/6/2023"),
    ],
    "III.15": [said("10/6/2023", DOING, "Đã công khai 14/14 kết quả trả lời")],
    "III.16": [said("10/6/2023", DOING, "Đã kiểm tra 05/07 xã, phường của quý II", of="Kiểm tra quý II")],
    "V.5": [said("12/6/2023", DONE, "Đã gửi báo cáo 06 tháng", of="Báo cáo 06 tháng", done="12/6/2023", by="Báo cáo số 412/BC-UBND ngày 12/6/2023")],
    "V.8": [said("10/6/2023", DOING, "Đã cập nhật 37/37 trường hợp thay đổi")],
    "VI.1": [said("10/6/2023", DOING, "Giải ngân đạt 38,5% kế hoạch vốn", of="Giải ngân tối thiểu 90%", percent=38.5, trouble="Vướng giải phóng mặt bằng ở 02 dự án", wish="Bổ sung hướng dẫn xác định giá đất cụ thể")],
    "VIII.1": [said("10/5/2023", DONE, "Đã ban hành Kế hoạch cải thiện Chỉ số hài lòng năm 2023", done="08/5/2023", by="Kế hoạch số 3310/KH-UBND ngày 08/5/2023")],
    **{code: [said("10/6/2023", TODO, "")] for code in ("I.3", "II.2", "II.5", "IV.6", "V.3", "V.7", "VII.11", "VII.12", "X.1", "X.2")},
    "II.4": [said("10/6/2023", DOING, "Đã gửi 01 báo cáo đột xuất theo yêu cầu của Sở Tư pháp", of="Báo cáo định kỳ, đột xuất trong năm")],
}

RESULTS = {
    **{code: [said("10/6/2023", DOING, text)] for code, text in (_GOES_ON | _UNDER_WAY).items()},
    **_OTHERS,
}

DOCUMENTS: list[Row] = [
    document("3105/KH-UBND", "28/4/2023", "Kiểm tra công tác cải cách hành chính năm 2023", "I.2"),
    document("3310/KH-UBND", "08/5/2023", "Cải thiện Chỉ số hài lòng của UBND thành phố năm 2023", "VIII.1"),
    document("412/BC-UBND", "12/6/2023", "Chấn chỉnh kỷ luật, kỷ cương hành chính 6 tháng đầu năm 2023", "V.5"),
]

INDICATORS: list[Row] = [
    indicator("HS", "1.1", "Kết quả giải quyết thủ tục hành chính", "Số hồ sơ tiếp nhận", "hồ sơ", SUM),
    indicator("DH", "1.2", "Kết quả giải quyết thủ tục hành chính", "Tỷ lệ hồ sơ giải quyết đúng hạn", "%", RATIO, target="tối thiểu 98%"),
    indicator("TT", "1.3", "Kết quả giải quyết thủ tục hành chính", "Tỷ lệ hồ sơ nộp trực tuyến", "%", RATIO, target="tối thiểu 35%"),
    indicator("CT", "1.4", "Kết quả giải quyết thủ tục hành chính", "Tỷ lệ chứng thực điện tử", "%", RATIO, target="tối thiểu 20%"),
]

#: Two units sent late, as the city noted on the day.
_RECEIVED_LATE = {"phuong-vinh-hai": "14/6/2023", "xa-vinh-ngoc": "14/6/2023"}

UNITS: list[Row] = [
    {
        "Mã": place.code,
        "Tên": f"UBND {place.level} {place.name}",
        "Nhóm": "Phường" if place.level == "phường" else "Xã",
        "Liên hệ": "Văn phòng - Thống kê",
        "Ngày nhận": None if place.code in SENT_NOTHING else day(_RECEIVED_LATE.get(place.code, "13/6/2023")),
    }
    for place in places()
]

WORDS: list[Row] = [
    words("2023-H1", "Phương hướng", "UBND thành phố tập trung chỉ đạo các cơ quan, xã, phường hoàn thành các nhiệm vụ quá hạn, nâng tỷ lệ hồ sơ trực tuyến và chứng thực điện tử."),
]

ROWS: dict[str, list[Row]] = {
    "Thông tin": INFO,
    "Nhiệm vụ": TASKS,
    "Mốc": MILESTONES,
    "Kết quả": results(RESULTS, TASKS),
    "Chỉ tiêu": INDICATORS,
    "Số liệu": [],
    "Văn bản": DOCUMENTS,
    "Lời văn": WORDS,
    "Đơn vị": UNITS,
}
