"""What the reader says to an officer: what is wrong, and what to type. One place, so that it reads as one voice."""

from __future__ import annotations

from dataclasses import replace

from generator.domain.problem import Message, Problem, Severity
from generator.domain.progress import Word
from generator.vietnamese.file_faults import why
from generator.vietnamese.text import capital


def error(code: str, text: str) -> Message:
    """What cannot be read, or contradicts."""
    return Message(code, Severity.ERROR, text)


def question(code: str, text: str) -> Message:
    """What is possible but odd."""
    return Message(code, Severity.QUESTION, text)


def note(code: str, text: str) -> Message:
    """What is worth knowing."""
    return Message(code, Severity.NOTE, text)


FIVE_WORDS = ", ".join(w.value for w in Word)

# -- the file -------------------------------------------------------------------------------------
TEMPORARY_FILE = error(
    "temporary-file", "Đây là tệp tạm của Excel (tên bắt đầu bằng “~$”). Hãy chọn tệp cùng tên không có “~$”."
)
NO_FILE = error("no-file", "Không có tệp này. Hãy xem lại tên và thư mục.")
NOT_ALLOWED = error("not-allowed", "Không mở được tệp. Nếu tệp đang mở ở Excel, hãy lưu và đóng lại.")
PASSWORD_OR_XLS = error(
    "password-or-xls",
    "Tệp có mật khẩu hoặc là tệp Excel đời cũ (.xls). Hãy bỏ mật khẩu hoặc lưu thành .xlsx (Save As, Excel Workbook).",
)
NOT_XLSX = error("not-xlsx", "Đây không phải tệp Excel .xlsx. Hãy lưu thành .xlsx (Save As, Excel Workbook).")
DAMAGED = error(
    "damaged",
    "Tệp bị hỏng, Excel cũng có thể không mở được. Hãy dùng bản sao gần nhất, hoặc mở bằng Excel rồi lưu lại.",
)
UNREADABLE = error("unreadable-file", "{text}")
TOO_LARGE = error(
    "too-large",
    "Tệp lớn bất thường, không mở để tránh treo máy. Hãy xóa các dòng, cột trống đã tô định dạng rồi lưu lại.",
)


def unread(fault: OSError) -> Problem:
    """Return the problem of a file that did not let itself be read."""
    if isinstance(fault, FileNotFoundError):
        return NO_FILE.at()
    return NOT_ALLOWED.at() if isinstance(fault, PermissionError) else UNREADABLE.at(text=f"{capital(why(fault))}.")


# -- sheets and columns ---------------------------------------------------------------------------
NOT_IN_YEAR = error("not-in-year", "Ngày {day} nằm ngoài năm kế hoạch {year}. Hãy xem lại ngày vừa gõ.")
NO_SHEET = error(
    "no-sheet", "Tệp không có sheet “{sheet}”. Hãy thêm sheet này hoặc đặt lại tên như tệp mẫu (cchc new)."
)
SHEET_TOO_LARGE = error("sheet-too-large", "Sheet {text}")
NO_COLUMNS = error(
    "no-columns",
    "Không thấy dòng tên cột ở 20 dòng đầu. Sheet này cần các cột: {columns}. Hãy giữ như tệp mẫu (cchc new).",
)
NO_COLUMN = error("no-column", "Thiếu cột “{column}”. Hãy thêm cột với đúng tên này ở dòng {row}.")
NO_TASKS = error(
    "no-tasks", "Chưa có nhiệm vụ nào. Hãy chép nhiệm vụ của kế hoạch vào sheet này, mỗi nhiệm vụ một dòng."
)

# -- sheet Đơn vị ---------------------------------------------------------------------------------
NO_UNIT_CODE = error("no-unit-code", "Dòng này chưa có mã đơn vị. Ghi đúng mục Mã đơn vị trong sổ của đơn vị.")
UNIT_TWICE = error("unit-twice", "Đơn vị “{code}” đã có ở dòng {row}. Hãy xóa một trong hai dòng.")
NOT_THRESHOLDS = error(
    "not-thresholds", "Không đọc được các ngưỡng “{text}”. Ghi số nguyên từ 1 đến 100, ví dụ 50; 80."
)

