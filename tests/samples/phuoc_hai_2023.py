"""Phước Hải ward in 2023: it reports to the city, on the 13th and the 25th. The plan is real, what came of it made up."""

# fmt: off

from tests.samples.phuoc_hai_2023_figures import INDICATORS, MEASUREMENTS
from tests.samples.phuoc_hai_2023_plan import MILESTONES, TASKS
from tests.samples.phuoc_hai_2023_results import RESULTS
from tests.samples.rows import Row, document, info, results, shown_figures, words

CITY = "UBND thành phố Nha Trang"

INFO: list[Row] = [
    info("Mã đơn vị", "phuoc-hai"),
    info("Cơ quan chủ quản", CITY.upper()),
    info("Tên cơ quan", "ỦY BAN NHÂN DÂN\nPHƯỜNG PHƯỚC HẢI"),
    info("Tên trong câu", "UBND phường Phước Hải"),
    info("Tên gọi tắt", "UBND phường"),
    info("Tên ngắn", "P Phước Hải"),
    info("Cấp", "phường"),
    info("Cấp trên", CITY),
    info("Cấp trên gọi tắt", "UBND thành phố"),
    info("Địa danh", "Phước Hải"),
    info("“Trước ngày” tính cả ngày đó", "Không"),
    info("Văn bản điện tử", "Có"),
    info("Ký hiệu", "BC-UBND"),
    info("Quyền hạn, chức vụ người ký", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"),
    info("Họ tên người ký", "Nguyễn Văn A"),
    info("Kính gửi", CITY, "cchc"),
    info("Kính gửi", f"{CITY} (qua Phòng Nội vụ)", "thang"),
    info("Nơi nhận", "Như trên\nPhòng Nội vụ thành phố\nTT. Đảng ủy, TT. HĐND phường\nLãnh đạo UBND phường\nCác bộ phận chuyên môn\nLưu: VT, VP-TK.", "cchc"),
    info("Nơi nhận", "Như trên\nTT. Đảng ủy, TT. HĐND phường\nLãnh đạo UBND phường\nLưu: VT, VP-TK.", "thang"),
    info("Nơi nhận", "Như trên\nLưu: VT, VP-TK."),
    info("Viện dẫn thêm", "Kế hoạch số 2724/KH-UBND ngày 14/4/2023 của UBND thành phố Nha Trang về khắc phục các tồn tại, hạn chế, nâng cao Chỉ số cải cách hành chính của UBND thành phố Nha Trang năm 2023", "thang"),
    info("Ngày phải gửi", "13", "cchc"),
    info("Ngày phải gửi", "25", "thang"),
    info("Kỳ phải báo cáo", "6 tháng đầu năm; quý III; năm", "cchc"),
    info("Số kế hoạch", "567/KH-UBND"),
    info("Ngày kế hoạch", "25/4/2023"),
    info("Tên kế hoạch", "khắc phục các tồn tại, hạn chế, nâng cao Chỉ số cải cách hành chính của UBND phường Phước Hải năm 2023"),
    info("Cơ quan ban hành kế hoạch", "UBND phường Phước Hải"),
    info("Năm kế hoạch", "2023"),
    info("Số văn bản", "98", "thang 2023-05"),
    info("Ngày văn bản", "25/5/2023", "thang 2023-05"),
]

DOCUMENTS: list[Row] = [
    document("267/KH-UBND", "07/3/2023", "Tuyên truyền cải cách hành chính năm 2023", "I.2"),
    document("384/KH-UBND", "23/3/2023", "Cải thiện mức độ hài lòng của tổ chức, cá nhân năm 2023", "VIII.1"),
    document("567/KH-UBND", "25/4/2023", "Khắc phục các tồn tại, hạn chế, nâng cao Chỉ số cải cách hành chính năm 2023"),
    document("640/UBND-VP", "12/5/2023", "Chấn chỉnh việc giải quyết hồ sơ thủ tục hành chính quá hạn", "III.11; III.12"),
    document("112/TB-UBND", "23/5/2023", "Phân công nhiệm vụ cán bộ, công chức", "IV.3"),
    document("03/CTr-UBND", "30/5/2023", "Thực hành tiết kiệm, chống lãng phí năm 2023", "VI.3"),
    document("702/KH-UBND", "16/6/2023", "Chuyển đổi số năm 2023", "VII.7"),
    document("128/BC-UBND", "20/6/2023", "Kết quả rà soát, đơn giản hóa thủ tục hành chính năm 2023", "III.1"),
    document("133/BC-UBND", "27/6/2023", "Công tác kiểm soát thủ tục hành chính quý II năm 2023", "III.1; III.16"),
    document("789/UBND-VP", "10/7/2023", "Đôn đốc số hóa kết quả giải quyết thủ tục hành chính", "VII.8"),
    document("812/UBND-VP", "20/7/2023", "Đăng ký, áp dụng giải pháp mới trong cải cách hành chính", "I.4"),
    document("845/UBND-VP", "31/7/2023", "Triển khai Nghị định số 33/2023/NĐ-CP của Chính phủ", "V.1"),
    document("146/QĐ-UBND", "18/8/2023", "Ban hành Quy chế quản lý, sử dụng tài sản công", "VI.4"),
    document("921/UBND-VP", "28/8/2023", "Kiến nghị điều chỉnh thủ tục hành chính lĩnh vực hộ tịch", "III.3"),
    document("186/BC-UBND", "14/9/2023", "Công tác kiểm soát thủ tục hành chính quý III năm 2023", "III.1; III.16"),
    document("205/QĐ-UBND", "06/11/2023", "Công nhận sáng kiến, giải pháp mới trong cải cách hành chính", "I.4"),
    document("251/BC-UBND", "22/11/2023", "Kết quả thực hiện Kế hoạch cải cách hành chính năm 2023", "I.1"),
    document("252/BC-UBND", "23/11/2023", "Kết quả tuyên truyền cải cách hành chính năm 2023", "I.2"),
    document("263/BC-UBND", "30/11/2023", "Công tác theo dõi tình hình thi hành pháp luật năm 2023", "II.3; II.4; II.5"),
    document("31/TTr-UBND", "05/12/2023", "Phương án sắp xếp tổ dân phố", "IV.1"),
    document("268/BC-UBND", "08/12/2023", "Kết quả kiểm tra, xử lý, rà soát, hệ thống hóa văn bản quy phạm pháp luật năm 2023", "II.1; II.2"),
    document("269/BC-UBND", "11/12/2023", "Tình hình quản lý, sử dụng tài sản công năm 2023", "VI.4"),
    document("271/BC-UBND", "12/12/2023", "Kết quả thực hiện Kế hoạch chuyển đổi số năm 2023", "VII.7"),
    document("275/BC-UBND", "15/12/2023", "Công tác kiểm soát thủ tục hành chính quý IV và năm 2023", "III.1; III.16"),
    document("277/BC-UBND", "18/12/2023", "Kết quả thực hành tiết kiệm, chống lãng phí năm 2023", "VI.3"),
]

WORDS: list[Row] = [
    words("2023-06", "Chỉ đạo điều hành", "Trong tháng, UBND phường đã họp giao ban hằng tuần để đôn đốc các nhiệm vụ sắp đến hạn; yêu cầu các bộ phận gửi kết quả trước ngày 22 để tổng hợp."),
    words("2023-06", "Phương hướng", "Gửi báo cáo kiểm soát TTHC quý II ngay khi được cấp lại quyền trên Hệ thống báo cáo Chính phủ; tập trung nâng tỷ lệ chứng thực điện tử và hồ sơ trực tuyến."),
    words("2023-H1", "Chỉ đạo điều hành", "UBND phường đã quán triệt Kế hoạch đến toàn thể cán bộ, công chức, người hoạt động không chuyên trách; phân công rõ người chủ trì, người phối hợp đối với từng nhiệm vụ.\nChủ tịch UBND phường họp hằng tuần để đánh giá kết quả thực hiện, kịp thời đôn đốc các bộ phận còn chậm."),
    words("2023-H1", "Kiểm tra", "Đã tự kiểm tra việc giải quyết TTHC tại Bộ phận Một cửa 02 lần; nhắc nhở, chấn chỉnh việc cập nhật hồ sơ chậm trên phần mềm."),
    words("2023-H1", "Tuyên truyền", "Nội dung tuyên truyền chú trọng hướng dẫn nộp hồ sơ và thanh toán trực tuyến, được gửi đến nhóm Zalo của các tổ dân phố."),
    words("2023-H1", "Sáng kiến", "Giải pháp nhắc hẹn giúp tổ chức, cá nhân chủ động thời gian nhận kết quả giải quyết TTHC."),
    words("2023-H1", "Kết quả đạt được", "Công tác CCHC được triển khai đồng bộ; việc giải quyết hồ sơ có chuyển biến; các văn bản đi đều được ký số và gửi trên môi trường điện tử."),
    words("2023-H1", "Tồn tại, hạn chế", "Một số bộ phận gửi kết quả, số liệu chưa đúng thời gian quy định."),
    words("2023-H1", "Phương hướng", "Bố trí công chức và đoàn viên thanh niên hỗ trợ người dân nộp hồ sơ trực tuyến, chứng thực điện tử tại Bộ phận Một cửa vào các buổi sáng trong tuần."),
    words("2023-Q3", "Chỉ đạo điều hành", "Trong quý, UBND phường đã tập trung khắc phục các chỉ tiêu chưa đạt của 6 tháng đầu năm; giao chỉ tiêu chứng thực điện tử, hồ sơ trực tuyến đến từng bộ phận."),
    words("2023-Q3", "Kết quả đạt được", "Tỷ lệ chứng thực điện tử trong quý III đạt 26,93%, tăng rõ so với 6 tháng đầu năm; đã trang bị thêm 01 máy quét phục vụ số hóa hồ sơ."),
    words("2023-Q3", "Tồn tại, hạn chế", "Một giải pháp mới chưa được công nhận hiệu quả, phải đăng ký giải pháp thay thế."),
    words("2023", "Chỉ đạo điều hành", "UBND phường xác định CCHC là nhiệm vụ trọng tâm; duy trì họp đánh giá hằng tuần, gắn kết quả thực hiện với đánh giá, xếp loại cán bộ, công chức."),
    words("2023", "Kết quả đạt được", "Kết quả giải quyết TTHC có chuyển biến rõ; tỷ lệ hồ sơ quá hạn giảm còn 0,35%; mức độ hài lòng của tổ chức, cá nhân đạt 86,2%."),
    words("2023", "Tồn tại, hạn chế", "Một số báo cáo trong quý II gửi chậm so với quy định."),
    words("2023", "Phương hướng", "Tiếp tục giải ngân 100% kế hoạch vốn trước ngày 31/01/2024; xây dựng Kế hoạch CCHC năm 2024 ngay từ đầu năm, phân công rõ người, rõ việc, rõ thời hạn."),
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
