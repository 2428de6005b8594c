"""Nha Trang city's quality objectives of 2022 (727/UBND-VP): objectives condensed, all figures and results made up."""

# fmt: off

from generator.domain.indicator import EITHER
from tests.samples.rows import DOING, RATIO, Row, day, indicator, info, months, said, words

GROUP = "Mục tiêu chất lượng"
ROOMS = "Các cơ quan chuyên môn thuộc UBND thành phố"
SPAN = "Tháng 01/2022 – Tháng 12/2022"

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
    info("Ký hiệu", "BC-UBND"),
    info("Quyền hạn, chức vụ người ký", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"),
    info("Họ tên người ký", "Nguyễn Văn B"),
    info("Kính gửi", "UBND tỉnh Khánh Hòa\nSở Khoa học và Công nghệ tỉnh Khánh Hòa"),
    info("Nơi nhận", "Như trên\nCT, các PCT UBND thành phố\nCác cơ quan chuyên môn thành phố\nLưu: VT."),
    info("Số kế hoạch", "727/UBND-VP"),
    info("Ngày kế hoạch", "28/01/2022"),
    info("Tên kế hoạch", "thực hiện mục tiêu chất lượng năm 2022 của UBND thành phố Nha Trang"),
    info("Cơ quan ban hành kế hoạch", "UBND thành phố Nha Trang"),
    info("Năm kế hoạch", "2022"),
]

_OBJECTIVES = (
    ("100% hồ sơ được tiếp nhận và giải quyết đúng quy định về cơ chế một cửa, một cửa liên thông", "Số liệu của Hệ thống thông tin một cửa điện tử tỉnh"),
    ("Giảm tỷ lệ hồ sơ trễ hạn của thành phố xuống dưới 1,5%; riêng các lĩnh vực đất đai, môi trường, xây dựng, hộ tịch không quá 2%", "Số hồ sơ giải quyết trễ hạn/Tổng số hồ sơ đã giải quyết"),
    ("Tỷ lệ hồ sơ trực tuyến từ 25% trở lên trên tổng số hồ sơ, hoặc từ 45% trở lên trên số hồ sơ của các TTHC trực tuyến", "Số hồ sơ trực tuyến/Tổng số hồ sơ tiếp nhận, hoặc trên số hồ sơ của TTHC trực tuyến"),
    ("100% phản ánh, kiến nghị về quy định hành chính, TTHC được xử lý, trả lời đúng thời hạn", "Số phản ánh, kiến nghị giải quyết đúng hạn/Tổng số đã tiếp nhận"),
    ("Mức độ hài lòng của tổ chức, cá nhân đối với sự phục vụ của thành phố đạt trên 83%", "Kết quả đánh giá theo Thông tư số 01/2018/TT-VPCP"),
)

TASKS: list[Row] = [
    {
        "Mã": str(number), "Lĩnh vực": GROUP, "Nhiệm vụ": text, "Sản phẩm/kết quả": measured, "Tiến độ": SPAN,
        "Chủ trì": "Văn phòng HĐND và UBND thành phố", "Phối hợp": ROOMS,
        "Phân công và cách thức thực hiện": "Các cơ quan theo dõi, đôn đốc, báo cáo kết quả hằng tháng.",
    }
    for number, (text, measured) in enumerate(_OBJECTIVES, start=1)
]
MILESTONES: list[Row] = [
    {"Mã": str(number), "Từ ngày": day("01/01/2022"), "Đến hạn": day("31/12/2022")} for number in range(1, 6)
]

INDICATORS: list[Row] = [
    indicator("MT1", "1", GROUP, "Tỷ lệ hồ sơ tiếp nhận, giải quyết đúng quy định", "%", RATIO, tasks="1", target="100%"),
    indicator("MT2", "2.1", GROUP, "Tỷ lệ hồ sơ trễ hạn của thành phố", "%", RATIO, tasks="2", target="dưới 1,5%"),
    indicator("MT3", "2.2", GROUP, "Tỷ lệ hồ sơ trễ hạn của các lĩnh vực đất đai, môi trường, xây dựng, hộ tịch", "%", RATIO, tasks="2", target="không quá 2%"),
    {**indicator("MT4", "3.1", GROUP, "Tỷ lệ hồ sơ trực tuyến trên tổng số hồ sơ", "%", RATIO, tasks="3", target="từ 25% trở lên"), "Nguồn": EITHER},
    {**indicator("MT5", "3.2", GROUP, "Tỷ lệ hồ sơ trực tuyến trên số hồ sơ của TTHC trực tuyến", "%", RATIO, tasks="3", target="từ 45% trở lên"), "Nguồn": EITHER},
    indicator("MT6", "4", GROUP, "Tỷ lệ phản ánh, kiến nghị xử lý đúng hạn", "%", RATIO, tasks="4", target="100%"),
    indicator("MT7", "5", GROUP, "Mức độ hài lòng của tổ chức, cá nhân", "%", RATIO, tasks="5", target="trên 83%"),
]