# -- any cell -------------------------------------------------------------------------------------
ERROR_CELL = error("error-cell", "Ô báo lỗi {error} của Excel. Hãy gõ lại nội dung.")
NOT_CALCULATED = error(
    "not-calculated", "Công thức ở ô này chưa có kết quả. Hãy mở tệp bằng Excel, lưu lại, hoặc gõ thẳng kết quả."
)
NOT_IN_CALENDAR = question("not-in-calendar", "Lịch không có ngày {day}. Hãy xem lại; chữ trong ô được giữ như đã gõ.")
STRUCK_CELL = question(
    "struck-cell",
    "Chữ trong ô bị gạch ngang nhưng vẫn được đọc. Không dùng nữa thì hãy xóa; còn dùng thì hãy bỏ gạch ngang.",
)
STRUCK_PART = question(
    "struck-part",
    "Ô có phần bị gạch ngang (“{text}”), phần đó không được đọc. Nếu còn dùng, hãy bỏ gạch ngang.",
)
HIDDEN_SHEET = note("hidden-sheet", "Sheet này đang ẩn nhưng vẫn được đọc. Không dùng nữa thì hãy xóa cả sheet.")
HIDDEN_ROWS = note(
    "hidden-rows",
    "Dòng {rows} đang ẩn hoặc bị lọc đi nhưng vẫn được đọc. Hãy cho hiện lại để soát; không dùng nữa thì hãy xóa.",
)
HIDDEN_COLUMN = note(
    "hidden-column",
    "Cột “{column}” đang ẩn nhưng vẫn được đọc. Hãy cho hiện lại để soát; không dùng nữa thì hãy xóa.",
)
FORBIDDEN_CHARACTERS = note(
    "forbidden-characters",
    "Ô có ký tự điều khiển mà Word không nhận; đã bỏ đi. Hãy gõ lại đoạn này nếu thấy thiếu chữ.",
)
LEGACY_TYPING = question(
    "legacy-typing", "Có vẻ gõ bằng bảng mã VNI/TCVN3, in ra sẽ sai chữ. Hãy chuyển sang Unicode rồi gõ hoặc dán lại."
)
NOT_A_DAY = error("not-a-day", "Không đọc được ngày “{text}”. Ghi ngày/tháng/năm, ví dụ 13/6/2023.")
NOT_A_DEADLINE = error(
    "not-a-deadline",
    "Không đọc được ngày “{text}”. Ghi ngày cuối cùng còn trong hạn, ví dụ 24/11/2023, hoặc “trước 25/11/2023”.",
)
NOT_A_NUMBER = error("not-a-number", "Không đọc được số “{text}”. Ghi như 1.234,5 hoặc 96,5.")
NOT_A_PERCENTAGE = error("not-a-percentage", "“{text}” không phải tỷ lệ từ 0 đến 100. Ghi số, ví dụ 90 hoặc 96,5.")
NOT_A_PERIOD = error("not-a-period", "Không hiểu kỳ “{text}”. Ghi {examples}.")
NO_PERIOD = error("no-period", "Dòng này chưa có Kỳ nên chưa được tính. Ghi {examples}.")
UNKNOWN_TASK = error(
    "unknown-task",
    "Không có nhiệm vụ “{code}” ở sheet Nhiệm vụ, nên dòng này chưa được tính. Hãy ghi đúng Mã, ví dụ {example}.",
)
UNKNOWN_RELATED_TASK = error(
    "unknown-related-task", "Không có nhiệm vụ “{code}” ở sheet Nhiệm vụ. Hãy ghi đúng Mã, ví dụ {example}."
)
AMBIGUOUS_CODE = error(
    "ambiguous-code",
    "Excel đã đổi Mã thành “{shown}”, không rõ là {candidates}. Hãy định dạng ô là Text rồi gõ lại Mã.",
)
NO_CODE = error("no-code", "Dòng này chưa có Mã nên chưa được tính. Hãy ghi Mã, ví dụ {example}.")
SWAPPED_DAY = question(
    "swapped-day", "Ngày {day} {why}; có lẽ Excel đã đảo ngày và tháng. Nếu đúng là {swapped}, hãy gõ lại."
)

