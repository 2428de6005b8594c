"""The workbook's sheets and columns: one table that the new workbook, the reader and open-month share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from generator.domain.indicator import Aggregation
from generator.domain.progress import Word
from generator.kinds import kind_ids

#: Rows that drop-downs, formats and filters of a new workbook reach down to.
PREPARED_ROWS = 3000


class Column(str):
    """A column: its header, by which it is found, and how its cells are typed.

    `form` is text, long, date, percent, number or list; `also` are other headers for the same; a column for the eye is
    filled by the program and never read. `is_phrase`: a day may also be said in words there. `is_folded`: in a new
    workbook it waits behind a [+].
    """

    width: int
    form: str
    choices: tuple[str, ...]
    also: tuple[str, ...]
    required: bool
    note: str
    for_the_eye: bool
    is_phrase: bool
    is_folded: bool

    def __new__(
        cls,
        header: str,
        width: int = 14,
        form: str = "text",
        choices: tuple[str, ...] = (),
        also: tuple[str, ...] = (),
        required: bool = False,
        note: str = "",
        for_the_eye: bool = False,
        is_phrase: bool = False,
        is_folded: bool = False,
    ) -> Self:
        column = super().__new__(cls, header)
        column.width, column.form, column.choices, column.also = width, form, choices, also
        column.required, column.note, column.for_the_eye = required, note, for_the_eye
        column.is_phrase, column.is_folded = is_phrase, is_folded
        return column


_LINE_HEIGHT, _TALLEST_ROW = 16.0, 409.0


def row_height(cells: Iterable[tuple[Column, str]]) -> float:
    """Return the height in points of a row whose texts are wrapped in the width of their columns."""
    lines = max((sum(1 + len(line) // _letters(c) for line in text.split("\n")) for c, text in cells), default=1)
    return min(_LINE_HEIGHT * lines, _TALLEST_ROW)


def _letters(column: Column) -> int:
    """How many letters of the workbook's face fit a line: a width counts the wider digits of Excel's own face."""
    return max(column.width * 115 // 100, 1)


class Sheet:
    """A sheet found by its name; each is there once. Its columns are the attributes of its class, in their order."""

    def __init__(self, name: str, *more: Column, optional: bool = False) -> None:
        self.name = name
        self.optional = optional
        declared = (*(c for c in vars(type(self)).values() if isinstance(c, Column)), *more)
        self.columns = tuple(c for c in declared if not c.for_the_eye)
        self.for_the_eye = tuple(c for c in declared if c.for_the_eye)

    def column(self, header: str) -> Column:
        return next(c for c in (*self.columns, *self.for_the_eye) if c == header)


@dataclass(frozen=True, slots=True)
class Item:
    """A property in sheet Thông tin. `per_kind`: may differ by kind of report, or even by report."""

    name: str
    note: str = ""
    required: bool = False
    per_kind: bool = False
    example: str = ""


YES, NO = "Có", "Không"
#: What units may be ranked by: the share done of what was due, or of the whole plan.
RATE_OF_DUE, RATE_OF_PLAN = "Tỷ lệ hoàn thành nhiệm vụ đến hạn", "Tỷ lệ hoàn thành kế hoạch"
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
    Item(
        "Báo cáo tháng đầy đủ",
        f"{NO} (hoặc bỏ trống): báo cáo ngắn, chỉ nêu nhiệm vụ có chuyển biến, quá hạn hoặc sắp đến hạn. "
        f"{YES}: nêu mọi nhiệm vụ.",
        example=NO,
    ),
    Item(
        "Sổ năm trước",
        "Tên tệp sổ của năm trước để so với cùng kỳ; bỏ trống nếu để cạnh sổ này và chỉ khác số năm trong tên.",
    ),
    Item("Ký hiệu", "Sau dấu / của số báo cáo.", required=True, per_kind=True, example="BC-UBND"),
    Item("Quyền hạn, chức vụ người ký", required=True, per_kind=True, example="TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"),
    Item("Họ tên người ký", per_kind=True, required=True, example="Nguyễn Văn A"),
    Item("Kính gửi", "Mỗi nơi một dòng; bỏ trống nếu không gửi cấp trên.", per_kind=True),
    Item("Trích yếu", "Bỏ trống để dùng câu mẫu.", per_kind=True),
    Item("Nơi nhận", "Mỗi nơi một dòng, dòng cuối “Lưu: VT, …”.", required=True, per_kind=True),
    Item(
        "Viện dẫn thêm",
        "Văn bản khác nêu ở câu mở đầu (văn bản yêu cầu báo cáo, kế hoạch của cấp trên), ghi đầy đủ; "
        "mỗi văn bản một dòng.",
        per_kind=True,
    ),
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

#: Asked of a superior alone: in no new workbook, read wherever they stand.
RANKED_BY = "Xếp thứ đơn vị theo"
THRESHOLDS = "Ngưỡng tỷ lệ (%)"
ITEMS_OF_SUPERIOR: tuple[Item, ...] = (
    Item(RANKED_BY, f"{RATE_OF_DUE} hoặc {RATE_OF_PLAN}.", example=RATE_OF_DUE),
    Item(THRESHOLDS, "Đếm số đơn vị dưới các mức này, cách nhau bằng dấu chấm phẩy.", example="50; 80"),
)


class _Info(Sheet):
    item = Column("Mục", 34, required=True)
    kind = Column("Loại báo cáo", 16, note="Bỏ trống: dùng cho mọi loại. Hoặc: thang, cchc, cchc 2023-H1.")
    content = Column("Nội dung", 60, "long", required=True)
    hint = Column("Cách ghi", 70, "long", for_the_eye=True)


INFO = _Info("Thông tin")


class _Tasks(Sheet):
    code = Column("Mã", 9, required=True, note="Số của nhiệm vụ trong kế hoạch, ví dụ III.11.")
    section = Column(
        "Lĩnh vực", 30, also=("Lĩnh vực (số và tên)",), required=True, note="Số và tên: “III. CẢI CÁCH …”."
    )
    text = Column("Nhiệm vụ", 60, "long", required=True, note="Chép đúng lời kế hoạch.")
    deliverables = Column("Sản phẩm/kết quả", 40, "long", also=("Sản phẩm", "Kết quả, sản phẩm", "Sản phẩm, kết quả"))
    deadline = Column("Tiến độ", 30, "long", also=("Thời hạn", "Thời gian", "Thời gian hoàn thành"))
    lead = Column("Chủ trì", 28, "long", note="Ai chịu trách nhiệm chính.")
    support = Column("Phối hợp", 28, "long", note="Ai cùng làm, cách nhau bằng dấu chấm phẩy.")
    assignment = Column("Phân công và cách thức thực hiện", 50, "long", also=("Phân công",))
    superior_task = Column("Nhiệm vụ cấp trên", 14, note="Số của nhiệm vụ tương ứng trong kế hoạch cấp trên.")
    followed_by = Column(
        "Người theo dõi",
        20,
        note="Ai trong bộ phận chủ trì trả lời phiếu, ví dụ Nguyễn Văn B; việc của chính mình: Người giữ sổ. "
        "Bỏ trống: phiếu gửi Chủ trì. Không in ra.",
    )


TASKS = _Tasks("Nhiệm vụ")


class _Milestones(Sheet):
    code = Column("Mã", 9, required=True, note="Mã nhiệm vụ như ở sheet Nhiệm vụ.")
    label = Column("Mốc", 36, "long", note="Tên mốc, khi nhiệm vụ có nhiều mốc; mỗi mốc một tên riêng.")
    first_day = Column("Từ ngày", 13, "date", note="Ngày bắt đầu, hoặc ngày xảy ra sự việc mà thời hạn tính từ đó.")
    last_day = Column(
        "Đến hạn",
        17,
        "date",
        required=True,
        note="Ngày cuối cùng còn trong hạn, hoặc “trước 25/11/2023”.",
        is_phrase=True,
    )
    required = Column("Tỷ lệ yêu cầu", 12, "percent", note="Bỏ trống: 100%.")
    extended_to = Column("Gia hạn đến", 13, "date", note="Hạn mới; giữ nguyên Đến hạn cũ.")
    extension_document = Column("Văn bản gia hạn", 40, "long", note="Số, ngày của văn bản cho gia hạn.")


MILESTONES = _Milestones("Mốc", optional=True)


class _Results(Sheet):
    as_of = Column("Đến ngày", 13, "date", required=True, note="Điều ghi ở dòng này đúng đến ngày nào.")
    code = Column("Mã", 9, required=True, note="Mã nhiệm vụ như ở sheet Nhiệm vụ, ví dụ III.11.")
    milestone = Column("Mốc", 14, "long", note="Nói về một mốc: tên mốc như ở sheet Mốc. Bỏ trống: nói về cả nhiệm vụ.")
    word = Column(
        "Tình trạng",
        15,
        "list",
        tuple(w.value for w in Word),
        required=True,
        note="Chọn một trong năm từ. Đúng hạn hay quá hạn do chương trình tính.",
    )
    percent = Column("Tỷ lệ (%)", 9, "percent", also=("Tỷ lệ",), note="Chỉ ghi khi tính bằng tỷ lệ, ví dụ 90.")
    completed_on = Column("Ngày hoàn thành", 13, "date", note="Ghi khi đã Hoàn thành: ngày xong việc.")
    result = Column(
        "Kết quả thực hiện", 50, "long", note="Đã làm được gì, như sẽ in trong báo cáo; không lặp tên việc."
    )
    document = Column("Văn bản", 30, "long", note="Văn bản chứng minh, ví dụ: Báo cáo số 128/BC-UBND ngày 20/6/2023.")
    cause = Column("Nguyên nhân chậm", 30, "long", note="Vì sao chưa xong đúng hạn.", is_folded=True)
    remedy = Column(
        "Biện pháp, dự kiến",
        30,
        "long",
        also=("Biện pháp", "Biện pháp, dự kiến hoàn thành"),
        note="Làm gì tiếp, bao giờ xong.",
        is_folded=True,
    )
    difficulty = Column(
        "Khó khăn vướng mắc",
        30,
        "long",
        also=("Khó khăn, vướng mắc",),
        note="Điều còn vướng; đã hết thì ghi “Đã giải quyết”.",
        is_folded=True,
    )
    recommendation = Column("Kiến nghị", 30, "long", note="Đề nghị cấp trên việc gì.", is_folded=True)
    seen_task = Column("Nhiệm vụ (xem)", 34, "long", for_the_eye=True)
    seen_deadline = Column("Tiến độ (xem)", 15, "long", for_the_eye=True)
    seen_lead = Column("Chủ trì (xem)", 15, "long", for_the_eye=True)
    seen_before = Column("Lần trước (xem)", 34, "long", also=("Tình trạng trước (xem)",), for_the_eye=True)


RESULTS = _Results("Kết quả")


class _Indicators(Sheet):
    code = Column("Mã", 9, required=True)
    number = Column("STT", 8, note="Số thứ tự; có Biểu mẫu thì đánh số như trong biểu mẫu: 1; 2.1; 3.3.1.")
    form = Column(
        "Biểu mẫu",
        9,
        note="Số của biểu mẫu thống kê của cấp trên, ví dụ 1; tên biểu mẫu ghi ở cột Nhóm. "
        "Bỏ trống: chỉ tiêu theo dõi riêng của đơn vị.",
    )
    group = Column("Nhóm", 34, "long", note="Tên nhóm; các chỉ tiêu liền nhau cùng nhóm in dưới một tiêu đề.")
    indicator = Column("Chỉ tiêu", 60, "long", required=True)
    unit = Column("Đơn vị tính", 12, note="Khi Cách cộng là “Mã trả lời”: các mã, ví dụ “Có = 1, Không = 0”.")
    tasks = Column("Nhiệm vụ", 12, note="Mã nhiệm vụ liên quan, cách nhau bằng dấu chấm phẩy.")
    target = Column("Mục tiêu", 22)
    measured_by = Column(
        "Cách đo lường",
        44,
        "long",
        note="Cách tính, để tra cứu. Khi Cách cộng là “Tự tính”: tên số cần đếm, ví dụ “Số nhiệm vụ đến hạn”, "
        "hoặc “Tử số của …”, “Mẫu số của …” kèm Mã của một tỷ lệ.",
    )
    aggregation = Column(
        "Cách cộng",
        16,
        "list",
        tuple(a.value for a in Aggregation),
        note="Cộng dồn: cộng các tháng. Lấy kỳ cuối: số tháng cuối. Tỷ lệ của tổng: tổng Tử số chia tổng Mẫu số. "
        "Mã trả lời: ghi Có, Không hoặc mã. Tự tính: chương trình đếm từ kế hoạch. "
        "Bỏ trống: đơn vị % là Tỷ lệ của tổng, còn lại Cộng dồn.",
    )
    source = Column("Nguồn", 30, "long")


INDICATORS = _Indicators("Chỉ tiêu", optional=True)


class _Measurements(Sheet):
    period = Column("Kỳ", 11, required=True, note="2023-06, 2023-Q2, 2023-H1, 2023-H2, 2023-9M hoặc 2023.")
    code = Column("Mã", 9, required=True)
    numerator = Column("Tử số", 12, "number", note="Với tỷ lệ: số đạt được. Có Tử số, Mẫu số thì không ghi Giá trị.")
    denominator = Column("Mẫu số", 12, "number", note="Với tỷ lệ: tổng số.")
    value = Column("Giá trị", 12, "number", note="Con số của kỳ; tỷ lệ ghi 92,4.")
    as_of = Column("Đến ngày", 13, "date", note="Bỏ trống: số liệu của cả kỳ, tính từ ngày cuối kỳ.")
    source = Column("Nguồn", 30, "long", note="Số liệu lấy từ đâu; in ở cột Ghi chú của biểu mẫu thống kê.")
    note = Column("Ghi chú", 40, "long")
    seen_indicator = Column("Chỉ tiêu (xem)", 44, "long", for_the_eye=True)
    seen_unit = Column("Đơn vị tính (xem)", 11, "long", for_the_eye=True)
    seen_before = Column("Kỳ trước (xem)", 18, "long", for_the_eye=True)
    seen_offer = Column("Gợi ý (xem)", 26, "long", for_the_eye=True)


MEASUREMENTS = _Measurements("Số liệu", optional=True)


class _Documents(Sheet):
    number = Column("Số ký hiệu", 20, required=True, note="Đủ số và ký hiệu, ví dụ 384/KH-UBND.")
    issued_on = Column("Ngày", 12, "date", note="Ngày ban hành.")
    subject = Column("Trích yếu", 70, "long", note="Văn bản nói về việc gì; không ghi “V/v”.")
    tasks = Column("Nhiệm vụ", 12, note="Mã nhiệm vụ liên quan, cách nhau bằng dấu chấm phẩy.")
    file = Column("Tệp", 30)


DOCUMENTS = _Documents("Văn bản", optional=True)

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


class _Words(Sheet):
    period = Column("Kỳ", 11, required=True)
    part = Column("Phần", 26, "list", tuple(PARTS), required=True)
    content = Column("Nội dung", 110, "long", required=True)


WORDS = _Words("Lời văn", optional=True)

SHEETS: tuple[Sheet, ...] = (INFO, TASKS, MILESTONES, RESULTS, INDICATORS, MEASUREMENTS, DOCUMENTS, WORDS)


class _Units(Sheet):
    """Whom a superior waits for: only in its own workbook."""

    code = Column("Mã", 22, required=True, note="Như mục Mã đơn vị trong sổ của đơn vị.")
    unit = Column("Tên", 34, "long", required=True)
    group = Column("Nhóm", 18)
    contact = Column("Liên hệ", 34, "long")
    received_on = Column("Ngày nhận", 13, "date", note="Ngày nhận báo cáo của kỳ này; bỏ trống thì không xét gửi chậm.")


UNITS = _Units("Đơn vị", optional=True)


class _Reminders(Sheet):
    """Interim days found in a plan's assignments: offered by the import, for the eye only."""

    code = Column("Mã", 9)
    last_day = Column("Trong hạn đến", 15, "date")
    who = Column("Ai", 36, "long")
    recipient = Column("Gửi đến", 30, "long")
    content = Column("Nội dung", 90, "long")


REMINDERS = _Reminders("Nhắc việc", optional=True)
#: Tables of a plan that list no tasks: kept by the import so that no word is lost, for the eye only.
OTHER_TABLES = Sheet(
    "Bảng khác",
    Column("Vị trí", 30, "long"),
    *(Column(f"Cột {number}", 24, "long") for number in range(1, 13)),
    optional=True,
)
GUIDE = "Hướng dẫn"
