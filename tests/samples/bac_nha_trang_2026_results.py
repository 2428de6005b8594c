"""What came of Bắc Nha Trang's plan of 2026: results, figures, documents, words. All of it is made up."""

# fmt: off

from datetime import date

from tests.samples.rows import (
    CODED,
    DOING,
    DONE,
    FIRST,
    LAST,
    NOT_ARISEN,
    PAUSED,
    RATIO,
    SUM,
    TODO,
    Row,
    counted,
    day,
    document,
    heading,
    indicator,
    months,
    of_form,
    of_plan,
    said,
    words,
)

RESULTS: dict[str, list[Row]] = {
    "I.1": [
        said("20/2/2026", DOING, "Đã lấy ý kiến các phòng, đơn vị về dự thảo phân công nhiệm vụ"),
        said("20/3/2026", DONE, "Đã phân công nhiệm vụ CCHC đến từng phòng, đơn vị", done="12/3/2026", by="Thông báo số 41/TB-UBND ngày 12/3/2026"),
    ],
    "I.2": [
        said("10/6/2026", DOING, "Đã ban hành Kế hoạch tự kiểm tra công tác CCHC năm 2026", of="Đợt quý II", by="Kế hoạch số 118/KH-UBND ngày 20/4/2026"),
        said("20/7/2026", DONE, "Đã kiểm tra 02/02 đơn vị của đợt quý II; 03 hạn chế được nhắc nhở, đã khắc phục", of="Đợt quý II", done="26/6/2026", by="Thông báo số 97/TB-UBND ngày 26/6/2026"),
        said("20/11/2026", DOING, "Đang kiểm tra đợt quý IV tại 02 đơn vị", of="Đợt quý IV"),
        said("10/12/2026", DONE, "Đã kiểm tra 02/02 đơn vị của đợt quý IV", of="Đợt quý IV", done="04/12/2026", by="Thông báo số 176/TB-UBND ngày 04/12/2026"),
    ],
    "I.3": [
        said("10/3/2026", DOING, "Đã tổ chức 04 buổi tuyên truyền tại tổ dân phố"),
        said("10/6/2026", DOING, "Đã tổ chức 11 buổi tuyên truyền tại tổ dân phố"),
        said("10/9/2026", DOING, "Đã tổ chức 18 buổi tuyên truyền tại tổ dân phố"),
        said("10/12/2026", DOING, "Đã tổ chức 24 buổi tuyên truyền tại tổ dân phố"),
    ],
    "I.4": [
        said("10/3/2026", DONE, "Đã gửi UBND tỉnh, Sở Nội vụ đúng thời hạn", of="Báo cáo quý I", done="10/3/2026", by="Báo cáo số 87/BC-UBND ngày 10/3/2026"),
        said("10/6/2026", DONE, "Đã gửi UBND tỉnh, Sở Nội vụ đúng thời hạn", of="Báo cáo 6 tháng đầu năm", done="10/6/2026"),
        said("10/9/2026", DONE, "Đã gửi UBND tỉnh, Sở Nội vụ đúng thời hạn", of="Báo cáo quý III", done="10/9/2026"),
        said("10/12/2026", DONE, "Đã gửi UBND tỉnh, Sở Nội vụ đúng thời hạn", of="Báo cáo năm", done="10/12/2026"),
    ],
    "II.1": [
        said("10/3/2026", TODO, "Đang thu thập văn bản của các phường trước sắp xếp"),
        said("20/4/2026", DOING, "Đã lập danh mục 38 văn bản; đang rà soát hiệu lực"),
        said("10/6/2026", DOING, "Đã rà soát 31/38 văn bản", cause="Hồ sơ lưu trữ của các phường trước sắp xếp bàn giao chưa đầy đủ", remedy="Đã bố trí thêm 02 công chức, hoàn thành trong tháng 6"),
        said("20/7/2026", DONE, "Đã rà soát 38/38 văn bản, kiến nghị bãi bỏ 12 văn bản", done="26/6/2026", by="Báo cáo số 214/BC-UBND ngày 26/6/2026"),
    ],
    "II.2": [
        said("10/6/2026", DOING, "Đã ban hành Kế hoạch theo dõi tình hình thi hành pháp luật", by="Kế hoạch số 52/KH-UBND ngày 11/02/2026"),
        said("10/12/2026", DONE, "Đã gửi Sở Tư pháp báo cáo theo dõi tình hình thi hành pháp luật năm 2026", done="03/12/2026", by="Báo cáo số 402/BC-UBND ngày 03/12/2026"),
    ],
    "III.1": [
        said("10/3/2026", DOING, "Đã niêm yết 412/418 TTHC bằng mã QR tại Trung tâm"),
        said("10/6/2026", DOING, "Đã công khai 418/418 TTHC tại Trung tâm và trên Cổng thông tin điện tử"),
    ],
    "III.2": [
        said("20/4/2026", DOING, "Đã triển khai tiếp nhận hồ sơ không phụ thuộc địa giới hành chính tại 12/12 quầy"),
        said("10/6/2026", DOING, "Quý II đã giải quyết đúng hạn 2.854/2.864 hồ sơ (99,65%)", trouble="Hệ thống thông tin giải quyết TTHC có lúc quá tải vào giờ cao điểm", wish="Đề nghị Sở Khoa học và Công nghệ nâng cấp hạ tầng Hệ thống thông tin giải quyết TTHC của tỉnh"),
        said("10/9/2026", DOING, "Từ quý II đã giải quyết đúng hạn 5.882/5.899 hồ sơ (99,71%)"),
        said("10/12/2026", DOING, "Từ quý II đã giải quyết đúng hạn 8.781/8.802 hồ sơ (99,76%)"),
    ],
    "III.3": [
        said("10/6/2026", DOING, "Đã có 02/04 phòng, đơn vị đề xuất TTHC cần đơn giản hóa"),
        said("10/9/2026", DOING, "Đã có 04/04 phòng, đơn vị đề xuất; đang hoàn thiện phương án"),
        said("20/10/2026", DONE, "Đã báo cáo kết quả rà soát, kiến nghị đơn giản hóa 04 TTHC", done="09/10/2026", by="Báo cáo số 331/BC-UBND ngày 09/10/2026"),
    ],
    "III.4": [
        said("10/3/2026", DOING, "Đã thu 260 phiếu khảo sát", of="Khảo sát quý I"),
        said("20/4/2026", DONE, "Đã khảo sát 318 phiếu, mức độ hài lòng 91,2%", of="Khảo sát quý I", done="28/3/2026"),
        said("20/7/2026", DONE, "Đã khảo sát 342 phiếu, mức độ hài lòng 92,4%", of="Khảo sát quý II", done="03/7/2026", cause="Chờ tổng hợp phiếu khảo sát bằng mã QR"),
        said("20/10/2026", DONE, "Đã khảo sát 356 phiếu, mức độ hài lòng 93,5%", of="Khảo sát quý III", done="28/9/2026"),
        said("10/12/2026", DOING, "Đã thu 301 phiếu khảo sát", of="Khảo sát quý IV"),
    ],
    "III.5": [
        said("10/3/2026", DOING, "Đã xử lý đúng hạn 09/09 PAKN từ đầu năm"),
        said("10/6/2026", DOING, "Đã xử lý đúng hạn 19/19 PAKN từ đầu năm"),
        said("10/9/2026", DOING, "Đã xử lý đúng hạn 28/28 PAKN từ đầu năm"),
        said("10/12/2026", DOING, "Đã xử lý đúng hạn 34/34 PAKN trong năm"),
    ],
    "IV.1": [
        said("20/4/2026", PAUSED, "Tạm dừng để thống nhất phương án với Ủy ban MTTQ Việt Nam phường"),
        said("20/5/2026", DOING, "Đã tổ chức hội nghị cử tri tại 24/36 tổ dân phố"),
        said("10/6/2026", DOING, "Đã tổ chức hội nghị cử tri tại 36/36 tổ dân phố"),
        said("20/6/2026", DONE, "Đã kiện toàn 36/36 tổ dân phố", done="18/6/2026", by="Quyết định số 612/QĐ-UBND ngày 18/6/2026"),
    ],
    "IV.2": [
        said("10/3/2026", NOT_ARISEN, "Chưa có hướng dẫn của Sở Nội vụ"),
        said("10/9/2026", DOING, "Đã rà soát 52/52 vị trí theo hướng dẫn, đang xây dựng phương án bố trí"),
        said("10/12/2026", DOING, "Đã trình phương án bố trí công chức theo vị trí việc làm", by="Tờ trình số 58/TTr-UBND ngày 20/11/2026"),
    ],
    "IV.3": [
        said("10/6/2026", DOING, "Đã tổ chức 01 lớp bồi dưỡng kỹ năng số cho 46 công chức"),
        said("20/10/2026", DONE, "Đã tổ chức 02 lớp bồi dưỡng cho 88 lượt công chức", done="16/10/2026"),
    ],
    "V.1": [
        said("10/3/2026", DOING, "Đã giải ngân 2.150/28.600 triệu đồng (7,52%)", of="Giải ngân tối thiểu 60%", percent=7.52),
        said("10/6/2026", DOING, "Đã giải ngân 9.830/28.600 triệu đồng (34,37%)", of="Giải ngân tối thiểu 60%", percent=34.37, trouble="Công tác bồi thường, giải phóng mặt bằng của 02 công trình còn chậm"),
        said("10/9/2026", DOING, "Đã giải ngân 16.020/28.600 triệu đồng (56,01%)", of="Giải ngân tối thiểu 60%", percent=56.01),
        said("20/10/2026", DONE, "Đến ngày 29/9/2026 đã giải ngân 18.100/28.600 triệu đồng (63,29%), vượt mức tối thiểu 60%", of="Giải ngân tối thiểu 60%", percent=63.29, done="29/9/2026"),
        said("10/12/2026", DOING, "Đã giải ngân 25.900/28.600 triệu đồng (90,56%)", of="Giải ngân tối thiểu 95%", percent=90.56),
    ],
    "V.2": [
        said("10/6/2026", DOING, "Đã kiểm kê 05/05 trụ sở dôi dư"),
        said("10/9/2026", DOING, "Đã trình UBND tỉnh phương án xử lý 05 trụ sở", by="Tờ trình số 44/TTr-UBND ngày 14/8/2026"),
        said("10/12/2026", DOING, "Đã bàn giao 03/05 trụ sở", cause="Hồ sơ pháp lý về đất của 02 trụ sở chưa đầy đủ", remedy="Tiếp tục phối hợp hoàn thiện hồ sơ đất, bàn giao trong quý I năm 2027", trouble="Hồ sơ pháp lý về đất của một số trụ sở chưa đầy đủ", wish="Đề nghị UBND tỉnh chỉ đạo cơ quan chuyên môn hướng dẫn hoàn thiện hồ sơ đất của trụ sở dôi dư"),
    ],
    "VI.1": [
        said("10/3/2026", DOING, "Tỷ lệ hồ sơ nộp trực tuyến quý I đạt 64,38%"),
        said("10/6/2026", DOING, "Tỷ lệ hồ sơ nộp trực tuyến từ đầu năm đạt 69,28%", trouble="Người cao tuổi còn lúng túng khi nộp hồ sơ trực tuyến"),
        said("10/9/2026", DOING, "Tỷ lệ hồ sơ nộp trực tuyến từ đầu năm đạt 73,56%; riêng quý III đạt 81,19%"),
        said("10/12/2026", DOING, "Tỷ lệ hồ sơ nộp trực tuyến cả năm đạt 77,05%"),
    ],
    "VI.2": [
        said("10/3/2026", DOING, "Đã số hóa 2.236/2.518 kết quả giải quyết TTHC (88,8%)"),
        said("10/6/2026", DOING, "Đã số hóa 4.977/5.382 kết quả giải quyết TTHC (92,47%)"),
        said("10/9/2026", DOING, "Đã số hóa 7.986/8.417 kết quả giải quyết TTHC (94,88%)"),
        said("20/11/2026", DONE, "Đã số hóa 14.200/14.200 kết quả còn hiệu lực của các phường trước sắp xếp", of="Số hóa kết quả còn hiệu lực", done="28/10/2026"),
        said("10/12/2026", DOING, "Đã số hóa 10.885/11.320 kết quả giải quyết TTHC (96,16%)"),
    ],
    "VI.3": [
        said("20/4/2026", TODO, "Chưa tổ chức tập huấn đợt 1", of="Đợt tháng 3", cause="Chưa bố trí được giảng viên", remedy="Đã thống nhất lịch, tập huấn trong tháng 4"),
        said("20/5/2026", DONE, "Đã tập huấn đợt 1 cho 36 Tổ công nghệ số cộng đồng", of="Đợt tháng 3", done="24/4/2026"),
        said("20/10/2026", DONE, "Đã tập huấn đợt 2 cho 36 Tổ công nghệ số cộng đồng", of="Đợt tháng 9", done="24/9/2026"),
    ],
    "VI.4": [
        said("20/8/2026", DOING, "Đã xây dựng 62/85 quy trình theo mô hình chính quyền địa phương 02 cấp"),
        said("10/12/2026", DONE, "Đã công bố Hệ thống quản lý chất lượng", done="30/11/2026", by="Quyết định số 1105/QĐ-UBND ngày 30/11/2026"),
    ],
}

