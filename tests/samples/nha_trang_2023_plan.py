"""The city's plan 2724/KH-UBND of 2023: its numbering, fields and deadlines as issued, everything else condensed."""

# fmt: off

from tests.samples.rows import Row, due, section, task

HOME = "Phòng Nội vụ"
OFFICE = "Văn phòng HĐND và UBND thành phố"
JUSTICE = "Phòng Tư pháp"
CULTURE = "Phòng Văn hóa và Thông tin"
FINANCE = "Phòng Tài chính - Kế hoạch"
ROOMS = "Các cơ quan chuyên môn thuộc UBND thành phố"
ALL = "Các cơ quan, đơn vị thuộc UBND thành phố"
WARDS = "UBND các xã, phường"
ALWAYS = "Thường xuyên"
IN_2023 = "Trong năm 2023"
IN_Q2_Q3 = "Trong quý II và III năm 2023"
BY_HOME_DEPARTMENT = "Theo hướng dẫn của Sở Nội vụ"

TASKS: list[Row] = [
    *section(
        "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
        task("Hoàn thành các nhiệm vụ của Kế hoạch cải cách hành chính (CCHC) thành phố năm 2023", "100% nhiệm vụ của Kế hoạch được hoàn thành", "Trước ngày 10/12/2023", HOME, f"{ALL}; {WARDS}", "Các đơn vị báo cáo trước ngày 25/11/2023; Phòng Nội vụ tổng hợp, báo cáo Sở Nội vụ."),
        task("Kiểm tra công tác CCHC tại ít nhất 30% cơ quan, đơn vị trực thuộc", "Kế hoạch kiểm tra; báo cáo kết quả kiểm tra", IN_Q2_Q3, HOME, ALL, "Phòng Nội vụ tham mưu thành lập đoàn, kiểm tra, thông báo kết quả."),
        task("Chỉ đạo xử lý mọi vấn đề phát hiện qua kiểm tra CCHC", "Văn bản chấn chỉnh, khắc phục hạn chế", "Trong quý IV năm 2023", HOME, "", "Phòng Nội vụ tổng hợp, theo dõi việc khắc phục."),
        task("Hoàn thành các nhiệm vụ của Kế hoạch tuyên truyền CCHC thành phố năm 2023", "100% nhiệm vụ tuyên truyền được hoàn thành", "Trước ngày 10/12/2023", HOME, f"{CULTURE}; {WARDS}", "Các đơn vị báo cáo trước ngày 25/11/2023; Phòng Nội vụ tổng hợp."),
        task("Gửi báo cáo CCHC định kỳ của thành phố đủ số lượng, nội dung, đúng thời gian", "Báo cáo 6 tháng, quý III và năm 2023", "Báo cáo gửi Sở Nội vụ trong ngày 14 của tháng cuối kỳ báo cáo", HOME, f"{ALL}; {WARDS}", "Các đơn vị gửi báo cáo về Phòng Nội vụ để tổng hợp."),
        task("Tăng tỷ lệ nhiệm vụ UBND tỉnh giao được hoàn thành sớm hạn, đúng hạn", "Từ 94% nhiệm vụ được giao hoàn thành sớm hạn, đúng hạn", ALWAYS, OFFICE, ALL, "Theo dõi trên phần mềm nhắc việc; báo cáo kết quả thứ sáu hằng tuần."),
        task("Đề xuất, áp dụng sáng kiến hoặc giải pháp mới trong CCHC", "Ít nhất 02 sáng kiến được áp dụng, công nhận hiệu quả", IN_2023, ALL, WARDS, "Mỗi đơn vị có ít nhất 01 mô hình, sáng kiến dự thi."),
        task("Dùng kết quả xếp hạng CCHC và kết quả giải quyết thủ tục hành chính (TTHC) để đánh giá cán bộ, công chức, xét thi đua", "Kết quả đánh giá hằng tháng; kết quả đánh giá năm", "Định kỳ hằng tháng", HOME, f"{ROOMS}; {WARDS}", "Kết quả đánh giá gửi Phòng Nội vụ trước ngày 05 của tháng sau."),
    ),
    *section(
        "II. CẢI CÁCH THỂ CHẾ",
        task("Báo cáo đúng hạn về kiểm tra, xử lý, rà soát, hệ thống hóa văn bản quy phạm pháp luật (VBQPPL)", "Báo cáo kiểm tra, xử lý, rà soát, hệ thống hóa VBQPPL", "Trước ngày 15/12/2023", JUSTICE, WARDS, "Phòng Tư pháp tổng hợp, báo cáo Sở Tư pháp."),
        task("Xử lý, kiến nghị xử lý kịp thời văn bản trái pháp luật", "Báo cáo kiểm tra, xử lý VBQPPL", "Trước ngày 15/12/2023", JUSTICE, "", "Phòng Tư pháp tham mưu xử lý hoặc kiến nghị cơ quan có thẩm quyền."),
        task("Hoàn thành Kế hoạch theo dõi thi hành pháp luật của thành phố năm 2023", "Báo cáo kết quả thực hiện Kế hoạch", "Trước ngày 05/12/2023", JUSTICE, WARDS, "Các đơn vị thực hiện theo Kế hoạch số 648/KH-UBND-TP."),
        task("Gửi đủ, đúng hạn báo cáo định kỳ, đột xuất về theo dõi thi hành pháp luật", "Báo cáo định kỳ, đột xuất", "Trong năm 2023\nBáo cáo năm hoàn thành trước ngày 05/12/2023", JUSTICE, WARDS, "Phòng Tư pháp tổng hợp, báo cáo Sở Tư pháp."),
        task("Xử lý bất cập phát hiện qua theo dõi thi hành pháp luật", "Bất cập được xử lý hoặc kiến nghị xử lý", "Trước ngày 05/12/2023", JUSTICE, WARDS, "Phòng Tư pháp tổng hợp, tham mưu xử lý."),
    ),
    *section(
        "III. CẢI CÁCH THỦ TỤC HÀNH CHÍNH",
        task("Rà soát, đơn giản hóa TTHC, loại bỏ mẫu đơn, tờ khai không cần thiết", "100% vấn đề qua rà soát được xử lý hoặc kiến nghị", "Thường xuyên\nRiêng báo cáo rà soát, đơn giản hóa TTHC năm 2023 gửi Văn phòng UBND tỉnh trước ngày 25/7/2023", OFFICE, f"{ROOMS}; {WARDS}", "Các đơn vị gửi báo cáo rà soát trước ngày 01/6/2023."),
        task("Công khai TTHC đầy đủ tại Bộ phận Một cửa và trên Trang thông tin điện tử", "100% TTHC được cập nhật, công khai, in thành tài liệu", ALWAYS, OFFICE, ROOMS, "Cập nhật trong 05 ngày làm việc kể từ khi có quyết định công bố."),
        task("Kiến nghị Chủ tịch UBND tỉnh công bố TTHC cấp huyện, cấp xã", "Văn bản kiến nghị của UBND thành phố", ALWAYS, OFFICE, f"{ROOMS}; {WARDS}", "Các đơn vị rà soát TTHC chưa công bố; Văn phòng tổng hợp."),
        task("Tiếp nhận, trả kết quả TTHC tại Bộ phận Một cửa", "100% TTHC tiếp nhận, trả kết quả tại Bộ phận Một cửa", ALWAYS, ROOMS, OFFICE, "Thực hiện theo Nghị định số 61/2018/NĐ-CP và Nghị định số 107/2021/NĐ-CP."),
        task("Công khai số điện thoại, địa chỉ tiếp nhận phản ánh, kiến nghị (PAKN) về TTHC", "Thông tin được công khai đúng quy định", ALWAYS, OFFICE, ROOMS, "In đủ hai mặt Giấy tiếp nhận và hẹn trả kết quả."),
        task("Giải quyết TTHC đúng quy trình hiện hành", "Hồ sơ được giải quyết đúng cơ chế một cửa", ALWAYS, OFFICE, f"{ROOMS}; {WARDS}", "Văn phòng kiểm tra ngẫu nhiên hồ sơ trên phần mềm."),
        task("Tạo lập hồ sơ điện tử, cập nhật văn bản phát sinh trên phần mềm Một cửa điện tử", "Hồ sơ đầu vào được tạo lập điện tử đầy đủ", ALWAYS, OFFICE, f"{ROOMS}; {WARDS}", "Thực hiện theo Nghị định số 45/2020/NĐ-CP."),
        task("Cập nhật tiến trình giải quyết hồ sơ đồng bộ với thực tế", "Văn bản đính kèm không quá 08 giờ làm việc từ khi ký", ALWAYS, OFFICE, f"{ROOMS}; {WARDS}", "Kiểm tra ngẫu nhiên hằng tuần."),
        task("Số hóa kết quả giải quyết TTHC trong năm 2023", "100% kết quả được số hóa", ALWAYS, ROOMS, OFFICE, "Thực hiện theo Công văn số 7772/UBND-VP ngày 25/10/2022."),
        task("Thực hiện hồ sơ chứng thực điện tử", "100% UBND cấp xã đạt tối thiểu 20% hồ sơ chứng thực điện tử", ALWAYS, WARDS, f"{OFFICE}; {JUSTICE}", "Văn phòng phối hợp Phòng Tư pháp hướng dẫn, đôn đốc."),
        task("Tăng tỷ lệ hồ sơ TTHC được giải quyết đúng hạn", "Tỷ lệ hồ sơ trễ hạn dưới 0,5%", ALWAYS, OFFICE, ROOMS, "Thống kê, nhắc việc đầu mỗi buổi làm việc qua nhóm Zalo."),
        task("Tăng tỷ lệ UBND cấp xã có 100% hồ sơ được giải quyết đúng hạn", "Tối thiểu 80% UBND cấp xã có 100% hồ sơ đúng hạn", "Từ quý II/2023", OFFICE, WARDS, "Thống kê kết quả hai tuần một lần."),
        task("Đánh giá việc giải quyết TTHC theo Thông tư số 01/2018/TT-VPCP", "Kết quả đánh giá đạt mức tốt", ALWAYS, OFFICE, ROOMS, "Phát phiếu đánh giá, tổng hợp hằng quý."),
        task("Xử lý đúng hạn, công khai kết quả 100% PAKN về quy định hành chính, TTHC", "Văn bản trả lời đúng hạn; kết quả được công khai", ALWAYS, OFFICE, ALL, "Phân công 01 lãnh đạo, 01 chuyên viên theo dõi thường xuyên."),
        task("Công khai kết quả trả lời PAKN thuộc thẩm quyền", "100% kết quả trả lời PAKN được công khai", "Chậm nhất 02 ngày làm việc từ khi văn bản trả lời PAKN được ban hành", OFFICE, "", "Cập nhật trên hệ thống PAKN, Trang thông tin điện tử."),
        task("Kiểm tra hoạt động kiểm soát TTHC tại UBND cấp xã", "Kế hoạch, báo cáo kết quả kiểm tra", IN_Q2_Q3, OFFICE, HOME, "Lồng ghép trong kiểm tra hoạt động công vụ năm 2023."),
        task("Báo cáo công tác kiểm soát TTHC, cơ chế một cửa, TTHC trên môi trường điện tử", "Báo cáo quý II, quý III, năm 2023", "Báo cáo của UBND thành phố gửi trên hệ thống chậm nhất vào ngày 19 của tháng cuối quý thuộc kỳ báo cáo", OFFICE, f"{ROOMS}; {WARDS}", "Các đơn vị gửi báo cáo chậm nhất ngày 17."),
    ),
    *section(
        "IV. CẢI CÁCH TỔ CHỨC BỘ MÁY",
        task("Rà soát, kiện toàn chức năng, nhiệm vụ của các cơ quan chuyên môn", "Quyết định kiện toàn của UBND thành phố", "Trong vòng 30 ngày sau khi có hướng dẫn của UBND tỉnh", ROOMS, HOME, "Phòng Nội vụ thẩm định dự thảo."),
        task("Bố trí số lượng lãnh đạo cấp phòng đúng quy định", "Báo cáo bố trí cán bộ, công chức theo vị trí việc làm", ALWAYS, HOME, ROOMS, "Các cơ quan báo cáo trước ngày 20/11/2023."),
        task("Xây dựng kế hoạch biên chế công chức và số lượng người làm việc", "Kế hoạch hoặc báo cáo của UBND thành phố", BY_HOME_DEPARTMENT, HOME, ALL, "Phòng Nội vụ hướng dẫn, tổng hợp."),
        task("Báo cáo về vị trí việc làm, biên chế, số lượng người làm việc", "Báo cáo của UBND thành phố", BY_HOME_DEPARTMENT, HOME, ALL, "Phòng Nội vụ tổng hợp, báo cáo Sở Nội vụ."),
        task("Chấm dứt hợp đồng làm chuyên môn, nghiệp vụ trong cơ quan hành chính", "Không còn hợp đồng làm chuyên môn, nghiệp vụ", "Theo chỉ đạo tại Công văn số 6611/UBND-NV của UBND thành phố", ROOMS, HOME, "Phòng Nội vụ theo dõi, đôn đốc."),
        task("Tinh giản biên chế, cơ cấu lại đội ngũ cán bộ, công chức, viên chức", "Tờ trình gửi Sở Nội vụ", "Tháng 9/2023", HOME, ALL, "Các đơn vị rà soát, đề xuất đối tượng tinh giản."),
        task("Triển khai nhiệm vụ được UBND tỉnh phân cấp, ủy quyền", "Văn bản chỉ đạo, báo cáo kết quả", IN_2023, ROOMS, "", "Các cơ quan tham mưu theo lĩnh vực."),
    ),
    *section(
        "V. CẢI CÁCH CHẾ ĐỘ CÔNG VỤ",
        task("Bố trí cán bộ, công chức, cơ cấu ngạch theo vị trí việc làm", "100% công chức được bố trí phù hợp vị trí việc làm", IN_2023, HOME, ROOMS, "Các cơ quan rà soát, đề xuất."),
        task("Thực hiện đúng quy định về bổ nhiệm, bổ nhiệm lại lãnh đạo cấp phòng", "100% trường hợp đúng điều kiện, tiêu chuẩn", IN_2023, HOME, ALL, "Phòng Nội vụ thẩm định hồ sơ."),
        task("Đánh giá cán bộ, công chức, viên chức theo kết quả công việc", "Báo cáo kết quả đánh giá", "Trước ngày 30/12/2023", HOME, ALL, "Các đơn vị ban hành quy chế, đánh giá theo phân cấp."),
        task("Triển khai Kế hoạch đào tạo, bồi dưỡng cán bộ, công chức, viên chức năm 2023", "Hoàn thành các lớp bồi dưỡng theo kế hoạch", IN_2023, HOME, ALL, "Cơ quan được giao tổ chức lớp, báo cáo kết quả."),
        task("Báo cáo kết quả chấn chỉnh kỷ luật, kỷ cương hành chính", "Báo cáo 6 tháng và năm", "Báo cáo 06 tháng trước ngày 15/6/2023\nBáo cáo năm trước ngày 15/11/2023", HOME, ALL, "Các đơn vị báo cáo về Phòng Nội vụ để tổng hợp."),
        task("Chấp hành nghiêm kỷ luật, kỷ cương hành chính", "Không có trường hợp bị xử lý kỷ luật", ALWAYS, ALL, HOME, "Phát hiện, xử lý kịp thời vi phạm."),
        task("Chuyển đổi vị trí công tác đối với công chức, viên chức", "Báo cáo của UBND thành phố", IN_2023, HOME, ALL, "Thực hiện theo kế hoạch chuyển đổi vị trí công tác."),
        task("Cập nhật thông tin cán bộ, công chức, viên chức trên phần mềm quản lý", "Thông tin được cập nhật đầy đủ, đúng quy định", "Trong vòng 05 ngày kể từ ngày thay đổi thông tin", HOME, ALL, "Các đơn vị báo thay đổi về Phòng Nội vụ."),
        task("Nâng trình độ cán bộ, công chức cấp xã đạt chuẩn", "100% cán bộ, công chức cấp xã đạt chuẩn", IN_2023, WARDS, HOME, "Tạo điều kiện học các lớp đào tạo, bồi dưỡng."),
    ),
    *section(
        "VI. CẢI CÁCH TÀI CHÍNH CÔNG",
        task("Giải ngân kế hoạch đầu tư vốn ngân sách nhà nước năm 2023", "Giải ngân vốn đầu tư công đúng tiến độ", "Đến 15/12/2023 hoàn thành tối thiểu 90% kế hoạch được giao", FINANCE, ALL, "Giao ban tiến độ giải ngân hằng tháng."),
        task("Tiết kiệm chi phí hành chính", "Tiết kiệm từ 10% trở lên", IN_2023, FINANCE, ALL, "Các đơn vị thực hiện theo quy định."),
        task("Thực hành tiết kiệm, chống lãng phí trong sử dụng kinh phí", "Chương trình hành động; báo cáo", IN_2023, FINANCE, ALL, "Các đơn vị xây dựng chương trình, báo cáo kết quả."),
        task("Quản lý, sử dụng hiệu quả tài sản công", "Quy chế; báo cáo quản lý, sử dụng tài sản công", IN_2023, FINANCE, ALL, "Các đơn vị ban hành quy chế, báo cáo."),
        task("Thu ngân sách năm 2023 vượt kế hoạch tỉnh giao từ 4% trở lên", "Văn bản chỉ đạo, báo cáo kết quả", IN_2023, FINANCE, ALL, "Theo dõi thu ngân sách hằng tuần."),
    ),
    *section(
        "VII. XÂY DỰNG CHÍNH QUYỀN ĐIỆN TỬ, CHÍNH QUYỀN SỐ",
        task("Số hóa, ký số, xử lý văn bản đi, đến trên E-Office", "100% văn bản đi được xét duyệt trên E-Office", ALWAYS, OFFICE, ALL, "Hoàn thiện quy trình xét duyệt trên môi trường điện tử."),
        task("Dùng chứng thư số, chữ ký số trên văn bản điện tử", "100% văn bản đi có đủ chữ ký số", ALWAYS, ALL, OFFICE, "Ký số cá nhân và chứng thư số cơ quan."),
        task("Gửi văn bản đi dưới dạng điện tử qua E-Office", "100% văn bản đi được gửi điện tử", ALWAYS, OFFICE, "", "Rà soát thông tin văn bản hằng tháng."),
        task("Sử dụng Hệ thống thông tin báo cáo của tỉnh", "Báo cáo ngành được gửi đầy đủ trên hệ thống", ALWAYS, ALL, OFFICE, "Các đơn vị gửi báo cáo đúng hạn trên hệ thống."),
        task("Tuyên truyền, hỗ trợ nộp hồ sơ, thanh toán trực tuyến", "Đạt chỉ tiêu hồ sơ trực tuyến; tối thiểu 15% hồ sơ thanh toán trực tuyến", ALWAYS, ROOMS, OFFICE, "Hướng dẫn tại Bộ phận Một cửa, qua mạng xã hội."),
        task("UBND cấp xã đạt và vượt chỉ tiêu hồ sơ trực tuyến được giao năm 2023", "100% đơn vị cấp xã đạt chỉ tiêu", "Trước ngày 25/11/2023", WARDS, OFFICE, "UBND xã, phường hỗ trợ người dân nộp hồ sơ."),
        task("Tăng tỷ lệ hồ sơ tiếp nhận, trả kết quả qua dịch vụ bưu chính công ích", "Tối thiểu 5% hồ sơ qua bưu chính công ích", ALWAYS, ROOMS, OFFICE, "Giới thiệu dịch vụ khi người dân nộp hồ sơ."),
        task("Triển khai Kế hoạch chuyển đổi số năm 2023", "Kế hoạch, văn bản chỉ đạo, báo cáo", IN_2023, CULTURE, ALL, "Phòng Văn hóa và Thông tin chủ trì tham mưu."),
        task("Hoàn thành chỉ tiêu số hóa kết quả TTHC theo lộ trình của tỉnh", "Văn bản chỉ đạo của UBND thành phố", IN_2023, CULTURE, f"{OFFICE}; {ALL}", "Theo dõi theo Kế hoạch số 6401/KH-UBND ngày 22/9/2021."),
        task("Áp dụng Hệ thống quản lý chất lượng theo TCVN ISO 9001:2015", "Hoàn thành kế hoạch duy trì, áp dụng hệ thống", "Trước ngày 10/12/2023", OFFICE, ROOMS, "Văn phòng chủ trì duy trì hệ thống."),
        task("Công bố lại Hệ thống quản lý chất lượng theo TCVN ISO 9001:2015", "Quyết định công bố lại hệ thống", "Trước ngày 10/12/2023", OFFICE, ROOMS, "Văn phòng tham mưu quyết định công bố."),
        task("Khắc phục các điểm không phù hợp của Hệ thống quản lý chất lượng", "Bằng chứng khắc phục sau đánh giá, kiểm tra", "Trước ngày 10/12/2023", OFFICE, ROOMS, "Thực hiện sau mỗi lần đánh giá nội bộ, kiểm tra."),
    ),
    *section(
        "VIII. CẢI THIỆN CHỈ SỐ HÀI LÒNG CỦA UBND THÀNH PHỐ NĂM 2023",
        task("Rà soát dữ liệu khảo sát hài lòng năm 2022, cải thiện chất lượng phục vụ", "Mức độ hài lòng năm 2023 đạt trên 84%", "Trong vòng 20 ngày kể từ khi UBND tỉnh công bố báo cáo khảo sát mức độ hài lòng", HOME, ALL, "Phòng Nội vụ tham mưu kế hoạch cải thiện Chỉ số hài lòng."),
    ),
    *section(
        "IX. CẢI THIỆN ĐIỂM THƯỞNG",
        task("Rà soát, kiến nghị UBND tỉnh giải pháp nâng cao hiệu quả quản lý, điều hành", "Văn bản kiến nghị của UBND thành phố", IN_2023, ALL, HOME, "Cung cấp văn bản cho Phòng Nội vụ trước ngày 25/11/2023."),
        task("Ứng dụng công nghệ thông tin trong áp dụng TCVN ISO 9001:2015", "Tài liệu ISO được lưu trữ điện tử", "Ngay sau khi các văn bản, tài liệu được ban hành", OFFICE, "", "Cập nhật hồ sơ, tài liệu ISO trên E-Office."),
        task("Tăng tỷ lệ TTHC trực tuyến có phát sinh hồ sơ", "100% TTHC trực tuyến có phát sinh hồ sơ", ALWAYS, ROOMS, "", "Mỗi TTHC có phát sinh hồ sơ thì có ít nhất 01 hồ sơ trực tuyến."),
        task("Nâng Chỉ số hài lòng trung bình của đơn vị cấp xã", "Chỉ số trung bình đạt tối thiểu 84%", IN_2023, WARDS, HOME, "UBND cấp xã phân tích, khắc phục tiêu chí còn hạn chế."),
    ),
    *section(
        "X. KHÔNG VI PHẠM CÁC NỘI DUNG ĐIỂM TRỪ",
        task("Gửi hồ sơ đề nghị thẩm định kết quả tự đánh giá CCHC năm 2023 đúng hạn", "Hồ sơ được gửi đúng hạn trên phần mềm", "Chậm nhất trong ngày 20/12/2023", HOME, "", "Phòng Nội vụ tham mưu thực hiện."),
        task("Đánh giá, xếp hạng CCHC đối với đơn vị cấp dưới", "Quyết định công bố chỉ số, xếp hạng", "Trước ngày 17/12/2023", HOME, f"{OFFICE}; {FINANCE}; {CULTURE}; {JUSTICE}", "Các cơ quan thẩm định theo phân công."),
        task("Tiếp nhận hoặc yêu cầu bổ sung hồ sơ trực tuyến không quá tám giờ làm việc", "Hồ sơ trực tuyến được phản hồi kịp thời", ALWAYS, ROOMS, "", "Theo dõi hồ sơ trên phần mềm Một cửa điện tử."),
        task("Phối hợp giải quyết TTHC liên thông đúng thời hạn", "Hồ sơ liên thông được giải quyết đúng thời hạn", ALWAYS, ALL, "", "Xử lý đúng thời hạn của quy trình."),
        task("Phối hợp trả lời phản ánh, kiến nghị trên các cổng thông tin, đường dây nóng", "PAKN được xử lý đúng thời hạn", ALWAYS, ALL, OFFICE, "Văn phòng theo dõi, đôn đốc."),
        task("Không để cán bộ, công chức vi phạm quy định về giải quyết TTHC", "Không có phản ánh đúng về hành vi gây phiền hà", ALWAYS, ALL, "", "Quán triệt, kiểm tra thường xuyên."),
        task("Không gửi văn bản giấy đối với văn bản phải trao đổi điện tử", "Không vi phạm quy định của UBND tỉnh", ALWAYS, ALL, CULTURE, "Phòng Văn hóa và Thông tin kiểm tra."),
    ),
]

