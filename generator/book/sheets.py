"""The workbook's sheets and columns: one table that the new workbook, the reader and open-month share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.domain.indicator import Aggregation
from generator.domain.progress import Word
from generator.kinds import kind_ids

#: Rows that drop-downs, formats and filters of a new workbook reach down to.
PREPARED_ROWS = 3000


@dataclass(frozen=True, slots=True)
class Column:
    """A column found by its header. `form` is how its cells are typed: text, long, date, percent, number, list."""

    header: str
    width: int = 14
    form: str = "text"
    choices: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    required: bool = False
    note: str = ""


_LINE_HEIGHT, _TALLEST_ROW = 16.0, 409.0


def row_height(cells: Iterable[tuple[Column, str]]) -> float:
    """Return the height in points of a row whose texts are wrapped in the width of their columns."""
    lines = max((sum(1 + len(line) // c.width for line in text.split("\n")) for c, text in cells), default=1)
    return min(_LINE_HEIGHT * lines, _TALLEST_ROW)


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A sheet found by its name; each is there once. `for_the_eye` columns are filled by the program and never read."""

    name: str
    columns: tuple[Column, ...]
    optional: bool = False
    for_the_eye: tuple[Column, ...] = ()

    def column(self, header: str) -> Column:
        return next(c for c in (*self.columns, *self.for_the_eye) if c.header == header)


@dataclass(frozen=True, slots=True)
class Item:
    """A property in sheet Thông tin. `per_kind`: may differ by kind of report, or even by report."""

    name: str
    note: str = ""
    required: bool = False
    per_kind: bool = False
    example: str = ""


YES, NO = "Có", "Không"
_FIRST_KINDS = ("thang", "cchc", "muc-tieu", "ke-hoach")
KIND_WORDS = (*_FIRST_KINDS, *(kind for kind in kind_ids() if kind not in _FIRST_KINDS))

ITEMS: tuple[Item, ...] = (
    Item("Mã đơn vị", "Chữ không dấu, không trùng giữa các đơn vị.", required=True, example="phuoc-hai"),
    Item(
        "Cơ quan chủ quản", "Dòng trên tên cơ quan ở đầu văn bản; bỏ trống nếu không ghi.", example="UBND THÀNH PHỐ A"
    ),
    Item(
        "Tên cơ quan",
        "Như in ở đầu văn bản; xuống dòng trong ô bằng Alt+Enter.",
        required=True,
        example="ỦY BAN NHÂN DÂN\nPHƯỜNG B",
    ),
    Item("Tên trong câu", "Dùng lần đầu trong câu văn.", required=True, example="UBND phường B"),
    Item("Tên gọi tắt", "Dùng từ lần thứ hai.", required=True, example="UBND phường"),
    Item("Tên ngắn", "Dùng đặt tên tệp.", required=True, example="P B"),
    Item("Cấp", example="phường"),
    Item("Cấp trên", "Nơi nhận báo cáo, như viết trong câu.", example="UBND thành phố A"),
    Item("Cấp trên gọi tắt", example="UBND thành phố"),
    Item("Địa danh", "Trước ngày tháng ở đầu văn bản.", required=True, example="B"),
    Item("“Trước ngày” tính cả ngày đó", f"{YES} hoặc {NO}.", example=NO),
    Item("Văn bản điện tử", f"{YES}: để trống số, ngày ở dòng (Kèm theo …). {NO}: điền đủ.", example=YES),
    Item(
        "Nhiệm vụ thường xuyên có kết quả được tính là hoàn thành",
        f"{YES} hoặc {NO}; khi tính số nhiệm vụ đã hoàn thành và tỷ lệ hoàn thành kế hoạch (lũy kế).",
        example=NO,
    ),
    Item("Ký hiệu", "Sau dấu / của số báo cáo.", required=True, per_kind=True, example="BC-UBND"),
    Item("Quyền hạn, chức vụ người ký", required=True, per_kind=True, example="TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"),
    Item("Họ tên người ký", per_kind=True, required=True, example="Nguyễn Văn A"),
    Item("Kính gửi", "Mỗi nơi một dòng; bỏ trống nếu không gửi cấp trên.", per_kind=True),
    Item("Trích yếu", "Bỏ trống để dùng câu mẫu.", per_kind=True),
    Item("Nơi nhận", "Mỗi nơi một dòng, dòng cuối “Lưu: VT, …”.", required=True, per_kind=True),
    Item("Viện dẫn thêm", "Văn bản khác nêu ở câu mở đầu, ghi đầy đủ.", per_kind=True),
    Item("Ngày phải gửi", "Ngày trong tháng cuối kỳ, ví dụ 13.", per_kind=True, example="13"),
    Item("Kỳ phải báo cáo", "Ví dụ: 6 tháng đầu năm; quý III; năm.", per_kind=True),
    Item("Số kế hoạch", required=True, example="567/KH-UBND"),
    Item("Ngày kế hoạch", required=True, example="25/4/2023"),
    Item("Tên kế hoạch", "Phần sau chữ “về” khi viện dẫn đầy đủ.", required=True),
    Item("Cơ quan ban hành kế hoạch", required=True, example="UBND phường B"),
    Item("Năm kế hoạch", required=True, example="2023"),
    Item("Số văn bản", "Số của báo cáo khi đã phát hành, ví dụ 125; Loại báo cáo ghi “cchc 2023-H1”.", per_kind=True),
    Item("Ngày văn bản", "Ngày phát hành.", per_kind=True),
)

