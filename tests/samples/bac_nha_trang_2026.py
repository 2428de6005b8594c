"""Bắc Nha Trang ward in 2026, after the reform: it reports straight to the province. Plan and results are made up."""

# fmt: off

from tests.samples.bac_nha_trang_2026_results import DOCUMENTS, INDICATORS, MEASUREMENTS, RESULTS, WORDS
from tests.samples.rows import Row, day, due, info, results, section, shown_figures, task

OFFICE = "Văn phòng HĐND và UBND"
CULTURE = "Phòng Văn hóa - Xã hội"
ECONOMY = "Phòng Kinh tế, Hạ tầng và Đô thị"
CENTRE = "Trung tâm Phục vụ hành chính công"
ALWAYS = "Thường xuyên"

INFO: list[Row] = [
    info("Mã đơn vị", "bac-nha-trang"),
    info("Tên cơ quan", "ỦY BAN NHÂN DÂN\nPHƯỜNG BẮC NHA TRANG"),
    info("Tên trong câu", "UBND phường Bắc Nha Trang"),
    info("Tên gọi tắt", "UBND phường"),
    info("Tên ngắn", "P Bắc Nha Trang"),
    info("Cấp", "phường"),
    info("Cấp trên", "UBND tỉnh Khánh Hòa"),
    info("Cấp trên gọi tắt", "UBND tỉnh"),
    info("Địa danh", "Bắc Nha Trang"),
    info("“Trước ngày” tính cả ngày đó", "Có"),
    info("Văn bản điện tử", "Có"),
    info("Ký hiệu", "BC-UBND"),
    info("Quyền hạn, chức vụ người ký", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"),
    info("Họ tên người ký", "Trần Thị B"),
    info("Kính gửi", "Ủy ban nhân dân tỉnh Khánh Hòa\nSở Nội vụ tỉnh Khánh Hòa", "cchc"),
    info("Kính gửi", "Ủy ban nhân dân tỉnh Khánh Hòa (qua Sở Nội vụ)", "thang"),
    info("Nơi nhận", "Như trên\nTT. Đảng ủy, TT. HĐND phường\nCT, các PCT UBND phường\nCác phòng, Trung tâm thuộc UBND phường\nLưu: VT, VHXH.", "cchc"),
    info("Nơi nhận", "Như trên\nCT, các PCT UBND phường\nLưu: VT, VHXH.", "thang"),
    info("Nơi nhận", "Như trên\nLưu: VT, VHXH."),
    info("Ngày phải gửi", "10", "cchc"),
    info("Ngày phải gửi", "20", "thang"),
    info("Kỳ phải báo cáo", "quý I; 6 tháng đầu năm; quý III; năm", "cchc"),
    info("Số kế hoạch", "25/KH-UBND"),
    info("Ngày kế hoạch", "22/01/2026"),
    info("Tên kế hoạch", "cải cách hành chính năm 2026 trên địa bàn phường Bắc Nha Trang"),
    info("Cơ quan ban hành kế hoạch", "UBND phường Bắc Nha Trang"),
    info("Năm kế hoạch", "2026"),
    info("Số văn bản", "87", "cchc 2026-Q1"),
    info("Ngày văn bản", "10/3/2026", "cchc 2026-Q1"),
]

TASKS: list[Row] = [
    *section(
        "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
        task("Phân công nhiệm vụ CCHC đến từng phòng, đơn vị; gắn kết quả với đánh giá, xếp loại hằng quý", "Văn bản phân công nhiệm vụ", "Trong quý I/2026", OFFICE, CULTURE, "Văn phòng tham mưu phân công; các phòng, đơn vị giao việc đến từng công chức."),
        task("Tự kiểm tra công tác CCHC tại các phòng, đơn vị thuộc phường", "Kế hoạch, thông báo kết quả kiểm tra", "Quý II và quý IV/2026", CULTURE, OFFICE, "Mỗi đợt kiểm tra ít nhất 02 phòng, đơn vị; theo dõi việc khắc phục sau kiểm tra."),
        task("Tuyên truyền CCHC, dịch vụ công trực tuyến đến người dân, doanh nghiệp", "Tin, bài, buổi tuyên truyền tại tổ dân phố", ALWAYS, CULTURE, f"{CENTRE}; Tổ công nghệ số cộng đồng", "Tuyên truyền trên Cổng thông tin điện tử, trang Zalo của phường và tại tổ dân phố."),
        task("Báo cáo CCHC định kỳ đúng thời hạn, đủ nội dung", "Báo cáo quý I, 6 tháng, quý III và năm 2026", "Trong ngày 10 của tháng cuối kỳ báo cáo", CULTURE, OFFICE, "Các phòng, đơn vị gửi số liệu trước ngày 05; Phòng Văn hóa - Xã hội tổng hợp."),
    ),
    *section(
        "II. CẢI CÁCH THỂ CHẾ",
        task("Rà soát văn bản quy phạm pháp luật còn hiệu lực của các phường trước sắp xếp", "Báo cáo rà soát, kiến nghị xử lý", "Trước ngày 31/5/2026", OFFICE, f"{CULTURE}; {ECONOMY}", "Lập danh mục, đề xuất bãi bỏ hoặc ban hành mới."),
        task("Theo dõi tình hình thi hành pháp luật năm 2026", "Báo cáo theo dõi thi hành pháp luật", "Trước ngày 05/12/2026", OFFICE, "", "Tổng hợp, gửi Sở Tư pháp."),
    ),
    *section(
        "III. CẢI CÁCH THỦ TỤC HÀNH CHÍNH",
        task("Niêm yết, công khai đầy đủ thủ tục hành chính (TTHC) bằng mã QR", "100% TTHC được công khai tại Trung tâm và trên Cổng thông tin điện tử", ALWAYS, CENTRE, OFFICE, "Cập nhật trong 03 ngày làm việc kể từ khi có quyết định công bố."),
        task("Tiếp nhận, giải quyết TTHC không phụ thuộc địa giới hành chính trong tỉnh", "Hồ sơ được giải quyết đúng hạn từ 99% trở lên", "Từ quý II/2026", CENTRE, f"{CULTURE}; {ECONOMY}", "Nhắc hạn hằng ngày; hồ sơ quá hạn phải có văn bản xin lỗi."),
        task("Rà soát, kiến nghị cắt giảm, đơn giản hóa TTHC", "Báo cáo rà soát, phương án đơn giản hóa", "Chậm nhất ngày 30/9/2026", OFFICE, CENTRE, "Mỗi phòng đề xuất ít nhất 01 TTHC."),
        task("Khảo sát sự hài lòng của tổ chức, cá nhân tại Trung tâm Phục vụ hành chính công", "Báo cáo kết quả khảo sát từng quý", "Định kỳ hằng quý", CENTRE, CULTURE, "Khảo sát bằng phiếu và mã QR tại quầy."),
        task("Xử lý phản ánh, kiến nghị (PAKN) về TTHC đúng hạn, công khai kết quả", "100% PAKN được xử lý đúng hạn", "Theo thời hạn quy định, kể từ khi nhận phản ánh, kiến nghị", OFFICE, CENTRE, "Theo dõi trên Cổng Dịch vụ công quốc gia."),
    ),
    *section(
        "IV. TỔ CHỨC BỘ MÁY VÀ CHẾ ĐỘ CÔNG VỤ",
        task("Kiện toàn tổ dân phố sau sắp xếp", "Quyết định kiện toàn, công nhận tổ trưởng", "Trong quý II/2026", CULTURE, OFFICE, "Tổ chức hội nghị cử tri, kiện toàn các chức danh."),
        task("Bố trí công chức theo danh mục vị trí việc làm mới", "Phương án bố trí được phê duyệt", "Theo hướng dẫn của Sở Nội vụ", CULTURE, OFFICE, "Triển khai sau khi có hướng dẫn."),
        task("Bồi dưỡng kỹ năng số, kỹ năng giao tiếp cho công chức", "Ít nhất 02 lớp bồi dưỡng", "Trong năm 2026", CULTURE, CENTRE, "Phối hợp cơ sở đào tạo mở lớp tại phường."),
    ),
    *section(
        "V. CẢI CÁCH TÀI CHÍNH CÔNG",
        task("Giải ngân kế hoạch vốn đầu tư công năm 2026", "Tỷ lệ giải ngân đạt mức đề ra", "Đến ngày 30/9/2026 đạt tối thiểu 60%; đến ngày 31/12/2026 đạt tối thiểu 95%", ECONOMY, OFFICE, "Giao ban tiến độ 02 tuần một lần."),
        task("Sắp xếp, xử lý trụ sở dôi dư sau sắp xếp đơn vị hành chính", "Phương án xử lý được phê duyệt, bàn giao trụ sở", "Trước ngày 30/11/2026", ECONOMY, OFFICE, "Kiểm kê, lập phương án, trình UBND tỉnh."),
    ),
    *section(
        "VI. CHUYỂN ĐỔI SỐ",
        task("Nâng tỷ lệ hồ sơ nộp trực tuyến, dịch vụ công trực tuyến toàn trình", "Tối thiểu 75% hồ sơ nộp trực tuyến", ALWAYS, CENTRE, "Tổ công nghệ số cộng đồng; Đoàn Thanh niên", "Bố trí khu vực hỗ trợ người dân tự nộp hồ sơ."),
        task("Số hóa hồ sơ, kết quả giải quyết TTHC", "Tối thiểu 95% kết quả được số hóa", "Thường xuyên; hoàn thành số hóa kết quả còn hiệu lực trước ngày 31/10/2026", CENTRE, OFFICE, "Số hóa ngay khi tiếp nhận; số hóa dần kết quả của các phường trước sắp xếp."),
        task("Tập huấn Tổ công nghệ số cộng đồng", "02 đợt tập huấn", "Tháng 3 và tháng 9/2026", CULTURE, "Tổ công nghệ số cộng đồng", "Tập huấn VNeID, thanh toán điện tử, an toàn thông tin."),
        task("Áp dụng Hệ thống quản lý chất lượng theo TCVN ISO 9001:2015 trên môi trường điện tử", "Quyết định công bố hệ thống", "Trong năm 2026", OFFICE, f"{CULTURE}; {ECONOMY}; {CENTRE}", "Xây dựng lại quy trình theo mô hình chính quyền địa phương 02 cấp."),
    ),
]

MILESTONES: list[Row] = [
    due("I.1", "31/3/2026"),
    due("I.2", "30/6/2026", "Đợt quý II", start="01/4/2026"),
    due("I.2", "31/12/2026", "Đợt quý IV", start="01/10/2026"),
    *(due("I.4", f"10/{m}/2026", f"Báo cáo {name}") for m, name in ((3, "quý I"), (6, "6 tháng đầu năm"), (9, "quý III"), (12, "năm"))),
    due("II.1", "trước 31/5/2026"),
    due("II.2", "trước 05/12/2026"),
    due("III.2", start="01/4/2026"),
    {**due("III.3", "30/9/2026"), "Gia hạn đến": day("15/10/2026"), "Văn bản gia hạn": "Công văn số 3120/VP-KSTT ngày 24/9/2026 của Văn phòng UBND tỉnh"},
    *(due("III.4", last, f"Khảo sát quý {name}") for last, name in (("31/3/2026", "I"), ("30/6/2026", "II"), ("30/9/2026", "III"), ("31/12/2026", "IV"))),
    due("III.5", label="Từng phản ánh, kiến nghị"),
    due("IV.1", "30/6/2026"),
    due("IV.3", "31/12/2026"),
    due("V.1", "30/9/2026", "Giải ngân tối thiểu 60%", required=60),
    due("V.1", "31/12/2026", "Giải ngân tối thiểu 95%", required=95),
    due("V.2", "trước 30/11/2026"),
    due("VI.2", "trước 31/10/2026", "Số hóa kết quả còn hiệu lực"),
    due("VI.3", "31/3/2026", "Đợt tháng 3"),
    due("VI.3", "30/9/2026", "Đợt tháng 9"),
    due("VI.4", "31/12/2026"),
]

ROWS: dict[str, list[Row]] = {
    "Thông tin": INFO,
    "Nhiệm vụ": TASKS,
    "Mốc": MILESTONES,
    "Kết quả": results(RESULTS, TASKS),
    "Chỉ tiêu": INDICATORS,
    "Số liệu": shown_figures(MEASUREMENTS, INDICATORS),
    "Văn bản": DOCUMENTS,
    "Lời văn": WORDS,
}