#: The last day in time of the tasks that have one day only.
_LAST_DAYS = {
    "I.1": "09/12/2023", "I.3": "31/12/2023", "I.4": "09/12/2023", "I.7": "31/12/2023",
    "II.1": "14/12/2023", "II.2": "14/12/2023", "II.3": "04/12/2023", "II.5": "04/12/2023",
    "IV.6": "30/9/2023", "IV.7": "31/12/2023",
    "V.1": "31/12/2023", "V.2": "31/12/2023", "V.3": "29/12/2023", "V.4": "31/12/2023", "V.7": "31/12/2023", "V.9": "31/12/2023",
    "VI.2": "31/12/2023", "VI.3": "31/12/2023", "VI.4": "31/12/2023", "VI.5": "31/12/2023",
    "VII.6": "24/11/2023", "VII.8": "31/12/2023", "VII.9": "31/12/2023", "VII.10": "09/12/2023", "VII.11": "09/12/2023", "VII.12": "09/12/2023",
    "VIII.1": "10/5/2023",
    "IX.1": "31/12/2023", "IX.4": "31/12/2023",
    "X.1": "20/12/2023", "X.2": "16/12/2023",
}

MILESTONES: list[Row] = [
    *(due(code, last) for code, last in _LAST_DAYS.items()),
    due("I.2", "30/6/2023", "Kiểm tra quý II", start="01/4/2023"),
    due("I.2", "30/9/2023", "Kiểm tra quý III", start="01/7/2023"),
    due("I.5", "14/6/2023", "Báo cáo 6 tháng đầu năm"),
    due("I.5", "14/9/2023", "Báo cáo quý III"),
    due("I.5", "14/12/2023", "Báo cáo năm"),
    *(due("I.8", f"{last}/{m}/2023", f"Tháng {m}") for m, last in zip(range(4, 13), (30, 31, 30, 31, 31, 30, 31, 30, 31), strict=True)),
    due("II.4", "04/12/2023", "Báo cáo năm"),
    due("II.4", "31/12/2023", "Báo cáo định kỳ, đột xuất trong năm"),
    due("III.1", "24/7/2023", "Báo cáo rà soát, đơn giản hóa TTHC"),
    due("III.12", start="01/4/2023"),
    due("III.15", label="02 ngày làm việc từ khi ban hành văn bản trả lời"),
    due("III.16", "30/6/2023", "Kiểm tra quý II", start="01/4/2023"),
    due("III.16", "30/9/2023", "Kiểm tra quý III", start="01/7/2023"),
    due("III.17", "19/6/2023", "Báo cáo quý II"),
    due("III.17", "19/9/2023", "Báo cáo quý III"),
    due("III.17", "19/12/2023", "Báo cáo năm"),
    due("IV.1", label="30 ngày sau khi có hướng dẫn của UBND tỉnh"),
    due("V.5", "14/6/2023", "Báo cáo 06 tháng"),
    due("V.5", "14/11/2023", "Báo cáo năm"),
    due("V.8", label="05 ngày kể từ ngày thay đổi thông tin"),
    due("VI.1", "15/12/2023", "Giải ngân tối thiểu 90%", required=90),
]
