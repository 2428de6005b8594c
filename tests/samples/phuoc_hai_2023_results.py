"""What the ward said of its tasks from May to December 2023, on the days of its reports. All of it is made up."""

# fmt: off

from tests.samples.rows import DOING, DONE, NOT_ARISEN, PAUSED, TODO, Row, said

RESULTS: dict[str, list[Row]] = {
    # I. Công tác chỉ đạo, điều hành
    "I.1": [
        said("25/5/2023", DOING, "Đã hoàn thành 11/32 nhiệm vụ của Kế hoạch CCHC năm 2023"),
        said("13/6/2023", DOING, "Đã hoàn thành 14/32 nhiệm vụ của Kế hoạch CCHC năm 2023"),
        said("25/8/2023", DOING, "Đã hoàn thành 20/32 nhiệm vụ của Kế hoạch CCHC năm 2023"),
        said("13/9/2023", DOING, "Đã hoàn thành 22/32 nhiệm vụ của Kế hoạch CCHC năm 2023"),
        said("25/10/2023", DOING, "Đã hoàn thành 28/32 nhiệm vụ của Kế hoạch CCHC năm 2023"),
        said("25/11/2023", DONE, "Đã hoàn thành 32/32 nhiệm vụ của Kế hoạch CCHC năm 2023, báo cáo Phòng Nội vụ", done="22/11/2023", by="Báo cáo số 251/BC-UBND ngày 22/11/2023"),
    ],
    "I.2": [
        said("25/5/2023", DOING, "Đã triển khai Kế hoạch số 267/KH-UBND; đã đăng 15 tin, bài về CCHC"),
        said("13/6/2023", DOING, "Đã đăng 18 tin, bài về CCHC, phát thanh 24 lượt trên đài truyền thanh phường"),
        said("13/9/2023", DOING, "Từ đầu năm đã đăng 31 tin, bài về CCHC, tổ chức 02 buổi tuyên truyền tại tổ dân phố"),
        said("25/11/2023", DONE, "Đã hoàn thành các nhiệm vụ tại Kế hoạch số 267/KH-UBND, báo cáo Phòng Nội vụ", done="23/11/2023", by="Báo cáo số 252/BC-UBND ngày 23/11/2023"),
    ],
    "I.3": [
        said("25/5/2023", DOING, "Đang tổng hợp số liệu báo cáo", of="Báo cáo 6 tháng đầu năm"),
        said("13/6/2023", DONE, "Đã gửi Phòng Nội vụ đúng thời hạn", of="Báo cáo 6 tháng đầu năm", done="13/6/2023"),
        said("13/9/2023", DONE, "Đã gửi Phòng Nội vụ đúng thời hạn", of="Báo cáo quý III", done="13/9/2023"),
        said("13/12/2023", DONE, "Đã gửi Phòng Nội vụ đúng thời hạn", of="Báo cáo năm", done="13/12/2023"),
    ],
    "I.4": [
        said("25/5/2023", DOING, "Đã phát động đăng ký sáng kiến, giải pháp mới đến các bộ phận"),
        said("13/6/2023", DOING, "Đã áp dụng 01 giải pháp mới về nhắc hẹn trả kết quả qua Zalo; đã gửi 01 mô hình dự thi"),
        said("25/7/2023", DONE, "Đã đăng ký và áp dụng 02 giải pháp mới trong CCHC", done="20/7/2023", by="Công văn số 812/UBND-VP ngày 20/7/2023"),
        said("13/9/2023", DOING, "01 giải pháp chưa được công nhận hiệu quả, phải đăng ký giải pháp thay thế", remedy="Đăng ký giải pháp thay thế trong tháng 10"),
        said("25/11/2023", DONE, "Đã có 02 sáng kiến, giải pháp mới được áp dụng và công nhận hiệu quả", done="06/11/2023", by="Quyết định số 205/QĐ-UBND ngày 06/11/2023"),
    ],
    "I.5": [
        said("25/5/2023", DOING, "Đang tổng hợp phiếu tự đánh giá", of="Tháng 5"),
        said("13/6/2023", DOING, "Đã đánh giá 12/15 người tham gia giải quyết TTHC", of="Tháng 5", cause="Một số bộ phận gửi phiếu tự đánh giá chậm", remedy="Đã yêu cầu gửi bổ sung, hoàn thành đánh giá trước ngày 17/6/2023"),
        said("25/6/2023", DONE, "Đã đánh giá 15/15 người tham gia giải quyết TTHC", of="Tháng 5", done="15/6/2023"),
        said("25/7/2023", DONE, "Đã đánh giá 15/15 người tham gia giải quyết TTHC", of="Tháng 6", done="29/6/2023"),
        said("25/8/2023", DONE, "Đã đánh giá 15/15 người tham gia giải quyết TTHC", of="Tháng 7", done="28/7/2023"),
        said("13/9/2023", DONE, "Đã đánh giá 15/15 người tham gia giải quyết TTHC", of="Tháng 8", done="30/8/2023"),
        said("25/10/2023", DONE, "Đã đánh giá 15/15 người tham gia giải quyết TTHC", of="Tháng 9", done="29/9/2023"),
        said("25/11/2023", DONE, "Đã đánh giá 15/15 người tham gia giải quyết TTHC", of="Tháng 10", done="31/10/2023"),
        said("13/12/2023", DONE, "Đã đánh giá 15/15 người tham gia giải quyết TTHC", of="Tháng 11", done="30/11/2023"),
        said("25/12/2023", DONE, "Đã đánh giá 15/15 người tham gia giải quyết TTHC", of="Tháng 12", done="22/12/2023"),
    ],
    # II. Cải cách thể chế
    "II.1": [
        said("25/5/2023", DOING, "Đã lập danh mục văn bản phải tự kiểm tra, rà soát năm 2023"),
        said("13/6/2023", DOING, "Đã gửi Phòng Tư pháp kết quả tự kiểm tra văn bản 6 tháng đầu năm"),
        said("13/9/2023", DOING, "Đã gửi Phòng Tư pháp kết quả tự kiểm tra văn bản 9 tháng đầu năm"),
        said("13/12/2023", DONE, "Đã gửi Phòng Tư pháp báo cáo kiểm tra, xử lý và rà soát, hệ thống hóa VBQPPL năm 2023", done="08/12/2023", by="Báo cáo số 268/BC-UBND ngày 08/12/2023"),
    ],
    "II.2": [
        said("13/6/2023", TODO, "Chưa phát hiện văn bản trái pháp luật phải xử lý"),
        said("13/12/2023", DONE, "Đã báo cáo kết quả kiểm tra; trong năm không có văn bản phải xử lý", done="08/12/2023", by="Báo cáo số 268/BC-UBND ngày 08/12/2023"),
    ],
    "II.3": [
        said("25/5/2023", DOING, "Đã ban hành văn bản triển khai Kế hoạch theo dõi thi hành pháp luật đến các bộ phận"),
        said("13/9/2023", DOING, "Đã thực hiện 05/08 nhiệm vụ theo dõi thi hành pháp luật"),
        said("13/12/2023", DONE, "Đã thực hiện 08/08 nhiệm vụ theo dõi thi hành pháp luật, báo cáo Phòng Tư pháp", done="30/11/2023", by="Báo cáo số 263/BC-UBND ngày 30/11/2023"),
    ],
    "II.4": [
        said("13/6/2023", DOING, "Đã gửi 01 báo cáo đột xuất theo đề nghị của Phòng Tư pháp", of="Báo cáo định kỳ, đột xuất trong năm"),
        said("13/9/2023", DOING, "Đã gửi 02 báo cáo đột xuất theo đề nghị của Phòng Tư pháp", of="Báo cáo định kỳ, đột xuất trong năm"),
        said("13/12/2023", DONE, "Đã gửi báo cáo theo dõi thi hành pháp luật năm 2023", of="Báo cáo năm", done="30/11/2023", by="Báo cáo số 263/BC-UBND ngày 30/11/2023"),
        said("25/12/2023", DONE, "Đã gửi đủ 03 báo cáo đột xuất và báo cáo năm, đúng thời hạn", of="Báo cáo định kỳ, đột xuất trong năm", done="22/12/2023"),
    ],
    "II.5": [
        said("13/9/2023", DOING, "Đã ghi nhận 02 bất cập về xử phạt vi phạm hành chính, đang tổng hợp kiến nghị"),
        said("13/12/2023", DONE, "Đã kiến nghị cơ quan có thẩm quyền xử lý 02 bất cập phát hiện qua theo dõi thi hành pháp luật", done="30/11/2023", by="Báo cáo số 263/BC-UBND ngày 30/11/2023"),
    ],
    # III. Cải cách thủ tục hành chính
    "III.1": [
        said("25/5/2023", DOING, "Đã rà soát 21/35 TTHC; đang tổng hợp phương án đơn giản hóa", of="Báo cáo rà soát, đơn giản hóa TTHC"),
        said("13/6/2023", DOING, "Đã rà soát 35/35 TTHC; đang hoàn thiện báo cáo, dự kiến kiến nghị đơn giản hóa 02 TTHC", of="Báo cáo rà soát, đơn giản hóa TTHC", cause="Chờ số liệu rà soát của bộ phận chuyên môn", remedy="UBND phường đã chỉ đạo hoàn thành báo cáo trong tháng 6"),
        said("25/6/2023", DONE, "Đã báo cáo kết quả rà soát 35 TTHC, kiến nghị đơn giản hóa 02 TTHC", of="Báo cáo rà soát, đơn giản hóa TTHC", done="20/6/2023", by="Báo cáo số 128/BC-UBND ngày 20/6/2023"),
        said("25/7/2023", DONE, "Đã gửi báo cáo kiểm soát TTHC quý II", of="Báo cáo quý II", done="27/6/2023", by="Báo cáo số 133/BC-UBND ngày 27/6/2023"),
        said("25/9/2023", DONE, "Đã gửi báo cáo kiểm soát TTHC quý III", of="Báo cáo quý III", done="14/9/2023", by="Báo cáo số 186/BC-UBND ngày 14/9/2023"),
        said("25/12/2023", DONE, "Đã gửi báo cáo kiểm soát TTHC quý IV và năm 2023", of="Báo cáo quý IV", done="15/12/2023", by="Báo cáo số 275/BC-UBND ngày 15/12/2023"),
    ],
    "III.2": [
        said("25/5/2023", DOING, "Đã niêm yết, công khai 128/128 TTHC tại Bộ phận Một cửa và trên Trang thông tin điện tử"),
        said("13/9/2023", DOING, "Đã công khai 128/128 TTHC; cập nhật 05 TTHC được sửa đổi, bổ sung"),
        said("25/10/2023", DOING, "Đã công khai 131/131 TTHC, trong đó 03 TTHC mới được cập nhật trong 05 ngày làm việc"),
    ],
    "III.3": [
        said("25/5/2023", NOT_ARISEN, "Qua rà soát chưa phát sinh TTHC cần kiến nghị công bố"),
        said("13/6/2023", NOT_ARISEN, "Qua rà soát chưa phát sinh TTHC cần kiến nghị công bố"),
        said("13/9/2023", DOING, "Đã kiến nghị Văn phòng HĐND và UBND thành phố điều chỉnh 01 TTHC lĩnh vực hộ tịch", by="Công văn số 921/UBND-VP ngày 28/8/2023"),
    ],
    "III.4": [
        said("25/5/2023", DOING, "100% hồ sơ được tiếp nhận tại Bộ phận Một cửa"),
        said("13/6/2023", DOING, "100% hồ sơ được tiếp nhận tại Bộ phận Một cửa, không nhận hồ sơ qua bộ phận chuyên môn"),
        said("13/9/2023", DOING, "100% hồ sơ được tiếp nhận tại Bộ phận Một cửa, có camera giám sát"),
        said("13/12/2023", DOING, "100% hồ sơ được tiếp nhận, trả kết quả tại Bộ phận Một cửa"),
    ],
    "III.5": [said("25/5/2023", DOING, "Đã công khai số điện thoại, địa chỉ tiếp nhận PAKN trên giấy hẹn, tại Bộ phận Một cửa và Trang thông tin điện tử")],
    "III.6": [
        said("25/5/2023", DOING, "Đã kiểm tra quy trình giải quyết của 48 hồ sơ trên phần mềm, nhắc nhở 02 trường hợp ghi thiếu lý do dừng tính"),
        said("13/6/2023", DOING, "Đã kiểm tra quy trình giải quyết của 60 hồ sơ trên phần mềm, nhắc nhở 02 trường hợp ghi thiếu lý do dừng tính"),
        said("13/9/2023", DOING, "Đã kiểm tra quy trình giải quyết của 96 hồ sơ trên phần mềm, không phát sinh sai sót mới"),
        said("13/12/2023", DOING, "Đã kiểm tra quy trình giải quyết của 130 hồ sơ trên phần mềm; các sai sót đã được khắc phục"),
    ],
    "III.7": [
        said("25/5/2023", DOING, "Đã quán triệt việc số hóa hồ sơ đầu vào đến Bộ phận Một cửa"),
        said("13/6/2023", DOING, "Đã số hóa hồ sơ đầu vào khi tiếp nhận; tài liệu phát sinh được đính kèm trên phần mềm", trouble="Máy quét tại Bộ phận Một cửa đã cũ, số hóa chậm vào giờ cao điểm"),
        said("13/9/2023", DOING, "Đã trang bị thêm 01 máy quét; 100% hồ sơ đầu vào được số hóa khi tiếp nhận"),
    ],
    "III.8": [
        said("25/5/2023", DOING, "Đã kiểm tra hằng tuần việc cập nhật phần mềm, chấn chỉnh 02 trường hợp cập nhật chậm"),
        said("13/6/2023", DOING, "Đã kiểm tra hằng tuần việc cập nhật phần mềm, chấn chỉnh 03 trường hợp cập nhật chậm", trouble="Phần mềm Một cửa điện tử có lúc đồng bộ trạng thái hồ sơ chậm", wish="Đề nghị UBND thành phố kiến nghị khắc phục lỗi đồng bộ phần mềm Một cửa"),
        said("13/9/2023", DOING, "Đã kiểm tra hằng tuần việc cập nhật phần mềm; quý III không phát sinh trường hợp cập nhật chậm"),
    ],
    "III.9": [
        said("25/5/2023", DOING, "Đã số hóa 938/1.045 kết quả giải quyết TTHC (89,76%)"),
        said("13/6/2023", DOING, "Đã số hóa 1.150/1.263 kết quả giải quyết TTHC (91,05%)"),
        said("13/9/2023", DOING, "Đã số hóa 1.815/1.930 kết quả giải quyết TTHC (94,04%)"),
        said("13/12/2023", DOING, "Đã số hóa 2.468/2.583 kết quả giải quyết TTHC (95,55%)"),
    ],
    "III.10": [
        said("25/5/2023", DOING, "Đã thực hiện 66/551 hồ sơ chứng thực điện tử (11,98%)"),
        said("13/6/2023", DOING, "Đã thực hiện 87/666 hồ sơ chứng thực điện tử (13,06%)", trouble="Nhiều người dân chưa có tài khoản định danh điện tử", wish="Đề nghị UBND thành phố tập huấn nghiệp vụ chứng thực điện tử"),
        said("13/9/2023", DOING, "Đã thực hiện 181/1.015 hồ sơ chứng thực điện tử (17,83%); riêng quý III đạt 26,93%"),
        said("13/12/2023", DOING, "Đã thực hiện 295/1.352 hồ sơ chứng thực điện tử (21,82%)"),
    ],
    "III.11": [
        said("25/5/2023", DOING, "Đã có văn bản xin lỗi và hẹn lại ngày trả kết quả đối với 07/07 hồ sơ quá hạn của 5 tháng đầu năm", by="Công văn số 640/UBND-VP ngày 12/5/2023"),
        said("13/6/2023", DOING, "Đã nhắc hạn hằng ngày đối với hồ sơ còn dưới 02 ngày; tháng 6 không phát sinh hồ sơ quá hạn"),
        said("13/9/2023", DOING, "Quý III phát sinh 01 hồ sơ quá hạn, đã xin lỗi và hẹn lại ngày trả kết quả"),
        said("13/12/2023", DOING, "Cả 09 hồ sơ quá hạn trong năm đều đã được xin lỗi, hẹn lại và trả kết quả"),
    ],
    "III.12": [
        said("25/5/2023", DOING, "Từ quý II đã giải quyết đúng hạn 441/443 hồ sơ (99,55%)"),
        said("13/6/2023", DOING, "Quý II đã giải quyết đúng hạn 659/661 hồ sơ (99,7%); đã phê bình bộ phận để phát sinh 02 hồ sơ quá hạn"),
        said("13/9/2023", DOING, "Từ quý II đã giải quyết đúng hạn 1.325/1.328 hồ sơ (99,77%)"),
        said("13/12/2023", DOING, "Từ quý II đã giải quyết đúng hạn 1.977/1.981 hồ sơ (99,8%)"),
    ],
    "III.13": [
        said("25/5/2023", DOING, "Đã phát 330 phiếu đánh giá kèm giấy tiếp nhận hồ sơ"),
        said("13/6/2023", DOING, "Đã phát 412 phiếu đánh giá; kết quả đánh giá quý II đạt mức tốt"),
        said("13/9/2023", DOING, "Đã phát 655 phiếu đánh giá; kết quả đánh giá quý III đạt mức tốt"),
        said("13/12/2023", DOING, "Đã phát 890 phiếu đánh giá; kết quả đánh giá năm đạt mức tốt"),
    ],
    "III.14": [
        said("25/5/2023", DOING, "Đã xử lý đúng hạn 03/03 PAKN từ đầu năm"),
        said("13/6/2023", DOING, "Đã xử lý đúng hạn 03/03 PAKN từ đầu năm"),
        said("13/9/2023", DOING, "Đã xử lý đúng hạn 06/06 PAKN từ đầu năm"),
        said("13/12/2023", DOING, "Đã xử lý đúng hạn 07/07 PAKN trong năm"),
    ],
    "III.15": [
        said("25/5/2023", DOING, "Đã công khai kết quả trả lời 03/03 PAKN trong 02 ngày làm việc"),
        said("13/6/2023", DOING, "Đã công khai kết quả trả lời 03/03 PAKN trong 02 ngày làm việc"),
        said("13/9/2023", DOING, "Đã công khai kết quả trả lời 06/06 PAKN trong 02 ngày làm việc"),
        said("13/12/2023", DOING, "Đã công khai kết quả trả lời 07/07 PAKN trong 02 ngày làm việc"),
        said("25/12/2023", DONE, "Đã công khai kết quả trả lời 07/07 PAKN của năm 2023, đúng quy định", done="10/11/2023"),
    ],
    "III.16": [
        said("25/5/2023", TODO, "Chưa đến kỳ báo cáo", of="Báo cáo quý II"),
        said("13/6/2023", DOING, "Đang tổng hợp số liệu báo cáo kiểm soát TTHC", of="Báo cáo quý II"),
        said("25/6/2023", DOING, "Đã hoàn thành dự thảo, chưa gửi được trên Hệ thống báo cáo Chính phủ", of="Báo cáo quý II", cause="Hệ thống báo cáo Chính phủ lỗi phân quyền đối với tài khoản của phường", remedy="Đã đề nghị cấp lại quyền, gửi báo cáo trong tháng 6"),
        said("25/7/2023", DONE, "Đã cập nhật báo cáo kiểm soát TTHC quý II trên Hệ thống báo cáo Chính phủ", of="Báo cáo quý II", done="27/6/2023", by="Báo cáo số 133/BC-UBND ngày 27/6/2023"),
        said("25/9/2023", DONE, "Đã cập nhật báo cáo kiểm soát TTHC quý III trên Hệ thống báo cáo Chính phủ", of="Báo cáo quý III", done="14/9/2023", by="Báo cáo số 186/BC-UBND ngày 14/9/2023"),
        said("25/12/2023", DONE, "Đã cập nhật báo cáo kiểm soát TTHC năm 2023 trên Hệ thống báo cáo Chính phủ", of="Báo cáo năm", done="15/12/2023", by="Báo cáo số 275/BC-UBND ngày 15/12/2023"),
    ],
    # IV. Cải cách tổ chức bộ máy
    "IV.1": [
        said("25/5/2023", DOING, "Đã rà soát hiện trạng các tổ dân phố, báo cáo Phòng Nội vụ"),
        said("25/7/2023", PAUSED, "Tạm dừng xây dựng phương án, chờ hướng dẫn của thành phố"),
        said("25/10/2023", DOING, "Đã tiếp tục xây dựng phương án sắp xếp theo hướng dẫn của thành phố"),
        said("13/12/2023", DONE, "Đã trình UBND thành phố phương án sắp xếp tổ dân phố", done="05/12/2023", by="Tờ trình số 31/TTr-UBND ngày 05/12/2023"),
    ],
    "IV.2": [
        said("25/9/2023", DOING, "Đã phổ biến chủ trương thí điểm định lượng hóa công việc đến cán bộ, công chức"),
        said("13/12/2023", DOING, "Đã lập danh mục công việc của 12/12 vị trí việc làm theo hướng dẫn của thành phố"),
    ],
    "IV.3": [
        said("25/5/2023", DONE, "Đã phân công lại nhiệm vụ sau khi có thay đổi nhân sự ngày 15/5/2023", of="Thay đổi nhân sự ngày 15/5/2023", done="23/5/2023", by="Thông báo số 112/TB-UBND ngày 23/5/2023", cause="Chờ bàn giao hồ sơ công việc"),
    ],
    # V. Cải cách chế độ công vụ
    "V.1": [
        said("25/5/2023", DOING, "Đã phổ biến 01 văn bản mới về cán bộ, công chức tại họp giao ban"),
        said("13/6/2023", DOING, "Đã phổ biến 02 văn bản mới về cán bộ, công chức tại họp giao ban"),
        said("13/9/2023", DOING, "Đã triển khai Nghị định số 33/2023/NĐ-CP đến toàn thể cán bộ, công chức, người hoạt động không chuyên trách", by="Công văn số 845/UBND-VP ngày 31/7/2023"),
        said("13/12/2023", DONE, "Đã triển khai đủ 05 văn bản mới về cán bộ, công chức trong năm", done="11/12/2023"),
    ],
    "V.2": [
        said("25/5/2023", NOT_ARISEN, "Đề án vị trí việc làm chưa được phê duyệt"),
        said("13/6/2023", NOT_ARISEN, "Đề án vị trí việc làm chưa được phê duyệt"),
        said("13/12/2023", NOT_ARISEN, "Đề án vị trí việc làm chưa được phê duyệt"),
    ],
    "V.3": [
        said("25/5/2023", DOING, "Đã cập nhật thông tin của 15/20 cán bộ, công chức"),
        said("13/6/2023", DONE, "Đã cập nhật đầy đủ thông tin của 20/20 cán bộ, công chức vào phần mềm quản lý của tỉnh", done="08/6/2023"),
    ],
    "V.4": [
        said("25/5/2023", DOING, "Đã có 19/20 cán bộ, công chức đạt chuẩn trình độ"),
        said("13/6/2023", DOING, "Đã có 19/20 cán bộ, công chức đạt chuẩn; đã cử 01 người học lớp đại học"),
        said("13/9/2023", DOING, "Đã có 20/21 cán bộ, công chức đạt chuẩn"),
        said("13/12/2023", DONE, "Đã có 21/21 cán bộ, công chức đạt chuẩn trình độ theo quy định", done="11/12/2023"),
    ],
    # VI. Cải cách tài chính công
    "VI.1": [
        said("25/5/2023", DOING, "Đã giải ngân 1.364/4.850 triệu đồng (28,12%)", of="Giải ngân tối thiểu 90%", percent=28.12),
        said("13/6/2023", DOING, "Đã giải ngân 1.746/4.850 triệu đồng (36%)", of="Giải ngân tối thiểu 90%", percent=36, trouble="Thủ tục nghiệm thu công trình nâng cấp hẻm còn kéo dài"),
        said("25/8/2023", DOING, "Đã giải ngân 2.590/4.850 triệu đồng (53,4%)", of="Giải ngân tối thiểu 90%", percent=53.4),
        said("13/9/2023", DOING, "Đã giải ngân 3.104/4.850 triệu đồng (64%)", of="Giải ngân tối thiểu 90%", percent=64),
        said("25/11/2023", DOING, "Đã giải ngân 4.020/4.850 triệu đồng (82,89%)", of="Giải ngân tối thiểu 90%", percent=82.89),
        said("13/12/2023", DONE, "Đã giải ngân vượt mức tối thiểu 90%", of="Giải ngân tối thiểu 90%", percent=92.39, done="12/12/2023"),
        said("25/12/2023", DOING, "Đã giải ngân 4.585/4.850 triệu đồng (94,54%); phần còn lại dự kiến hoàn thành trong tháng 01/2024", of="Giải ngân 100%", percent=94.54),
    ],
    "VI.2": [
        said("25/5/2023", DOING, "Đã tiết kiệm 22/204 triệu đồng chi phí hành chính (10,78%)"),
        said("13/6/2023", DOING, "Đã tiết kiệm 26/246 triệu đồng chi phí hành chính (10,57%)"),
        said("13/9/2023", DOING, "Đã tiết kiệm 40/371 triệu đồng chi phí hành chính (10,78%)"),
        said("13/12/2023", DOING, "Đã tiết kiệm 53/491 triệu đồng chi phí hành chính (10,79%)"),
        said("25/12/2023", DONE, "Đã tiết kiệm 54/502 triệu đồng chi phí hành chính (10,76%), vượt mục tiêu 10%", done="22/12/2023"),
    ],
    "VI.3": [
        said("25/5/2023", DOING, "Đang hoàn thiện dự thảo Chương trình hành động"),
        said("13/6/2023", DOING, "Đã ban hành Chương trình hành động thực hành tiết kiệm, chống lãng phí năm 2023", by="Chương trình số 03/CTr-UBND ngày 30/5/2023"),
        said("25/12/2023", DONE, "Đã báo cáo UBND thành phố kết quả thực hành tiết kiệm, chống lãng phí năm 2023", done="18/12/2023", by="Báo cáo số 277/BC-UBND ngày 18/12/2023"),
    ],
    "VI.4": [
        said("25/5/2023", DOING, "Đang kiểm kê tài sản công"),
        said("13/6/2023", DOING, "Đã kiểm kê tài sản công, đang xây dựng dự thảo Quy chế"),
        said("13/9/2023", DOING, "Đã ban hành Quy chế quản lý, sử dụng tài sản công", by="Quyết định số 146/QĐ-UBND ngày 18/8/2023"),
        said("13/12/2023", DONE, "Đã báo cáo Phòng Tài chính - Kế hoạch tình hình quản lý, sử dụng tài sản công năm 2023", done="11/12/2023", by="Báo cáo số 269/BC-UBND ngày 11/12/2023"),
    ],
    # VII. Chính quyền điện tử, chính quyền số
    "VII.1": [
        said("25/5/2023", DOING, "Đã xét duyệt trên E-Office 552/556 văn bản đi (99,28%)"),
        said("13/6/2023", DOING, "Đã xét duyệt trên E-Office 674/678 văn bản đi (99,41%)"),
        said("13/9/2023", DOING, "Đã xét duyệt trên E-Office 1.029/1.033 văn bản đi (99,61%); quý III đạt 100%"),
        said("13/12/2023", DOING, "Đã xét duyệt trên E-Office 1.421/1.425 văn bản đi (99,72%)"),
    ],
    "VII.2": [
        said("25/5/2023", DOING, "Đã ký số đầy đủ 556/556 văn bản đi"),
        said("13/6/2023", DOING, "Đã ký số đầy đủ 678/678 văn bản đi"),
        said("13/9/2023", DOING, "Đã ký số đầy đủ 1.033/1.033 văn bản đi"),
        said("13/12/2023", DOING, "Đã ký số đầy đủ 1.425/1.425 văn bản đi"),
    ],
    "VII.3": [
        said("25/5/2023", DOING, "Đã gửi điện tử 100% văn bản đi qua E-Office"),
        said("13/6/2023", DOING, "Đã gửi điện tử 100% văn bản đi qua E-Office, rà soát hằng tháng"),
        said("13/12/2023", DOING, "Đã gửi điện tử 100% văn bản đi trong năm qua E-Office"),
    ],
    "VII.4": [
        said("25/5/2023", DOING, "Đã bố trí 01 máy tính và công chức hướng dẫn nộp hồ sơ, thanh toán trực tuyến"),
        said("13/6/2023", DOING, "Đã bố trí 02 máy tính và đoàn viên thanh niên hướng dẫn người dân nộp hồ sơ, thanh toán trực tuyến", trouble="Người cao tuổi chưa quen nộp hồ sơ và thanh toán trực tuyến"),
        said("13/9/2023", DOING, "Đã tổ chức 02 buổi hướng dẫn nộp hồ sơ, thanh toán trực tuyến tại tổ dân phố"),
        said("13/12/2023", DOING, "Đã tổ chức 05 buổi hướng dẫn nộp hồ sơ, thanh toán trực tuyến tại tổ dân phố"),
    ],
    "VII.5": [
        said("25/5/2023", DOING, "Tỷ lệ hồ sơ trực tuyến từ đầu năm đạt 46,6% (chỉ tiêu giao 50%)"),
        said("13/6/2023", DOING, "Tỷ lệ hồ sơ trực tuyến từ đầu năm đạt 48,54% (chỉ tiêu giao 50%)"),
        said("13/9/2023", DOING, "Tỷ lệ hồ sơ trực tuyến từ đầu năm đạt 53,02% (chỉ tiêu giao 50%)"),
        said("25/11/2023", DONE, "Đã vượt chỉ tiêu giao về tỷ lệ hồ sơ trực tuyến trước thời hạn", done="20/11/2023"),
    ],
    "VII.6": [
        said("25/5/2023", DOING, "Đã tiếp nhận và trả kết quả qua BCCI 25/871 hồ sơ (2,87%)"),
        said("13/6/2023", DOING, "Đã tiếp nhận và trả kết quả qua BCCI 33/1.053 hồ sơ (3,13%)", trouble="Người dân ở gần trụ sở ít có nhu cầu dùng dịch vụ bưu chính công ích"),
        said("13/9/2023", DOING, "Đã tiếp nhận và trả kết quả qua BCCI 61/1.606 hồ sơ (3,8%)"),
        said("13/12/2023", DOING, "Đã tiếp nhận và trả kết quả qua BCCI 96/2.144 hồ sơ (4,48%)", trouble="Người dân ở gần trụ sở ít có nhu cầu dùng dịch vụ bưu chính công ích", wish="Đề nghị UBND thành phố hỗ trợ phí dịch vụ bưu chính công ích"),
    ],
    "VII.7": [
        said("25/5/2023", DOING, "Đang lấy ý kiến các bộ phận về dự thảo Kế hoạch chuyển đổi số"),
        said("13/6/2023", DOING, "Đã hoàn thành dự thảo Kế hoạch chuyển đổi số năm 2023"),
        said("25/6/2023", DOING, "Đã ban hành Kế hoạch chuyển đổi số năm 2023", by="Kế hoạch số 702/KH-UBND ngày 16/6/2023"),
        said("13/9/2023", DOING, "Đã thực hiện 06/14 nhiệm vụ của Kế hoạch chuyển đổi số; kiện toàn các Tổ công nghệ số cộng đồng"),
        said("13/12/2023", DONE, "Đã thực hiện 14/14 nhiệm vụ của Kế hoạch chuyển đổi số, báo cáo Phòng Văn hóa và Thông tin", done="12/12/2023", by="Báo cáo số 271/BC-UBND ngày 12/12/2023"),
    ],
    "VII.8": [
        said("13/6/2023", TODO, "Đang chờ phân bổ tài khoản số hóa kết quả TTHC còn hiệu lực"),
        said("25/7/2023", DOING, "Đã đôn đốc các bộ phận số hóa kết quả TTHC còn hiệu lực", by="Công văn số 789/UBND-VP ngày 10/7/2023"),
        said("13/9/2023", DOING, "Đã số hóa 1.420/2.300 kết quả TTHC còn hiệu lực theo lộ trình"),
        said("13/12/2023", DOING, "Đã số hóa 2.190/2.300 kết quả TTHC còn hiệu lực theo lộ trình"),
        said("25/12/2023", DOING, "Đã số hóa 2.260/2.300 kết quả TTHC còn hiệu lực theo lộ trình", remedy="Hoàn thành phần còn lại trước ngày 31/12/2023"),
    ],
    "VII.9": [
        said("25/5/2023", DOING, "Đã phân công nhiệm vụ duy trì hệ thống cho các bộ phận"),
        said("13/6/2023", DOING, "Đã ban hành mục tiêu chất lượng và kế hoạch duy trì hệ thống năm 2023"),
        said("13/9/2023", DOING, "Đã rà soát 24/24 quy trình nội bộ, chuẩn bị đánh giá nội bộ"),
        said("13/12/2023", DOING, "Đã đánh giá nội bộ hệ thống quản lý chất lượng; đang khắc phục 02 điểm lưu ý"),
        said("25/12/2023", DONE, "Đã hoàn thành đánh giá nội bộ và xem xét của lãnh đạo, khắc phục 02/02 điểm lưu ý", done="15/12/2023", by="Biên bản xem xét của lãnh đạo ngày 15/12/2023"),
    ],
    # VIII. Chỉ số hài lòng
    "VIII.1": [
        said("25/5/2023", DONE, "Đã rà soát dữ liệu khảo sát năm 2022 và ban hành Kế hoạch cải thiện mức độ hài lòng", done="23/3/2023", by="Kế hoạch số 384/KH-UBND ngày 23/3/2023"),
    ],
}
