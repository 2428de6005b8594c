"""The ward's plan 567/KH-UBND of 2023: its numbering, titles and deadlines as issued, everything else condensed."""

# fmt: off

from tests.samples.rows import Row, day, due, section, task

OFFICE = "Công chức Văn phòng - Thống kê"
JUSTICE = "Công chức Tư pháp - Hộ tịch"
FINANCE = "Công chức Tài chính - Kế toán"
CULTURE = "Công chức Văn hóa - Xã hội"
ONE_STOP = "Cán bộ, công chức tại Bộ phận Một cửa"
STAFF = "Cán bộ, công chức chuyên môn"
ALL_STAFF = "Cán bộ, công chức, người hoạt động không chuyên trách"
WARD = "UBND phường"
ALWAYS = "Thường xuyên"
IN_2023 = "Trong năm 2023"
BY_ORDER = "Theo chỉ đạo của UBND tỉnh, thành phố"

TASKS: list[Row] = [
    *section(
        "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
        task("Thực hiện đầy đủ các nhiệm vụ của Kế hoạch cải cách hành chính (CCHC) phường năm 2023", "100% nhiệm vụ của Kế hoạch được hoàn thành", "Trước ngày 25/11/2023", OFFICE, ALL_STAFF, "Từng người báo cáo phần việc được giao; Công chức Văn phòng - Thống kê đôn đốc, tổng hợp, tham mưu báo cáo Phòng Nội vụ trước ngày 25/11/2023.", "I.1"),
        task("Thực hiện đầy đủ các nhiệm vụ của Kế hoạch tuyên truyền CCHC phường năm 2023", "100% nhiệm vụ tuyên truyền được hoàn thành", "Trước ngày 25/11/2023", OFFICE, CULTURE, "Triển khai các nhiệm vụ tại Kế hoạch số 267/KH-UBND ngày 07/3/2023; tổng hợp, báo cáo Phòng Nội vụ trước ngày 25/11/2023.", "I.4"),
        task("Gửi báo cáo CCHC định kỳ đủ số lượng, đủ nội dung và đúng thời gian", "Báo cáo CCHC 6 tháng, quý III và năm 2023", "Báo cáo gửi phòng Nội vụ trong ngày 13 của tháng cuối kỳ báo cáo", OFFICE, "", "Theo dõi, tổng hợp số liệu, tham mưu UBND phường gửi báo cáo đúng ngày 13 của tháng cuối kỳ.", "I.5"),
        task("Đăng ký, áp dụng sáng kiến hoặc giải pháp mới trong CCHC", "Ít nhất 02 sáng kiến, giải pháp mới được áp dụng và công nhận hiệu quả", "Trong năm 2023", STAFF, "", "Đăng ký sáng kiến, đề nghị công nhận hiệu quả; dự thi mô hình, sáng kiến CCHC của công chức, viên chức trẻ lần thứ 6.", "I.7"),
        task("Dùng kết quả xếp hạng CCHC và kết quả giải quyết thủ tục hành chính (TTHC) để đánh giá cán bộ, công chức, người đứng đầu và xét thi đua, khen thưởng", "Kết quả đánh giá hằng tháng đối với người tham gia giải quyết TTHC; kết quả đánh giá năm 2023", "Định kỳ hàng tháng", OFFICE, "", "Đánh giá hằng tháng, làm căn cứ xếp loại quý, năm và chi thu nhập tăng thêm; người có từ 10% hồ sơ trễ hạn trở lên không được xếp loại từ hoàn thành tốt nhiệm vụ trở lên.", "I.8"),
    ),
    *section(
        "II. CẢI CÁCH THỂ CHẾ",
        task("Báo cáo đúng hạn kết quả kiểm tra, xử lý và rà soát, hệ thống hóa văn bản quy phạm pháp luật (VBQPPL) năm 2023", "Báo cáo kiểm tra, xử lý và rà soát, hệ thống hóa VBQPPL năm 2023", "Trước ngày 10/12/2023", JUSTICE, "", "Báo cáo UBND phường để gửi Phòng Tư pháp trước ngày 10/12/2023.", "II.1"),
        task("Xử lý hoặc kiến nghị xử lý văn bản trái pháp luật phát hiện qua kiểm tra", "Báo cáo kiểm tra, xử lý VBQPPL", "Trước ngày 10/12/2023", JUSTICE, "", "Báo cáo Phòng Tư pháp; văn bản trái pháp luật vượt thẩm quyền thì kiến nghị cơ quan có thẩm quyền xử lý.", "II.2"),
        task("Thực hiện toàn bộ nhiệm vụ của Kế hoạch theo dõi thi hành pháp luật thành phố năm 2023", "Báo cáo kết quả thực hiện Kế hoạch", "Trước ngày 05/12/2023", JUSTICE, "", "Báo cáo UBND phường để gửi Phòng Tư pháp trước ngày 05/12/2023.", "II.3"),
        task("Gửi đủ, đúng hạn báo cáo định kỳ và đột xuất về theo dõi thi hành pháp luật", "Các báo cáo định kỳ, đột xuất", "Trong năm 2023\nBáo cáo năm hoàn thành trước ngày 05/12/2023", JUSTICE, "", "Báo cáo định kỳ theo Kế hoạch số 648/KH-UBND-TP của UBND thành phố, báo cáo đột xuất khi Phòng Tư pháp đề nghị.", "II.4"),
        task("Xử lý các bất cập phát hiện qua theo dõi thi hành pháp luật", "Bất cập được xử lý hoặc kiến nghị xử lý (trừ biên chế, tập huấn)", "Trước ngày 05/12/2023", JUSTICE, "", "Tổng hợp trong báo cáo theo dõi thi hành pháp luật năm 2023 gửi Phòng Tư pháp.", "II.5"),
    ),
    *section(
        "III. CẢI CÁCH THỦ TỤC HÀNH CHÍNH",
        task("Rà soát, đề xuất đơn giản hóa TTHC, cắt giảm mẫu đơn, tờ khai không cần thiết", "Báo cáo rà soát, đơn giản hóa TTHC năm 2023; báo cáo kiểm soát TTHC định kỳ", "- Báo cáo kết quả rà soát và đề xuất phương án đơn giản hóa TTHC năm 2023: trước ngày 01/6/2023.\n- Các báo cáo khác gửi định kỳ hằng quý hoặc đột xuất khi có phát sinh vướng mắc", OFFICE, STAFF, "Các bộ phận nêu vấn đề qua rà soát; Công chức Văn phòng - Thống kê tổng hợp, tham mưu kiến nghị Văn phòng HĐND và UBND thành phố.", "III.1"),
        task("Công khai đầy đủ TTHC tại Bộ phận Một cửa và trên Trang thông tin điện tử của phường", "100% TTHC thuộc thẩm quyền được cập nhật, công khai, in thành bộ tài liệu kèm hồ sơ mẫu", ALWAYS, OFFICE, f"{STAFF}; {CULTURE}", "Cập nhật, niêm yết trong 05 ngày làm việc kể từ khi có quyết định công bố; đăng Trang thông tin điện tử; lập đủ hồ sơ mẫu.", "III.2"),
        task("Kiến nghị công bố, điều chỉnh TTHC thuộc thẩm quyền cấp xã chưa được công bố", "Văn bản kiến nghị gửi Văn phòng HĐND và UBND thành phố", ALWAYS, OFFICE, STAFF, "Các bộ phận rà soát TTHC đã có hiệu lực nhưng chưa công bố; Công chức Văn phòng - Thống kê tổng hợp, tham mưu kiến nghị.", "III.3"),
        task("Tiếp nhận và trả kết quả mọi TTHC thuộc thẩm quyền tại Bộ phận Một cửa", "100% TTHC được tiếp nhận, trả kết quả tại Bộ phận Một cửa", ALWAYS, ONE_STOP, "", "Thực hiện theo Nghị định số 61/2018/NĐ-CP, Nghị định số 107/2021/NĐ-CP và Quyết định số 09/2021/QĐ-UBND của UBND tỉnh.", "III.4"),
        task("Công khai số điện thoại của Bộ phận Một cửa và địa chỉ tiếp nhận phản ánh, kiến nghị (PAKN) về TTHC", "Thông tin có trên Giấy tiếp nhận và hẹn trả kết quả, tại Bộ phận Một cửa và Trang thông tin điện tử", ALWAYS, OFFICE, "", "Kiểm tra, cập nhật kịp thời khi có thay đổi.", "III.5"),
        task("Giải quyết TTHC theo đúng quy trình hiện hành", "Hồ sơ được giải quyết đúng cơ chế một cửa; hồ sơ trực tuyến được phản hồi trong 08 giờ làm việc", ALWAYS, ONE_STOP, OFFICE, "Hướng dẫn, yêu cầu bổ sung không quá 01 lần và có phiếu; từ chối, xin lỗi đều có thông báo; dừng tính phải có lý do. Công chức Văn phòng - Thống kê kiểm tra ngẫu nhiên trên phần mềm.", "III.6"),
        task("Lập hồ sơ điện tử từ hồ sơ đầu vào, cập nhật đủ văn bản phát sinh và kết quả trên phần mềm Một cửa điện tử", "Hồ sơ đầu vào được số hóa; tài liệu phát sinh được đính kèm đầy đủ", ALWAYS, ONE_STOP, OFFICE, "Số hóa khi tiếp nhận theo Nghị định số 45/2020/NĐ-CP và Nghị định số 107/2021/NĐ-CP; Công chức Văn phòng - Thống kê đôn đốc.", "III.7"),
        task("Cập nhật tiến trình giải quyết hồ sơ trên phần mềm khớp với thực tế", "Văn bản được đính kèm trong 08 giờ làm việc kể từ khi ký ban hành", ALWAYS, ONE_STOP, OFFICE, "Kiểm tra ngẫu nhiên hằng tuần, chấn chỉnh trường hợp làm phát sinh hồ sơ trễ hạn do lỗi tác nghiệp.", "III.8"),
        task("Số hóa đầy đủ kết quả giải quyết TTHC phát sinh năm 2023", "Kết quả giải quyết TTHC được số hóa đầy đủ, đúng quy định", ALWAYS, ONE_STOP, f"{OFFICE}; {CULTURE}", "Thực hiện theo Công văn số 7772/UBND-VP ngày 25/10/2022 và Kế hoạch kiểm soát TTHC năm 2023 của phường.", "III.9"),
        task("Thực hiện chứng thực điện tử", "Tối thiểu 20% hồ sơ chứng thực là chứng thực điện tử", ALWAYS, JUSTICE, OFFICE, "Công chức Tư pháp - Hộ tịch thực hiện; Công chức Văn phòng - Thống kê hướng dẫn, đôn đốc tại Bộ phận Một cửa.", "III.10"),
        task("Tăng tỷ lệ hồ sơ TTHC giải quyết đúng hạn", "Tỷ lệ hồ sơ trễ hạn năm 2023 giảm xuống dưới 0,5%", ALWAYS, OFFICE, ONE_STOP, "Nhắc hồ sơ sắp đến hạn qua nhóm Zalo; báo cáo lãnh đạo hằng tuần; phê bình, chấn chỉnh trường hợp để trễ hạn.", "III.11"),
        task("Phấn đấu 100% hồ sơ TTHC tiếp nhận trong năm được giải quyết đúng hạn", "Phường thuộc nhóm tối thiểu 80% đơn vị cấp xã có 100% hồ sơ đúng hạn", "Từ quý II/2023", OFFICE, ONE_STOP, "Thống kê 02 tuần một lần; tham mưu xử lý trách nhiệm khi phát sinh hồ sơ trễ hạn từ ngày 15/4/2023, trừ lỗi phần mềm.", "III.12"),
        task("Đánh giá việc giải quyết TTHC theo Thông tư số 01/2018/TT-VPCP", "Kết quả đánh giá đạt mức tốt; tổng hợp hằng quý trong báo cáo kiểm soát TTHC", ALWAYS, OFFICE, ONE_STOP, "Phát phiếu đánh giá kèm các loại phiếu, giấy hẹn; tổng hợp hằng quý, báo cáo Văn phòng HĐND và UBND thành phố.", "III.13"),
        task("Xử lý đúng hạn và công khai kết quả 100% PAKN về quy định hành chính, TTHC", "Văn bản trả lời đúng hạn; kết quả xử lý được công khai", ALWAYS, OFFICE, ONE_STOP, "Phân công 01 lãnh đạo và 01 công chức theo dõi trên Cổng Dịch vụ công quốc gia; vụ việc phức tạp phải xin gia hạn trước ít nhất 02 ngày.", "III.14"),
        task("Công khai kết quả trả lời PAKN thuộc thẩm quyền", "100% kết quả trả lời PAKN được công khai kịp thời", "Chậm nhất 02 ngày làm việc từ khi văn bản trả lời PAKN được ban hành", OFFICE, "", "Cập nhật hệ thống PAKN của Cổng Dịch vụ công quốc gia và của tỉnh, đăng Trang thông tin điện tử hoặc gửi công văn trả lời.", "III.15"),
        task("Báo cáo kiểm soát TTHC, thực hiện cơ chế một cửa và TTHC trên môi trường điện tử", "Báo cáo quý II, quý III, năm 2023 trên Hệ thống báo cáo Chính phủ", "Báo cáo của UBND phường gửi trên hệ thống chậm nhất vào ngày 17 của tháng cuối quý thuộc kỳ báo cáo.", OFFICE, "", "Lập báo cáo theo Công văn số 1882/UBND-VP và Công văn số 9649/UBND-VP của UBND thành phố, gửi trên hệ thống chậm nhất ngày 17.", "III.17"),
    ),
    *section(
        "IV. CẢI CÁCH TỔ CHỨC BỘ MÁY",
        task("Sắp xếp tổ dân phố chưa đủ tiêu chuẩn giai đoạn 2023-2025, định hướng đến năm 2030", "Văn bản triển khai của UBND phường", BY_ORDER, OFFICE, STAFF, "Công chức Văn phòng - Thống kê chủ trì tham mưu."),
        task("Triển khai Đề án thí điểm định lượng hóa công việc theo vị trí việc làm", "Văn bản triển khai của UBND phường", BY_ORDER, OFFICE, STAFF, "Công chức Văn phòng - Thống kê chủ trì tham mưu."),
        task("Rà soát, phân công lại nhiệm vụ kịp thời khi thay đổi nhân sự", "Văn bản phân công nhiệm vụ của Chủ tịch UBND phường", "Trong vòng 05 ngày, kể từ khi có sự thay đổi nhân sự", OFFICE, "", "Công chức Văn phòng - Thống kê tham mưu."),
    ),
    *section(
        "V. CẢI CÁCH CHẾ ĐỘ CÔNG VỤ",
        task("Triển khai các nghị định, thông tư mới về cán bộ, công chức", "Văn bản triển khai của UBND phường", "Theo chỉ đạo của UBND tỉnh hoặc văn bản triển khai của Sở Nội vụ, Phòng Nội vụ", OFFICE, "", "Tham mưu phổ biến đến toàn thể cán bộ, công chức."),
        task("Thực hiện cơ cấu công chức theo Đề án vị trí việc làm", "100% công chức đạt chuẩn theo vị trí việc làm", "Sau khi Đề án được phê duyệt", OFFICE, "", "Thực hiện theo hướng dẫn của Phòng Nội vụ.", "V.1"),
        task("Cập nhật đầy đủ thông tin cán bộ, công chức vào phần mềm quản lý của tỉnh", "Thông tin được cập nhật đầy đủ theo yêu cầu", "Theo tiến độ triển khai của tỉnh", OFFICE, "", "Thực hiện theo hướng dẫn của Sở Nội vụ, Phòng Nội vụ.", "V.8"),
        task("Nâng trình độ cán bộ, công chức đạt chuẩn theo quy định", "100% cán bộ, công chức đạt chuẩn", IN_2023, WARD, "", "Tạo điều kiện cho cán bộ, công chức học các lớp đào tạo, bồi dưỡng.", "V.9"),
    ),
    *section(
        "VI. CẢI CÁCH TÀI CHÍNH CÔNG",
        task("Giải ngân kế hoạch vốn đầu tư ngân sách nhà nước năm 2023", "Giải ngân vốn đầu tư công đúng tiến độ", "Đến 15/12/2023 hoàn thành tối thiểu 90% kế hoạch được giao.\nĐến 31/01/2024 hoàn thành 100% kế hoạch được giao.", FINANCE, WARD, "Công chức Tài chính - Kế toán thực hiện; UBND phường đôn đốc, kiểm tra tiến độ.", "VI.1"),
        task("Tiết kiệm chi phí hành chính", "Tiết kiệm từ 10% trở lên", IN_2023, WARD, FINANCE, "Thực hiện theo quy định.", "VI.2"),
        task("Thực hành tiết kiệm, chống lãng phí trong sử dụng kinh phí", "Chương trình hành động; báo cáo thực hành tiết kiệm, chống lãng phí", IN_2023, FINANCE, "", "Xây dựng, triển khai Chương trình hành động năm 2023; báo cáo UBND thành phố qua Phòng Tài chính - Kế hoạch.", "VI.3"),
        task("Quản lý, sử dụng hiệu quả tài sản công", "Quy chế và báo cáo quản lý, sử dụng tài sản công", IN_2023, FINANCE, "", "Ban hành Quy chế theo Luật Quản lý, sử dụng tài sản công; báo cáo Phòng Tài chính - Kế hoạch.", "VI.4"),
    ),
    *section(
        "VII. XÂY DỰNG CHÍNH QUYỀN ĐIỆN TỬ, CHÍNH QUYỀN SỐ",
        task("Số hóa, ký số và xử lý văn bản đi, đến trên E-Office", "100% văn bản đi được xét duyệt trên E-Office", ALWAYS, OFFICE, "", "Hoàn thiện quy trình nội bộ có bước ký số của lãnh đạo; từng bước trình ký hoàn toàn trên môi trường điện tử.", "VII.1"),
        task("Ký số đầy đủ trên văn bản điện tử bằng chứng thư số của lãnh đạo và của cơ quan", "100% văn bản đi có đủ chữ ký số của lãnh đạo và của cơ quan", ALWAYS, OFFICE, "", "Ký số cá nhân và chứng thư số cơ quan đối với mọi văn bản đi.", "VII.2"),
        task("Gửi văn bản đi dưới dạng điện tử qua E-Office", "100% văn bản đi được gửi điện tử", ALWAYS, OFFICE, "", "Cập nhật đủ thông tin khi phát hành theo Công văn số 769/STTTT-CNTT; rà soát hằng tháng.", "VII.3"),
        task("Tuyên truyền, hỗ trợ người dân nộp hồ sơ và thanh toán trực tuyến", "Đạt chỉ tiêu hồ sơ trực tuyến được giao; tối thiểu 15% hồ sơ thanh toán trực tuyến; từ 25% TTHC có nghĩa vụ tài chính được thanh toán trên Cổng Dịch vụ công quốc gia", ALWAYS, ONE_STOP, "", "Hướng dẫn tạo tài khoản, nộp hồ sơ, thanh toán; giới thiệu qua mạng xã hội.", "VII.5"),
        task("Đạt và vượt chỉ tiêu hồ sơ trực tuyến UBND tỉnh giao năm 2023", "Tỷ lệ hồ sơ trực tuyến của phường vượt chỉ tiêu được giao", "Trước ngày 25/11/2023", ONE_STOP, OFFICE, "Bộ phận Một cửa hỗ trợ người dân; Công chức Văn phòng - Thống kê theo dõi, tổng hợp.", "VII.6"),
        task("Tăng tỷ lệ hồ sơ tiếp nhận, trả kết quả qua dịch vụ bưu chính công ích (BCCI)", "Tối thiểu 5% hồ sơ được tiếp nhận hoặc trả kết quả qua BCCI", ALWAYS, ONE_STOP, OFFICE, "Giới thiệu dịch vụ khi người dân nộp hồ sơ; theo dõi, tổng hợp kết quả.", "VII.7"),
        task("Ban hành, thực hiện Kế hoạch chuyển đổi số phường năm 2023", "Kế hoạch, văn bản chỉ đạo và báo cáo của UBND phường", IN_2023, CULTURE, STAFF, "Công chức Văn hóa - Xã hội chủ trì tham mưu, tổng hợp báo cáo Phòng Văn hóa và Thông tin.", "VII.8"),
        task("Hoàn thành chỉ tiêu số hóa kết quả TTHC theo lộ trình của tỉnh", "Văn bản chỉ đạo và kết quả số hóa theo lộ trình", IN_2023, ALL_STAFF, "", "Số hóa kết quả còn hiệu lực theo Kế hoạch số 6401/KH-UBND ngày 22/9/2021 của UBND thành phố.", "VII.9"),
        task("Áp dụng, duy trì Hệ thống quản lý chất lượng theo TCVN ISO 9001:2015", "Hoàn thành các nhiệm vụ của kế hoạch duy trì hệ thống và mục tiêu chất lượng năm 2023", "Trước ngày 10/12/2023", OFFICE, STAFF, "Thư ký ISO chủ trì, phối hợp các bộ phận thực hiện.", "VII.10"),
    ),
    *section(
        "VIII. CẢI THIỆN CHỈ SỐ HÀI LÒNG CỦA UBND PHƯỜNG PHƯỚC HẢI NĂM 2023",
        task("Rà soát dữ liệu khảo sát mức độ hài lòng năm 2022, tiếp thu ý kiến để cải thiện chất lượng phục vụ", "Mức độ hài lòng năm 2023 đạt trên 84%", "Trong tháng 03/2023.", STAFF, "", "Thực hiện Kế hoạch số 384/KH-UBND ngày 23/3/2023 của UBND phường.", "VIII.1"),
    ),
]

