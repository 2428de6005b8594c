"""What the reader says to an officer: what is wrong, and what to type. One place, so that it reads as one voice."""

from __future__ import annotations

from generator.domain.progress import Word

FIVE_WORDS = ", ".join(w.value for w in Word)

# -- the file -------------------------------------------------------------------------------------
TEMPORARY_FILE = "Đây là tệp tạm của Excel (tên bắt đầu bằng “~$”). Hãy chọn tệp cùng tên không có “~$”."
NO_FILE = "Không có tệp này. Hãy xem lại tên và thư mục."
NOT_ALLOWED = "Không mở được tệp. Nếu tệp đang mở ở Excel, hãy lưu và đóng lại."
PASSWORD_OR_XLS = (
    "Tệp có mật khẩu hoặc là tệp Excel đời cũ (.xls). Hãy bỏ mật khẩu hoặc lưu thành .xlsx (Save As, Excel Workbook)."
)
NOT_XLSX = "Đây không phải tệp Excel .xlsx. Hãy lưu thành .xlsx (Save As, Excel Workbook)."
DAMAGED = "Tệp bị hỏng, Excel cũng có thể không mở được. Hãy dùng bản sao gần nhất, hoặc mở bằng Excel rồi lưu lại."
TOO_LARGE = "Tệp lớn bất thường, không mở để tránh treo máy. Hãy xóa các dòng, cột trống đã tô định dạng rồi lưu lại."

# -- sheets and columns ---------------------------------------------------------------------------
NOT_IN_YEAR = "Ngày {day} nằm ngoài năm kế hoạch {year}. Hãy xem lại ngày vừa gõ."
NO_SHEET = "Tệp không có sheet “{sheet}”. Hãy thêm sheet này hoặc đặt lại tên như tệp mẫu (cchc new)."
SHEET_TOO_LARGE = "Sheet có ô ghi quá xa bảng ({where}). Hãy xóa các dòng, cột thừa rồi lưu lại."
NO_COLUMNS = "Không thấy dòng tên cột ở 20 dòng đầu. Sheet này cần các cột: {columns}. Hãy giữ như tệp mẫu (cchc new)."
NO_COLUMN = "Thiếu cột “{column}”. Hãy thêm cột với đúng tên này ở dòng {row}."
LIKE_COLUMN = "Cột “{found}” không có trong mẫu nên không được đọc. Nếu là cột “{column}”, hãy sửa lại tên."
TWO_COLUMNS = "Có hai cột “{column}”; chương trình chỉ đọc cột {first}. Hãy dồn về một cột hoặc đổi tên cột này."
NO_TASKS = "Chưa có nhiệm vụ nào. Hãy chép nhiệm vụ của kế hoạch vào sheet này, mỗi nhiệm vụ một dòng."

# -- any cell -------------------------------------------------------------------------------------
ERROR_CELL = "Ô báo lỗi {error} của Excel. Hãy gõ lại nội dung."
NOT_CALCULATED = "Công thức ở ô này chưa có kết quả. Hãy mở tệp bằng Excel, lưu lại, hoặc gõ thẳng kết quả."
LIKE_SHEET = "Không có sheet “{sheet}” nên phần này coi như chưa điền. Nếu sheet “{found}” là nó, hãy đặt lại đúng tên."
FORBIDDEN_CHARACTERS = "Ô có ký tự điều khiển mà Word không nhận; đã bỏ đi. Hãy gõ lại đoạn này nếu thấy thiếu chữ."
LEGACY_TYPING = "Có vẻ gõ bằng bảng mã VNI/TCVN3, in ra sẽ sai chữ. Hãy chuyển sang Unicode rồi gõ hoặc dán lại."
NOT_A_DAY = "Không đọc được ngày “{text}”. Ghi ngày/tháng/năm, ví dụ 13/6/2023."
NOT_A_DEADLINE = (
    "Không đọc được ngày “{text}”. Ghi ngày cuối cùng còn trong hạn, ví dụ 24/11/2023, hoặc “trước 25/11/2023”."
)
NOT_A_NUMBER = "Không đọc được số “{text}”. Ghi như 1.234,5 hoặc 96,5."
NOT_A_PERCENTAGE = "“{text}” không phải tỷ lệ từ 0 đến 100. Ghi số, ví dụ 90 hoặc 96,5."
NOT_A_PERIOD = "Không hiểu kỳ “{text}”. Ghi 2023-06, 2023-Q2, 2023-H1, 2023-H2, 2023-9M hoặc 2023."
NO_PERIOD = "Dòng này chưa có Kỳ nên chưa được tính. Ghi 2023-06, 2023-Q2, 2023-H1, 2023-H2, 2023-9M hoặc 2023."
UNKNOWN_TASK = (
    "Không có nhiệm vụ “{code}” ở sheet Nhiệm vụ, nên dòng này chưa được tính. Hãy ghi đúng Mã, ví dụ {example}."
)
UNKNOWN_RELATED_TASK = "Không có nhiệm vụ “{code}” ở sheet Nhiệm vụ. Hãy ghi đúng Mã, ví dụ {example}."
AMBIGUOUS_CODE = "Excel đã đổi Mã thành “{shown}”, không rõ là {candidates}. Hãy định dạng ô là Text rồi gõ lại Mã."
NO_CODE = "Dòng này chưa có Mã nên chưa được tính. Hãy ghi Mã, ví dụ {example}."
SWAPPED_DAY = "Ngày {day} {why}; có lẽ Excel đã đảo ngày và tháng. Nếu đúng là {swapped}, hãy gõ lại."