INFO = Sheet(
    "Thông tin",
    (
        Column("Mục", 34, required=True),
        Column("Loại báo cáo", 16, note="Bỏ trống: dùng cho mọi loại. Hoặc: thang, cchc, cchc 2023-H1."),
        Column("Nội dung", 60, "long", required=True),
    ),
    for_the_eye=(Column("Cách ghi", 70, "long"),),
)

TASKS = Sheet(
    "Nhiệm vụ",
    (
        Column("Mã", 9, required=True),
        Column("Lĩnh vực", 30, also=("Lĩnh vực (số và tên)",), required=True, note="Số và tên: “III. CẢI CÁCH …”."),
        Column("Nhiệm vụ", 60, "long", required=True),
        Column("Sản phẩm/kết quả", 40, "long", also=("Sản phẩm", "Kết quả, sản phẩm", "Sản phẩm, kết quả")),
        Column("Tiến độ", 30, "long", also=("Thời hạn", "Thời gian", "Thời gian hoàn thành")),
        Column("Chủ trì", 28, "long"),
        Column("Phối hợp", 28, "long"),
        Column("Phân công và cách thức thực hiện", 50, "long", also=("Phân công",)),
        Column("Nhiệm vụ cấp trên", 14, note="Số của nhiệm vụ tương ứng trong kế hoạch cấp trên."),
    ),
)

MILESTONES = Sheet(
    "Mốc",
    (
        Column("Mã", 9, required=True),
        Column("Mốc", 36, "long"),
        Column("Từ ngày", 13, "date"),
        Column("Đến hạn", 17, "date", required=True, note="Ngày cuối cùng còn trong hạn, hoặc “trước 25/11/2023”."),
        Column("Tỷ lệ yêu cầu", 12, "percent"),
        Column("Gia hạn đến", 13, "date"),
        Column("Văn bản gia hạn", 40, "long"),
    ),
    optional=True,
)

RESULTS = Sheet(
    "Kết quả",
    (
        Column("Đến ngày", 13, "date", required=True),
        Column("Mã", 9, required=True),
        Column("Mốc", 18, "long"),
        Column("Tình trạng", 17, "list", tuple(w.value for w in Word), required=True),
        Column("Tỷ lệ (%)", 9, "percent", also=("Tỷ lệ",)),
        Column("Ngày hoàn thành", 13, "date"),
        Column("Kết quả thực hiện", 50, "long"),
        Column("Văn bản", 36, "long"),
        Column("Nguyên nhân chậm", 30, "long"),
        Column("Biện pháp, dự kiến", 30, "long", also=("Biện pháp", "Biện pháp, dự kiến hoàn thành")),
        Column("Khó khăn vướng mắc", 30, "long", also=("Khó khăn, vướng mắc",)),
        Column("Kiến nghị", 30, "long"),
    ),
    for_the_eye=(
        Column("Nhiệm vụ (xem)", 38, "long"),
        Column("Tiến độ (xem)", 17, "long"),
        Column("Chủ trì (xem)", 17, "long"),
        Column("Tình trạng trước (xem)", 17, "long"),
    ),
)