# -- Thông tin ------------------------------------------------------------------------------------
NO_SUCH_LAST_YEAR = question(
    "no-such-last-year",
    "Không thấy sổ năm {year} của đơn vị này ở “{name}” nên báo cáo không so với cùng kỳ. Ghi đúng tên tệp (để cạnh sổ "
    "này), hoặc bỏ trống mục này.",
)
NOTHING_FILLED = error("nothing-filled", "Chưa điền mục bắt buộc nào. Hãy điền cột Nội dung cho: {items}.")
MISSING_ITEM = error("missing-item", "Chưa điền mục “{item}”. {note}")
UNKNOWN_ITEM = error(
    "unknown-item",
    "Không có mục “{item}” nên nội dung này không được dùng. Hãy ghi đúng tên mục như tệp mẫu (cchc new).",
)
UNKNOWN_KIND = error(
    "unknown-kind",
    "Không hiểu loại báo cáo “{text}”. Bỏ trống, hoặc ghi thang, cchc, muc-tieu, ke-hoach; cho một kỳ: cchc 2023-H1.",
)
NOT_PER_KIND = question(
    "not-per-kind", "Mục “{item}” dùng chung cho mọi loại báo cáo. Hãy bỏ trống cột Loại báo cáo ở dòng này."
)
ITEM_TWICE = error(
    "item-twice",
    "Mục “{item}” đã ghi ở dòng {row}; chương trình dùng dòng {used} (ghi sau), "
    "bỏ qua dòng {row}. Hãy xóa bớt một dòng.",
)
NOT_YES_NO = error("not-yes-no", "“{text}” phải là Có hoặc Không.")
NOT_A_DAY_OF_MONTH = error(
    "not-a-day-of-month", "“{text}” không phải ngày trong tháng. Ghi một số từ 1 đến 31, ví dụ 13."
)
NOT_A_YEAR = error("not-a-year", "Không đọc được năm “{text}”. Ghi bốn chữ số, ví dụ 2023.")
NOT_A_DOCUMENT_NUMBER = error(
    "not-a-document-number", "Số văn bản “{text}” chỉ ghi phần số, ví dụ 125; phần sau dấu / đã có ở mục Ký hiệu."
)
UNKNOWN_OWED = error(
    "unknown-owed",
    "Không hiểu kỳ “{text}”. Ghi các kỳ cách nhau bằng dấu chấm phẩy, ví dụ: 6 tháng đầu năm; quý III; năm.",
)

# -- Nhiệm vụ, Mốc --------------------------------------------------------------------------------
TASK_TWICE = error(
    "task-twice",
    "Nhiệm vụ “{code}” đã có ở dòng {row}; chương trình dùng dòng {row}, bỏ qua dòng {left_out}. "
    "Hãy đánh lại số cho một trong hai.",
)
TASK_WITHOUT_TEXT = error("task-without-text", "Nhiệm vụ “{code}” chưa có nội dung. Hãy ghi cột Nhiệm vụ.")
NO_SECTION = error(
    "no-section", "Nhiệm vụ “{code}” chưa có Lĩnh vực. Ghi số và tên, ví dụ “III. CẢI CÁCH THỦ TỤC HÀNH CHÍNH”."
)
NO_MILESTONE = error(
    "no-milestone",
    "Tiến độ “{phrase}” được hiểu là có hạn {days}, nhưng sheet Mốc chưa có dòng nào của nhiệm vụ {code} nên không "
    "tính được là quá hạn. Nếu đúng, hãy thêm ở sheet Mốc: Mã {code}, Đến hạn {days} (mỗi hạn một dòng).",
)
PERHAPS_NO_MILESTONE = replace(NO_MILESTONE, code="perhaps-no-milestone", severity=Severity.QUESTION)
UNREAD_DEADLINE = question(
    "unread-deadline",
    "Không rõ Tiến độ “{phrase}” có hạn vào ngày nào, sheet Mốc cũng chưa có dòng nào của nhiệm vụ {code}. Nếu có hạn, "
    "hãy thêm ở sheet Mốc một dòng với Mã {code} và Đến hạn.",
)
BEFORE_PLAN = question(
    "before-plan",
    "Hạn {day} trước ngày ban hành kế hoạch ({issued}), chưa thấy báo hoàn thành; không tính là quá hạn. "
    "Nếu có hạn mới, hãy ghi ở cột Gia hạn đến.",
)
SAME_MILESTONE = error(
    "same-milestone", "Nhiệm vụ {code} có hai mốc cùng tên “{label}”. Hãy đặt tên khác nhau ở cột Mốc để phân biệt."
)
EXTENSION_WITHOUT_DAY = question(
    "extension-without-day",
    "Có Văn bản gia hạn nhưng chưa có Gia hạn đến nên hạn cũ vẫn tính. Hãy ghi ngày ở cột Gia hạn đến.",
)
BACKWARD_MILESTONE = error("backward-milestone", "Từ ngày {first} sau Đến hạn {last}. Hãy xem lại hai ngày này.")
BACKWARD_EXTENSION = error(
    "backward-extension", "Gia hạn đến {extended} sớm hơn hạn cũ {last}. Hãy xem lại hai ngày này."
)