# -- Thông tin ------------------------------------------------------------------------------------
NOTHING_FILLED = "Chưa điền mục bắt buộc nào. Hãy điền cột Nội dung cho: {items}."
MISSING_ITEM = "Chưa điền mục “{item}”. {note}"
UNKNOWN_ITEM = "Không có mục “{item}” nên nội dung này không được dùng. Hãy ghi đúng tên mục như tệp mẫu (cchc new)."
UNKNOWN_KIND = (
    "Không hiểu loại báo cáo “{text}”. Bỏ trống, hoặc ghi thang, cchc, muc-tieu, ke-hoach; cho một kỳ: cchc 2023-H1."
)
NOT_PER_KIND = "Mục “{item}” dùng chung cho mọi loại báo cáo. Hãy bỏ trống cột Loại báo cáo ở dòng này."
ITEM_TWICE = (
    "Mục “{item}” đã ghi ở dòng {row}; chương trình dùng dòng {used} (ghi sau), "
    "bỏ qua dòng {row}. Hãy xóa bớt một dòng."
)
NOT_YES_NO = "“{text}” phải là Có hoặc Không."
NOT_A_DAY_OF_MONTH = "“{text}” không phải ngày trong tháng. Ghi một số từ 1 đến 31, ví dụ 13."
NOT_A_YEAR = "Không đọc được năm “{text}”. Ghi bốn chữ số, ví dụ 2023."
NOT_A_DOCUMENT_NUMBER = "Số văn bản “{text}” chỉ ghi phần số, ví dụ 125; phần sau dấu / đã có ở mục Ký hiệu."
UNKNOWN_OWED = "Không hiểu kỳ “{text}”. Ghi các kỳ cách nhau bằng dấu chấm phẩy, ví dụ: 6 tháng đầu năm; quý III; năm."

# -- Nhiệm vụ, Mốc --------------------------------------------------------------------------------
TASK_TWICE = (
    "Nhiệm vụ “{code}” đã có ở dòng {row}; chương trình dùng dòng {row}, bỏ qua dòng {left_out}. "
    "Hãy đánh lại số cho một trong hai."
)
TASK_WITHOUT_TEXT = "Nhiệm vụ “{code}” chưa có nội dung. Hãy ghi cột Nhiệm vụ."
NO_SECTION = "Nhiệm vụ “{code}” chưa có Lĩnh vực. Ghi số và tên, ví dụ “III. CẢI CÁCH THỦ TỤC HÀNH CHÍNH”."
NO_MILESTONE = (
    "Tiến độ “{phrase}” được hiểu là có hạn {days}, nhưng sheet Mốc chưa có dòng nào của nhiệm vụ {code} nên không "
    "tính được là quá hạn. Nếu đúng, hãy thêm ở sheet Mốc: Mã {code}, Đến hạn {days} (mỗi hạn một dòng)."
)
UNREAD_DEADLINE = (
    "Không rõ Tiến độ “{phrase}” có hạn vào ngày nào, sheet Mốc cũng chưa có dòng nào của nhiệm vụ {code}. Nếu có hạn, "
    "hãy thêm ở sheet Mốc một dòng với Mã {code} và Đến hạn."
)
BEFORE_PLAN = (
    "Hạn {day} trước ngày ban hành kế hoạch ({issued}), chưa thấy báo hoàn thành; không tính là quá hạn. "
    "Nếu có hạn mới, hãy ghi ở cột Gia hạn đến."
)
SAME_MILESTONE = "Nhiệm vụ {code} có hai mốc cùng tên “{label}”. Hãy đặt tên khác nhau ở cột Mốc để phân biệt."
BACKWARD_MILESTONE = "Từ ngày {first} sau Đến hạn {last}. Hãy xem lại hai ngày này."
BACKWARD_EXTENSION = "Gia hạn đến {extended} sớm hơn hạn cũ {last}. Hãy xem lại hai ngày này."