# The superior's forms, less the rows that a ward does not answer; what it follows for itself comes last.
INDICATORS: list[Row] = [
    *of_form("1", "Công tác chỉ đạo, điều hành CCHC", [
        counted("A-1", "1", "", "Số văn bản chỉ đạo CCHC đã ban hành", "Văn bản", "Số văn bản chỉ đạo"),
        *of_plan("A-2", "2"),
        heading("A-3", "3", "", "Kiểm tra CCHC"),
        indicator("A-33", "3.3", "", "Tỷ lệ xử lý các vấn đề phát hiện qua kiểm tra", "%", RATIO, measured="Số vấn đề đã xử lý xong / số vấn đề phát hiện qua kiểm tra"),
        counted("A-331", "3.3.1", "", "Số vấn đề phát hiện qua kiểm tra", "Vấn đề", "Mẫu số của A-33"),
        counted("A-332", "3.3.2", "", "Số vấn đề đã xử lý xong", "Vấn đề", "Tử số của A-33"),
        heading("A-4", "4", "", "Thực hiện nhiệm vụ cấp trên giao"),
        counted("A-41", "4.1", "", "Tổng số nhiệm vụ cấp trên giao", "Nhiệm vụ", "Số nhiệm vụ cấp trên giao"),
        counted("A-411", "4.1.1", "", "Số nhiệm vụ hoàn thành đúng hạn", "Nhiệm vụ", "Số nhiệm vụ cấp trên giao hoàn thành đúng hạn"),
        counted("A-412", "4.1.2", "", "Số nhiệm vụ hoàn thành nhưng quá hạn", "Nhiệm vụ", "Số nhiệm vụ cấp trên giao hoàn thành quá hạn"),
        counted("A-413", "4.1.3", "", "Số nhiệm vụ quá hạn chưa hoàn thành", "Nhiệm vụ", "Số nhiệm vụ cấp trên giao quá hạn chưa hoàn thành"),
        indicator("A-5", "5", "", "Khảo sát sự hài lòng của người dân, doanh nghiệp", "Có = 1, Không = 0", CODED),
        indicator("A-51", "5.1", "", "Số phiếu khảo sát", "Phiếu", SUM),
        indicator("A-52", "5.2", "", "Hình thức khảo sát", "Trực tuyến = 0, Phát phiếu = 1, Kết hợp = 2", CODED),
        indicator("A-6", "6", "", "Đối thoại của lãnh đạo với người dân, doanh nghiệp", "Không = 0, Có = 1", CODED),
    ]),
    *of_form("2", "Cải cách thể chế", [
        indicator("T-1", "1", "", "Số văn bản quy phạm pháp luật đã ban hành", "Văn bản", SUM),
        heading("T-3", "3", "", "Rà soát văn bản quy phạm pháp luật"),
        indicator("T-31", "3.1", "", "Số văn bản quy phạm pháp luật đã rà soát", "Văn bản", SUM, tasks="II.1"),
    ]),
    *of_form("3", "Cải cách thủ tục hành chính", [
        heading("B-0", "2", "", "Kết quả giải quyết hồ sơ TTHC"),
        indicator("B-1", "2.1", "", "Số hồ sơ kỳ trước chuyển sang", "Hồ sơ", FIRST, tasks="III.2"),
        indicator("B-2", "2.2", "", "Số hồ sơ tiếp nhận mới", "Hồ sơ", SUM, tasks="III.2"),
        indicator("B-3", "2.3", "", "Số hồ sơ đã giải quyết", "Hồ sơ", SUM, tasks="III.2"),
        indicator("B-4", "2.3.1", "", "Số hồ sơ giải quyết quá hạn", "Hồ sơ", SUM, tasks="III.2"),
        indicator("B-5", "2.4", "", "Số hồ sơ đang giải quyết", "Hồ sơ", LAST, tasks="III.2"),
        indicator("B-6", "2.5", "", "Tỷ lệ hồ sơ giải quyết trước hạn, đúng hạn", "%", RATIO, tasks="III.2", target="từ 99% trở lên", measured="Số hồ sơ giải quyết trước hạn, đúng hạn / số hồ sơ đã giải quyết"),
        heading("B-9", "3", "", "Phản ánh, kiến nghị về quy định hành chính"),
        indicator("B-7", "3.1", "", "Tỷ lệ phản ánh, kiến nghị xử lý đúng hạn", "%", RATIO, tasks="III.5", target="100%", measured="Số phản ánh, kiến nghị xử lý đúng hạn / số phản ánh, kiến nghị đã tiếp nhận"),
        counted("B-71", "3.1.1", "", "Số phản ánh, kiến nghị đã tiếp nhận", "PAKN", "Mẫu số của B-7"),
        counted("B-72", "3.1.2", "", "Số phản ánh, kiến nghị xử lý đúng hạn", "PAKN", "Tử số của B-7"),
    ]),
    *of_form("4", "Cải cách tổ chức bộ máy hành chính", [
        indicator("M-1", "1", "", "Số phòng, đơn vị trực thuộc", "Đơn vị", LAST),
        heading("M-2", "2", "", "Biên chế cán bộ, công chức"),
        indicator("M-21", "2.1", "", "Số biên chế được giao", "Người", LAST),
        indicator("M-22", "2.2", "", "Số cán bộ, công chức có mặt", "Người", LAST),
    ]),
    *of_form("5", "Cải cách chế độ công vụ", [
        indicator("V-2", "2", "", "Số cán bộ, công chức được cử đào tạo, bồi dưỡng", "Lượt người", SUM),
        indicator("V-3", "3", "", "Số cán bộ, công chức bị xử lý kỷ luật", "Người", SUM),
    ]),
    *of_form("6", "Cải cách tài chính công", [
        indicator("C-1", "1", "", "Tỷ lệ giải ngân vốn đầu tư công (lũy kế)", "%", LAST, tasks="V.1", measured="Vốn đã giải ngân / kế hoạch vốn năm (triệu đồng)"),
        counted("C-11", "1.1", "", "Kế hoạch vốn được giao", "Triệu đồng", "Mẫu số của C-1"),
        counted("C-12", "1.2", "", "Vốn đã giải ngân", "Triệu đồng", "Tử số của C-1"),
    ]),
    *of_form("7", "Xây dựng, phát triển chính quyền điện tử, chính quyền số", [
        indicator("D-1", "1", "", "Tỷ lệ hồ sơ nộp trực tuyến", "%", RATIO, tasks="VI.1", target="tối thiểu 75%", measured="Số hồ sơ nộp trực tuyến / số hồ sơ phát sinh của TTHC có dịch vụ công trực tuyến"),
        indicator("D-2", "2", "", "Tỷ lệ kết quả giải quyết TTHC được số hóa", "%", RATIO, tasks="VI.2", target="tối thiểu 95%", measured="Số kết quả được số hóa / số hồ sơ đã giải quyết"),
    ]),
    indicator("R-1", "1", "Công tác chỉ đạo, điều hành", "Số tin, bài tuyên truyền CCHC", "Tin, bài", SUM, tasks="I.3"),
    indicator("R-2", "2", "Cải cách thủ tục hành chính", "Mức độ hài lòng tại Trung tâm Phục vụ hành chính công", "%", LAST, tasks="III.4", target="trên 90%", measured="Khảo sát hằng quý"),
]

