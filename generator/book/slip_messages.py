"""What is said of slips that came back: what was taken for what, and what is left to the officer."""

from __future__ import annotations

from generator.book.messages import error, note, question

UNREADABLE = error("slip-unreadable", "Không đọc được tệp này nên chưa ghi gì từ đó. {reason}")
NOT_A_SLIP = note("not-a-slip", "Tệp này không phải phiếu nên được bỏ qua.")
OTHER_FILES = note(
    "no-slips-beside",
    "Thư mục còn {files}; chỉ phiếu Excel (.xlsx) được đọc. Có câu trả lời trong đó thì chép vào phiếu; tệp nén thì "
    "giải nén vào thư mục rồi làm lại.",
)
OTHER_SHEET = question(
    "slip-other-sheet",
    "Sheet này của phiếu có chữ nhưng không được đọc. Là câu trả lời thì chép vào đúng ô, hoặc tách thành tệp riêng.",
)
COMMENT = question(
    "slip-comment", "Có nhận xét “{text}”; nhận xét không được đọc. Là câu trả lời thì hãy chép vào ô nền vàng."
)
NO_NAME = question(
    "slip-without-name",
    "Không thấy dòng “Mã phiếu: …” nên không biết phiếu của đơn vị nào, ngày nào; chưa ghi gì. Chép lại dòng đó từ "
    "phiếu gốc vào ô A5, hoặc chép nội dung sang phiếu gốc.",
)
OTHER_UNIT = question(
    "slip-of-another-unit", "Đây là phiếu của đơn vị “{unit}”, năm {year}, không phải của sổ này; chưa ghi gì."
)
OLD_SLIP = question(
    "slip-of-another-day",
    "Phiếu của {who} ghi ngày {day}, trong khi lần này là ngày {newest}; chưa ghi gì. Nếu nội dung là của lần này "
    "thì sửa ngày ở dòng Mã phiếu thành {newest} rồi làm lại. Phiếu ghi: {said}.",
)
OLD_EMPTY_SLIP = note("empty-slip-of-another-day", "Phiếu để trống của ngày {day}; bỏ qua.")
UNKNOWN_TASK = question(
    "slip-unknown-task",
    "Không rõ là nhiệm vụ nào trong sổ (Mã: {code}); chưa ghi dòng này. Sửa Mã rồi làm lại. Dòng ghi: {said}.",
)
TASK_BY_TEXT = note("slip-task-by-text", "Mã “{code}” không có trong sổ; theo lời nhiệm vụ bên cạnh, hiểu là {task}.")
OTHER_TASK = question(
    "slip-other-task",
    "Mã là {code} nhưng lời nhiệm vụ bên cạnh là của {task}; chưa ghi dòng này. Sửa cho khớp rồi làm lại. "
    "Dòng ghi: {said}.",
)
UNKNOWN_MILESTONE = question(
    "slip-unknown-milestone",
    "Nhiệm vụ {code} không có mốc “{label}”; chưa ghi dòng này. Ghi đúng tên mốc ({known}) rồi làm lại. "
    "Dòng ghi: {said}.",
)
UNKNOWN_FIGURE = question(
    "slip-unknown-figure",
    "Không rõ chỉ tiêu “{code}”, kỳ “{label}” là gì; chưa ghi dòng này. Sửa rồi làm lại. Dòng ghi: {said}.",
)
TWO_ANSWERS = question(
    "slip-two-answers",
    "{about}: các phiếu ghi khác nhau ở cột {columns}; chưa ghi gì cho dòng này. Hỏi lại, sửa rồi làm lại. {said}.",
)
OWN_CELL = question(
    "slip-own-cell",
    "{about}, cột {header}: sổ đã ghi “{present}” (ô {cell}), phiếu ghi “{answered}”; giữ chữ trong sổ. "
    "Muốn theo phiếu thì xóa ô đó rồi làm lại.",
)
FORMULA = question("slip-formula", "Ô này là công thức nên không ghi đè; hãy tự ghi theo phiếu.")
STATE_UNSAID = note(
    "slip-state-unsaid", "Bỏ trống Tình trạng nên hiểu là {word}: {places}. Không đúng thì chọn lại rồi làm lại."
)
NOTHING_BEFORE = question(
    "slip-nothing-before",
    "{about}: phiếu ghi “{text}” nhưng lần trước chưa có kết quả nào; chưa ghi Kết quả thực hiện. Ghi rõ rồi làm lại.",
)
SUBJECT_OF_NONE = question(
    "slip-subject-of-none",
    "{about}: phiếu có trích yếu “{subject}” nhưng không rõ của văn bản nào trong sổ (ô Văn bản: {document}); chưa ghi "
    "trích yếu. Ghi đủ số, ngày của một văn bản (nhiều văn bản thì mỗi trích yếu một dòng) rồi làm lại.",
)
NO_STATE = question(
    "slip-without-state", "{about}: có nội dung nhưng chưa chọn Tình trạng; vẫn ghi vào sổ, hãy chọn giúp."
)
NO_SHEET = question("slip-no-sheet", "Sổ không có sheet “{sheet}” nên chưa ghi được: {said}.")