# -- Kết quả --------------------------------------------------------------------------------------
NO_AS_OF = "Dòng này chưa có Đến ngày nên chưa được tính. Hãy ghi ngày của số liệu, ví dụ 13/6/2023."
OUT_OF_YEAR = "Đến ngày {day} nằm ngoài năm kế hoạch {year} (tính đến 31/01 năm sau). Hãy xem lại ngày."
NO_STATE = "Dòng này đã ghi nội dung nhưng chưa có Tình trạng. Chọn một trong năm từ: {words}."
NOT_A_STATE = "“{text}” không phải một trong năm từ. Chọn: {words}."
LATENESS_TYPED = (
    "“{text}”: đúng hạn hay quá hạn do chương trình tính từ ngày. Chọn một trong năm từ: {words}; "
    "nếu đã xong thì chọn Hoàn thành và ghi Ngày hoàn thành."
)
UNKNOWN_MILESTONE = "Nhiệm vụ {code} không có mốc “{label}”. {known}"
KNOWN_MILESTONES = "Ghi đúng một trong các mốc: {labels}; bỏ trống nếu nói về cả nhiệm vụ."
NO_MILESTONES = "Hãy bỏ trống ô này, hoặc thêm mốc ở sheet Mốc."
DONE_WITHOUT_DAY = (
    "Đã ghi Hoàn thành nhưng chưa có Ngày hoàn thành; tạm tính theo Đến ngày {day}. Hãy ghi ngày, ví dụ {day}."
)
DONE_IN_FUTURE = "Ngày hoàn thành {day} sau Đến ngày {as_of}. Hãy xem lại hai ngày này."
DAY_BUT_NOT_DONE = "Có Ngày hoàn thành nhưng Tình trạng là “{word}”. Chọn Hoàn thành, hoặc xóa ngày này."
DONE_BUT_LESS = (
    "Hoàn thành nhưng tỷ lệ {percent}% thấp hơn yêu cầu {required}%. Hãy sửa tỷ lệ hoặc chọn Đang thực hiện."
)
RESULT_TWICE = (
    "Nhiệm vụ {code} đã ghi cùng Đến ngày và Mốc ở dòng {row}; chương trình dùng dòng {used} (ghi sau), "
    "bỏ qua dòng {row}. Hãy xóa bớt một dòng."
)

# -- Chỉ tiêu, Số liệu, Văn bản, Lời văn ----------------------------------------------------------
NO_INDICATOR_CODE = "Chỉ tiêu này chưa có Mã nên chưa gắn được số liệu. Hãy ghi Mã, mỗi chỉ tiêu một mã riêng."
INDICATOR_TWICE = (
    "Chỉ tiêu “{code}” đã có ở dòng {row}; chương trình dùng dòng {row}, bỏ qua dòng {left_out}. Hãy đặt mã khác."
)
NOT_A_TARGET = "Không đọc được mục tiêu “{text}”. Ghi một mức, ví dụ: tối thiểu 20%, dưới 0,5%, 100%."
NOT_A_CHOICE = "“{text}” không có trong danh sách. Chọn: {choices}."
UNKNOWN_INDICATOR = "Không có chỉ tiêu “{code}” ở sheet Chỉ tiêu, nên dòng này chưa được tính. Hãy ghi đúng Mã."
NO_INDICATOR_OF_ROW = "Dòng này chưa có Mã chỉ tiêu nên chưa được tính. Hãy ghi Mã như ở sheet Chỉ tiêu."
ABOVE_WHOLE = "Tử số {above} lớn hơn Mẫu số {below} nên tỷ lệ vượt 100%. Hãy xem lại hai số này."
DIVIDED_BY_ZERO = "Mẫu số bằng 0 nhưng Tử số là {above}. Hãy xem lại hai số này."
MEASURED_TWICE = (
    "Chỉ tiêu {code} kỳ {period} đã có số liệu ở dòng {row}; chương trình dùng dòng {used} (ghi sau), "
    "bỏ qua dòng {row}. Hãy xóa bớt một dòng."
)
LIKE_A_FRACTION = (
    "Chỉ tiêu này tính bằng %, giá trị {text} sẽ in là {text}%. Có phải là {percent}%? Nếu phải, hãy ghi {percent}; "
    "nếu đúng là {text}%, hãy ghi kèm dấu phần trăm: {text}%."
)
NO_DOCUMENT_DAY = "Văn bản {number} chưa có Ngày nên chưa được đếm vào kỳ nào. Ghi ngày ban hành, ví dụ 13/6/2023."
NO_DOCUMENT_NUMBER = "Văn bản này chưa có Số ký hiệu. Ghi đủ, ví dụ 384/KH-UBND."
DOCUMENT_NUMBER_CHANGED = "Excel đã đổi Số ký hiệu thành ngày {day}. Hãy định dạng ô là Text rồi gõ lại."
UNKNOWN_PART = (
    "Không có phần “{text}” trong báo cáo nên đoạn này chưa được dùng. Chọn một phần trong danh sách: {parts}."
)
NO_PART = "Đoạn này chưa ghi thuộc Phần nào nên chưa được dùng. Chọn một phần trong danh sách."