RECEIVED = [812, 745, 968, 921, 954, 987, 1012, 1043, 976, 1005, 958, 930]
PENDING = [41, 38, 52, 47, 44, 50, 55, 48, 46, 43, 40, 36]
CARRIED = [45, *PENDING[:-1]]
SETTLED = [c + r - p for c, r, p in zip(CARRIED, RECEIVED, PENDING, strict=True)]
LATE = [6, 5, 7, 4, 3, 3, 2, 3, 2, 1, 2, 1]
PETITIONS = [3, 2, 4, 3, 5, 2, 4, 3, 2, 3, 1, 2]

COUNTS = {
    "A-5": [0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 1],
    "A-51": [0, 0, 318, 0, 0, 0, 342, 0, 356, 0, 0, 301],
    "A-6": [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0],
    "T-1": [0] * 12,
    "T-31": [0, 0, 6, 11, 9, 5, 7, 0, 0, 0, 0, 0],
    "M-1": [4] * 12,
    "M-21": [52] * 12,
    "M-22": [50] * 5 + [51] * 7,
    "V-2": [0, 0, 0, 0, 46, 0, 0, 0, 0, 42, 0, 0],
    "V-3": [0] * 12,
    "R-1": [6, 5, 10, 8, 9, 8, 8, 9, 9, 9, 8, 8],
    "B-1": CARRIED,
    "B-2": RECEIVED,
    "B-3": SETTLED,
    "B-4": LATE,
    "B-5": PENDING,
}