INDICATORS = Sheet(
    "Chỉ tiêu",
    (
        Column("Mã", 9, required=True),
        Column("STT", 8),
        Column("Nhóm", 34, "long", note="Tên nhóm; các chỉ tiêu liền nhau cùng nhóm in dưới một tiêu đề."),
        Column("Chỉ tiêu", 60, "long", required=True),
        Column("Đơn vị tính", 12),
        Column("Nhiệm vụ", 12, note="Mã nhiệm vụ liên quan, cách nhau bằng dấu chấm phẩy."),
        Column("Mục tiêu", 22),
        Column(
            "Cách đo lường",
            44,
            "long",
            note="Cách tính, để tra cứu. Khi Cách cộng là “Tự tính”: tên số cần đếm, ví dụ “Số nhiệm vụ đến hạn”.",
        ),
        Column(
            "Cách cộng",
            16,
            "list",
            tuple(a.value for a in Aggregation),
            note="Cộng dồn: cộng các tháng. Lấy kỳ cuối: số tháng cuối. Tỷ lệ của tổng: tổng Tử số chia tổng Mẫu số. "
            "Tự tính: chương trình đếm từ kế hoạch. Bỏ trống: đơn vị % là Tỷ lệ của tổng, còn lại Cộng dồn.",
        ),
        Column("Nguồn", 30, "long"),
    ),
    optional=True,
)

MEASUREMENTS = Sheet(
    "Số liệu",
    (
        Column("Kỳ", 11, required=True, note="2023-06, 2023-Q2, 2023-H1, 2023-H2, 2023-9M hoặc 2023."),
        Column("Mã", 9, required=True),
        Column("Tử số", 12, "number"),
        Column("Mẫu số", 12, "number"),
        Column("Giá trị", 12, "number"),
        Column("Đến ngày", 13, "date", note="Bỏ trống: số liệu của cả kỳ, tính từ ngày cuối kỳ."),
        Column("Ghi chú", 40, "long"),
    ),
    optional=True,
)

DOCUMENTS = Sheet(
    "Văn bản",
    (
        Column("Số ký hiệu", 20, required=True),
        Column("Ngày", 12, "date"),
        Column("Trích yếu", 70, "long"),
        Column("Nhiệm vụ", 12, note="Mã nhiệm vụ liên quan, cách nhau bằng dấu chấm phẩy."),
        Column("Tệp", 30),
    ),
    optional=True,
)

#: Parts of a report that take an officer's own words, and the key of each in a template's `loi_van`.
PARTS: dict[str, str] = {
    "Mở đầu": "mo_dau",
    "Chỉ đạo điều hành": "chi_dao",
    "Kiểm tra": "kiem_tra",
    "Tuyên truyền": "tuyen_truyen",
    "Sáng kiến": "sang_kien",
    "Nhiệm vụ cấp trên giao": "cap_tren_giao",
    "Khảo sát hài lòng": "khao_sat",
    "Đối thoại": "doi_thoai",
    "Thể chế": "the_che",
    "Thủ tục hành chính": "tthc",
    "Tổ chức bộ máy": "bo_may",
    "Chế độ công vụ": "cong_vu",
    "Tài chính công": "tai_chinh",
    "Chính quyền số": "chinh_quyen_so",
    "Lĩnh vực khác": "khac",
    "Kết quả đạt được": "ket_qua",
    "Tồn tại, hạn chế": "ton_tai",
    "Nguyên nhân khách quan": "nguyen_nhan_khach_quan",
    "Nguyên nhân chủ quan": "nguyen_nhan_chu_quan",
    "Bài học kinh nghiệm": "bai_hoc",
    "Khó khăn, vướng mắc": "kho_khan",
    "Phương hướng": "phuong_huong",
    "Kiến nghị": "kien_nghi",
    "Nội dung kế hoạch": "ke_hoach",
}
#: The part that holds the plan's own body, and what stands in column Kỳ for it: the period that then keys its words.
PLAN_BODY, PLAN_PERIOD = "Nội dung kế hoạch", "Kế hoạch"

WORDS = Sheet(
    "Lời văn",
    (
        Column("Kỳ", 11, required=True),
        Column("Phần", 26, "list", tuple(PARTS), required=True),
        Column("Nội dung", 110, "long", required=True),
    ),
    optional=True,
)

SHEETS: tuple[Sheet, ...] = (INFO, TASKS, MILESTONES, RESULTS, INDICATORS, MEASUREMENTS, DOCUMENTS, WORDS)
#: Interim days found in a plan's assignments: offered by the import, for the eye only.
REMINDERS = Sheet(
    "Nhắc việc",
    (
        Column("Mã", 9),
        Column("Trong hạn đến", 15, "date"),
        Column("Ai", 36, "long"),
        Column("Gửi đến", 30, "long"),
        Column("Nội dung", 90, "long"),
    ),
    optional=True,
)
#: Tables of a plan that list no tasks: kept by the import so that no word is lost, for the eye only.
OTHER_TABLES = Sheet(
    "Bảng khác",
    (Column("Vị trí", 30, "long"), *(Column(f"Cột {number}", 24, "long") for number in range(1, 13))),
    optional=True,
)
GUIDE = "Hướng dẫn"