# -- Kết quả --------------------------------------------------------------------------------------
NO_AS_OF = error("no-as-of", "Dòng này chưa có Đến ngày nên chưa được tính. Hãy ghi ngày của số liệu, ví dụ 13/6/2023.")
OUT_OF_YEAR = question(
    "out-of-year", "Đến ngày {day} nằm ngoài năm kế hoạch {year} (tính đến 31/01 năm sau). Hãy xem lại ngày."
)
NO_STATE = error("no-state", "Dòng này đã ghi nội dung nhưng chưa có Tình trạng. Chọn một trong năm từ: {words}.")
NOT_A_STATE = error("not-a-state", "“{text}” không phải một trong năm từ. Chọn: {words}.")
LATENESS_TYPED = error(
    "lateness-typed",
    "“{text}”: đúng hạn hay quá hạn do chương trình tính từ ngày. Chọn một trong năm từ: {words}; "
    "nếu đã xong thì chọn Hoàn thành và ghi Ngày hoàn thành.",
)
ALREADY_REPORTED = note(
    "already-reported",
    "Đã báo cáo {kind} {period} (số {number} ngày {issued}), số liệu gồm cả ngày {day}. Dòng ghi cho ngày này không có "
    "trong báo cáo đã ký; báo cáo sau mới tính.",
)
UNKNOWN_MILESTONE = error("unknown-milestone", "Nhiệm vụ {code} không có mốc “{label}”. {known}")
KNOWN_MILESTONES = "Ghi đúng một trong các mốc: {labels}; bỏ trống nếu nói về cả nhiệm vụ."
NO_MILESTONES = "Hãy bỏ trống ô này, hoặc thêm mốc ở sheet Mốc."
DONE_WITHOUT_DAY = question(
    "done-without-day",
    "Đã ghi Hoàn thành nhưng chưa có Ngày hoàn thành; tạm tính theo Đến ngày {day}. Hãy ghi ngày, ví dụ {day}.",
)
DONE_IN_FUTURE = note(
    "done-in-future",
    "Ngày hoàn thành {day} sau Đến ngày {as_of}; chương trình tính là hoàn thành từ {day}. Gõ nhầm ngày nào thì sửa.",
)
DAY_BUT_NOT_DONE = error(
    "day-but-not-done", "Có Ngày hoàn thành nhưng Tình trạng là “{word}”. Chọn Hoàn thành, hoặc xóa ngày này."
)
DONE_BUT_LESS = error(
    "done-but-less",
    "Hoàn thành nhưng tỷ lệ {percent}% thấp hơn yêu cầu {required}%. Hãy sửa tỷ lệ hoặc chọn Đang thực hiện.",
)
RESULT_TWICE = error(
    "result-twice",
    "Nhiệm vụ {code} đã ghi cùng Đến ngày và Mốc ở dòng {row}; chương trình dùng dòng {used} (ghi sau), "
    "bỏ qua dòng {row}. Hãy xóa bớt một dòng.",
)