_FILES = (2140, 1780, 2605, 2480, 2390, 2510, 2455, 2630, 2575, 2490, 2560, 2380)
_LATE = (52, 41, 49, 40, 35, 31, 30, 33, 29, 27, 28, 24)
_OF_FOUR = (980, 815, 1190, 1120, 1085, 1140, 1105, 1190, 1160, 1120, 1150, 1075)
_LATE_OF_FOUR = (31, 26, 30, 24, 21, 18, 17, 19, 16, 15, 15, 12)
_ONLINE = (402, 365, 561, 566, 571, 627, 638, 710, 721, 722, 768, 738)
_OF_ONLINE = (890, 760, 1145, 1120, 1105, 1190, 1180, 1285, 1270, 1240, 1290, 1215)
_PETITIONS = (2, 1, 3, 2, 1, 2, 2, 3, 1, 2, 2, 1)
_ASKED = (180, 150, 210, 200, 190, 205)
_CONTENT = (149, 125, 176, 168, 160, 173)

MEASUREMENTS: list[Row] = [
    *months(2022, {}, {
        "MT1": (_FILES, _FILES),
        "MT2": (_LATE, _FILES),
        "MT3": (_LATE_OF_FOUR, _OF_FOUR),
        "MT4": (_ONLINE, _FILES),
        "MT5": (_ONLINE, _OF_ONLINE),
        "MT6": (_PETITIONS, _PETITIONS),
    }),
    *({"Kỳ": f"2022-{n:02}", "Mã": "MT7", "Tử số": part, "Mẫu số": whole} for n, (part, whole) in enumerate(zip(_CONTENT, _ASKED, strict=True), start=7)),
]

_CAUSE = "Hồ sơ đất đai phải xác minh nhiều lần, phối hợp giữa các cơ quan còn chậm"
RESULTS: list[Row] = [
    {"Mã": "1", **said("30/6/2022", DOING, "Toàn bộ hồ sơ được tiếp nhận, giải quyết qua hệ thống một cửa điện tử")},
    {"Mã": "2", **said("30/6/2022", DOING, "Tỷ lệ trễ hạn giảm dần qua các tháng", cause=_CAUSE, remedy="Rà soát hồ sơ trễ hạn hằng tuần, nhắc việc trước hạn 03 ngày")},
    {"Mã": "3", **said("30/6/2022", DOING, "Đã hướng dẫn nộp hồ sơ trực tuyến tại Bộ phận Một cửa và 27 xã, phường")},
    {"Mã": "4", **said("30/6/2022", DOING, "Đã trả lời đúng hạn 11/11 phản ánh, kiến nghị")},
    {"Mã": "5", **said("30/6/2022", DOING, "Đã phát phiếu đánh giá; kết quả được tổng hợp từ tháng 7")},
    {"Mã": "2", **said("31/12/2022", DOING, "Tỷ lệ trễ hạn tiếp tục giảm trong quý IV", cause=_CAUSE, remedy="Tiếp tục giao chỉ tiêu hồ sơ đúng hạn cho từng cơ quan từ tháng 01/2023")},
    {"Mã": "1", **said("31/12/2022", DOING, "Toàn bộ hồ sơ của năm được tiếp nhận, giải quyết qua hệ thống một cửa điện tử")},
    {"Mã": "3", **said("31/12/2022", DOING, "Tiếp tục hỗ trợ nộp hồ sơ trực tuyến tại Bộ phận Một cửa")},
    {"Mã": "4", **said("31/12/2022", DOING, "Đã trả lời đúng hạn 22/22 phản ánh, kiến nghị")},
    {"Mã": "5", **said("31/12/2022", DOING, "Đã tổng hợp 1.135 phiếu đánh giá của 6 tháng cuối năm")},
]

WORDS: list[Row] = [
    words("2022", "Phương hướng", "UBND thành phố xây dựng mục tiêu chất lượng năm 2023 trên cơ sở kết quả năm 2022."),
]

ROWS: dict[str, list[Row]] = {
    "Thông tin": INFO,
    "Nhiệm vụ": TASKS,
    "Mốc": MILESTONES,
    "Kết quả": RESULTS,
    "Chỉ tiêu": INDICATORS,
    "Số liệu": MEASUREMENTS,
    "Văn bản": [],
    "Lời văn": WORDS,
}