FOUND = [0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 2]

RATIOS = {
    "A-33": (FOUND, FOUND),
    "B-6": ([s - late for s, late in zip(SETTLED, LATE, strict=True)], SETTLED),
    "B-7": (PETITIONS, PETITIONS),
    "C-1": ([0, 620, 2150, 4310, 7050, 9830, 11900, 14200, 16020, 19300, 22800, 25900], [28600] * 12),
    "D-1": ([430, 412, 566, 560, 607, 652, 690, 731, 702, 744, 722, 711], [702, 651, 834, 798, 822, 851, 874, 899, 842, 866, 829, 801]),
    "D-2": ([690, 668, 878, 868, 918, 955, 992, 1044, 973, 1005, 960, 934], SETTLED),
}

PORTAL, TREASURY, SURVEY = "Hệ thống thông tin giải quyết TTHC của tỉnh", "Kho bạc Nhà nước", "Phiếu khảo sát của Trung tâm"
_SOURCES = {"B-2": PORTAL, "B-3": PORTAL, "B-6": PORTAL, "C-1": TREASURY, "D-1": PORTAL, "A-51": SURVEY}

# A survey's figures are there when it is closed: after the report of its quarter.
_SURVEYS = {"2026-03": "28/3/2026", "2026-09": "28/9/2026"}