#: The three of the office, as wards have them: who keeps the workbook sees to steering and apparatus, the second to
#: procedures, the third to staff, documents and the quality system.
_FOLLOWED_BY = {
    **dict.fromkeys(("I.1", "I.2", "I.3", "I.5", "IV.1", "IV.2", "IV.3"), "Người giữ sổ"),
    **dict.fromkeys(("III.1", "III.2", "III.3", "III.5", *(f"III.{n}" for n in range(11, 17))), "Nguyễn Văn B"),
    **dict.fromkeys(("V.1", "V.2", "V.3", "VII.1", "VII.2", "VII.3", "VII.9"), "Nguyễn Văn C"),
}
for row in TASKS:
    row["Người theo dõi"] = _FOLLOWED_BY.get(str(row["Mã"]))

MILESTONES: list[Row] = [
    due("I.1", "24/11/2023"),
    due("I.2", "trước 25/11/2023"),
    due("I.3", "13/6/2023", "Báo cáo 6 tháng đầu năm"),
    due("I.3", "13/9/2023", "Báo cáo quý III"),
    due("I.3", "13/12/2023", "Báo cáo năm"),
    due("I.4", "31/12/2023"),
    *(due("I.5", f"{last}/{m}/2023", f"Tháng {m}") for m, last in zip(range(5, 13), (31, 30, 31, 31, 30, 31, 30, 31), strict=True)),
    due("II.1", "trước 10/12/2023"),
    due("II.2", "09/12/2023"),
    due("II.3", "04/12/2023"),
    due("II.4", "04/12/2023", "Báo cáo năm"),
    due("II.4", "31/12/2023", "Báo cáo định kỳ, đột xuất trong năm"),
    due("II.5", "04/12/2023"),
    due("III.1", "31/5/2023", "Báo cáo rà soát, đơn giản hóa TTHC"),
    due("III.1", "30/6/2023", "Báo cáo quý II"),
    due("III.1", "30/9/2023", "Báo cáo quý III"),
    due("III.1", "31/12/2023", "Báo cáo quý IV"),
    due("III.12", start="01/4/2023"),
    due("III.15", label="02 ngày làm việc từ khi ban hành văn bản trả lời"),
    due("III.16", "17/6/2023", "Báo cáo quý II"),
    due("III.16", "17/9/2023", "Báo cáo quý III"),
    due("III.16", "17/12/2023", "Báo cáo năm"),
    due("IV.3", "20/5/2023", "Thay đổi nhân sự ngày 15/5/2023", start="15/5/2023"),
    due("V.3", "09/6/2023", "Đợt cập nhật theo lịch của tỉnh", start="15/5/2023"),
    due("V.4", "31/12/2023"),
    due("VI.1", "15/12/2023", "Giải ngân tối thiểu 90%", required=90),
    due("VI.1", "31/01/2024", "Giải ngân 100%", required=100),
    *(due(task_id, "31/12/2023") for task_id in ("VI.2", "VI.3", "VI.4")),
    due("VII.5", "24/11/2023"),
    due("VII.7", "31/12/2023"),
    due("VII.8", "31/12/2023"),
    {**due("VII.9", "09/12/2023"), "Gia hạn đến": day("20/12/2023"), "Văn bản gia hạn": "Công văn số 8126/UBND-VP ngày 01/12/2023 của UBND thành phố Nha Trang"},
    due("VIII.1", "31/3/2023"),
]