# -- Chỉ tiêu, Số liệu, Văn bản, Lời văn ----------------------------------------------------------
NO_INDICATOR_CODE = error(
    "no-indicator-code", "Chỉ tiêu này chưa có Mã nên chưa gắn được số liệu. Hãy ghi Mã, mỗi chỉ tiêu một mã riêng."
)
INDICATOR_TWICE = error(
    "indicator-twice",
    "Chỉ tiêu “{code}” đã có ở dòng {row}; chương trình dùng dòng {row}, bỏ qua dòng {left_out}. Hãy đặt mã khác.",
)
NOT_A_TARGET = error(
    "not-a-target", "Không đọc được mục tiêu “{text}”. Ghi một mức, ví dụ: tối thiểu 20%, dưới 0,5%, 100%."
)
NOT_A_CHOICE = error("not-a-choice", "“{text}” không có trong danh sách. Chọn: {choices}.")
UNKNOWN_COUNT = error(
    "unknown-count",
    "Cách cộng là “Tự tính” nhưng “{text}” không phải số mà chương trình tính được, nên ô số liệu để trống. "
    "Ghi Cách đo lường là một trong: {names}.",
)
UNKNOWN_RATE = error(
    "unknown-rate",
    "Không có chỉ tiêu “{code}” ở sheet Chỉ tiêu nên số này để trống. Ghi đúng Mã của tỷ lệ có Tử số, Mẫu số cần lấy.",
)
NOT_AN_ANSWER = error(
    "not-an-answer",
    "“{text}” không phải câu trả lời của chỉ tiêu này. Ghi một trong: {answers} (ghi chữ hoặc mã đều được).",
)
UNKNOWN_INDICATOR = error(
    "unknown-indicator", "Không có chỉ tiêu “{code}” ở sheet Chỉ tiêu, nên dòng này chưa được tính. Hãy ghi đúng Mã."
)
NO_INDICATOR_OF_ROW = error(
    "no-indicator-of-row", "Dòng này chưa có Mã chỉ tiêu nên chưa được tính. Hãy ghi Mã như ở sheet Chỉ tiêu."
)
ABOVE_WHOLE = question(
    "above-whole", "Tử số {above} lớn hơn Mẫu số {below} nên tỷ lệ vượt 100%. Hãy xem lại hai số này."
)
DIVIDED_BY_ZERO = error("divided-by-zero", "Mẫu số bằng 0 nhưng Tử số là {above}. Hãy xem lại hai số này.")
MEASURED_TWICE = error(
    "measured-twice",
    "Chỉ tiêu {code} kỳ {period} đã có số liệu ở dòng {row}; chương trình dùng dòng {used} (ghi sau), "
    "bỏ qua dòng {row}. Hãy xóa bớt một dòng.",
)
LIKE_A_FRACTION = question(
    "like-a-fraction",
    "Chỉ tiêu này tính bằng %, giá trị {text} sẽ in là {text}%. Có phải là {percent}%? Nếu phải, hãy ghi {percent}; "
    "nếu đúng là {text}%, hãy ghi kèm dấu phần trăm: {text}%.",
)
NOT_MEASURED = question(
    "not-measured",
    "“{code}” là dòng tiêu đề ở sheet Chỉ tiêu (không có Đơn vị tính) nên số này không in. Hãy ghi Đơn vị tính cho chỉ "
    "tiêu, hoặc sửa Mã ở dòng này.",
)
COUNTED_ITSELF = question(
    "counted-itself",
    "Chỉ tiêu {code} có Cách cộng là “Tự tính”: báo cáo in số do chương trình đếm, không dùng số này. Muốn dùng số này "
    "thì chọn Cách cộng khác ở sheet Chỉ tiêu.",
)
VALUE_BESIDE_PARTS = note(
    "value-beside-parts",
    "Chỉ tiêu {code} đã có Tử số và Mẫu số nên báo cáo tính từ hai số đó, không dùng Giá trị này.",
)
PART_ALONE = question(
    "part-alone",
    "Số này chưa được dùng: chỉ tiêu {code} cần đủ cả Tử số và Mẫu số, hoặc chỉ Giá trị. Hãy ghi đủ.",
)
NO_DOCUMENT_DAY = error(
    "no-document-day", "Văn bản {number} chưa có Ngày nên chưa được đếm vào kỳ nào. Ghi ngày ban hành, ví dụ 13/6/2023."
)
NO_DOCUMENT_NUMBER = error("no-document-number", "Văn bản này chưa có Số ký hiệu. Ghi đủ, ví dụ 384/KH-UBND.")
DOCUMENT_NUMBER_CHANGED = error(
    "document-number-changed", "Excel đã đổi Số ký hiệu thành ngày {day}. Hãy định dạng ô là Text rồi gõ lại."
)
UNKNOWN_PART = error(
    "unknown-part",
    "Không có phần “{text}” trong báo cáo nên đoạn này chưa được dùng. Chọn một phần trong danh sách: {parts}.",
)
PLAN_BODY_ONLY = question(
    "plan-body-only",
    "Phần “{part}” chỉ in trong chính kế hoạch, với Kỳ là “{period}”; phần khác thì Kỳ là kỳ của báo cáo. Đoạn này "
    "chưa được dùng. Hãy sửa Kỳ hoặc Phần.",
)
PERIOD_OUT_OF_YEAR = question(
    "period-out-of-year",
    "Kỳ {period} không thuộc năm kế hoạch {year} nên không báo cáo nào của sổ này dùng dòng này. Hãy xem lại Kỳ.",
)
DOCUMENT_OUT_OF_YEAR = question(
    "document-out-of-year",
    "Ngày {day} không thuộc năm kế hoạch {year} nên không báo cáo nào của sổ này nêu văn bản này. Hãy xem lại ngày.",
)
NO_PART = error("no-part", "Đoạn này chưa ghi thuộc Phần nào nên chưa được dùng. Chọn một phần trong danh sách.")