def _known_on(row: Row) -> date | None:
    return day(_SURVEYS[str(row["Kỳ"])]) if row["Mã"] in ("A-5", "A-51") and row["Kỳ"] in _SURVEYS else None


MEASUREMENTS: list[Row] = [
    *({**row, "Nguồn": _SOURCES.get(str(row["Mã"])), "Đến ngày": _known_on(row)} for row in months(2026, COUNTS, RATIOS)),
    *({"Kỳ": f"2026-{month:02}", "Mã": "A-52", "Giá trị": "Kết hợp", "Đến ngày": day(known)} for month, known in ((3, "28/3/2026"), (7, "03/7/2026"), (9, "28/9/2026"))),
    *({"Kỳ": f"2026-{month:02}", "Mã": "R-2", "Giá trị": value, "Đến ngày": day(known), "Nguồn": SURVEY} for month, value, known in ((3, 91.2, "28/3/2026"), (6, 92.4, "03/7/2026"), (9, 93.5, "28/9/2026"))),
]

DOCUMENTS: list[Row] = [
    document("25/KH-UBND", "22/01/2026", "Cải cách hành chính năm 2026"),
    document("52/KH-UBND", "11/02/2026", "Theo dõi tình hình thi hành pháp luật năm 2026", "II.2"),
    document("41/TB-UBND", "12/3/2026", "Phân công nhiệm vụ cải cách hành chính", "I.1"),
    document("118/KH-UBND", "20/4/2026", "Tự kiểm tra công tác cải cách hành chính năm 2026", "I.2"),
    document("612/QĐ-UBND", "18/6/2026", "Kiện toàn tổ dân phố", "IV.1"),
    document("214/BC-UBND", "26/6/2026", "Kết quả rà soát văn bản quy phạm pháp luật", "II.1"),
    document("97/TB-UBND", "26/6/2026", "Kết quả tự kiểm tra công tác cải cách hành chính đợt quý II", "I.2"),
    document("44/TTr-UBND", "14/8/2026", "Phương án xử lý trụ sở dôi dư", "V.2"),
    document("331/BC-UBND", "09/10/2026", "Kết quả rà soát, đơn giản hóa thủ tục hành chính", "III.3"),
    document("58/TTr-UBND", "20/11/2026", "Phương án bố trí công chức theo vị trí việc làm", "IV.2"),
    document("1105/QĐ-UBND", "30/11/2026", "Công bố Hệ thống quản lý chất lượng", "VI.4"),
    document("402/BC-UBND", "03/12/2026", "Theo dõi tình hình thi hành pháp luật năm 2026", "II.2"),
    document("176/TB-UBND", "04/12/2026", "Kết quả tự kiểm tra công tác cải cách hành chính đợt quý IV", "I.2"),
]

WORDS: list[Row] = [
    words("2026-Q1", "Chỉ đạo điều hành", "Ngay từ đầu năm, UBND phường đã ban hành Kế hoạch, phân công nhiệm vụ đến từng phòng, đơn vị và giao chỉ tiêu hồ sơ trực tuyến cho từng quầy."),
    words("2026-06", "Phương hướng", "Tập trung hoàn thành rà soát văn bản của các phường trước sắp xếp; hỗ trợ người dân nộp hồ sơ trực tuyến tại 36 tổ dân phố."),
    words("2026-H1", "Chỉ đạo điều hành", "UBND phường giao ban CCHC hằng tháng; kết quả thực hiện được dùng để đánh giá, xếp loại công chức hằng quý."),
    words("2026-H1", "Kết quả đạt được", "Mô hình chính quyền địa phương 02 cấp vận hành ổn định; tỷ lệ hồ sơ nộp trực tuyến tăng đều qua từng tháng."),
    words("2026-H1", "Tồn tại, hạn chế", "Giải ngân vốn đầu tư công còn thấp so với yêu cầu của cả năm."),
    words("2026-Q3", "Kết quả đạt được", "Tỷ lệ hồ sơ nộp trực tuyến trong quý III đạt 81,19%, cao hơn chỉ tiêu năm."),
    words("2026", "Kết quả đạt được", "Các chỉ tiêu về giải quyết TTHC, hồ sơ trực tuyến, số hóa đều đạt mức đề ra."),
    words("2026", "Tồn tại, hạn chế", "Giải ngân vốn đầu tư công còn chậm so với yêu cầu."),
]
