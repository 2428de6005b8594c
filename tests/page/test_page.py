"""The page in a real browser, from a file, with the network off: what an officer does, and what she sees."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.batch.run import find_workbooks
from generator.commands.report import ReportOptions, run
from generator.making import make, read_workbook, request_for
from generator.page.build import build, digest_of_sources
from tests.page.samples import (
    answered,
    by_hand,
    five_megabytes,
    locked,
    with_a_result,
)

HOUSE = Path(__file__).parents[2]
PAGE = HOUSE / "outputs" / "cchc.html"
INPUTS = HOUSE / "inputs"
WORKBOOK = INPUTS / "phuoc-hai-2023" / "phuoc-hai-2023.xlsx"
UNITS = INPUTS / "cac-phuong-xa-nha-trang-2023"
AXE = HOUSE / "generator" / "page" / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
SCREENS = ("today", "report", "month", "slips", "merge", "renew", "check", "plan", "units")
#: All 28 workbooks in 4 periods, each on its own screen, take minutes; the suite takes all of them at once in one.
ALL = bool(os.environ.get("CCHC_ALL_REPORTS"))

if not PAGE.is_file():
    pytest.skip("the page is not built (make page)", allow_module_level=True)
if CHROMIUM is None:
    pytest.skip("no Chromium here", allow_module_level=True)
sync_api = pytest.importorskip("playwright.sync_api")

#: A folder as the browser would give it, in memory: the window that asks for one cannot be driven.
FOLDER = """
window.disk = {}; window.refused = new Set();
const fileOf = (name) => ({kind: 'file', name: name.split('/').pop(),
  getFile: async () => new File([window.disk[name].data], name.split('/').pop(), {lastModified: window.disk[name].time}),
  createWritable: async () => { let kept; return {
    write: async (data) => { kept = data; },
    close: async () => { if (window.refused.has(name)) throw new DOMException('open', 'NoModificationAllowedError');
                         window.disk[name] = {data: kept, time: Date.now()}; } }; } });
const folderOf = (path) => ({kind: 'directory', name: path.split('/').at(-2) || 'CCHC 2023',
  requestPermission: async () => window.permission ?? 'granted',
  getDirectoryHandle: async (name) => folderOf(path + name + '/'),
  getFileHandle: async (name) => fileOf(path + name),
  entries: async function* () { const seen = new Set();
    for (const name of Object.keys(window.disk).filter((n) => n.startsWith(path))) {
      const [step, ...rest] = name.slice(path.length).split('/');
      if (seen.has(step)) continue; seen.add(step);
      yield [step, rest.length ? folderOf(path + step + '/') : fileOf(name)]; } } });
window.showDirectoryPicker = async () => folderOf('');
"""


@pytest.fixture(scope="module")
def context(tmp_path_factory) -> Iterator[object]:
    """One browser with one memory: after the first page the others start from what it kept."""
    with sync_api.sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("browser"),
            executable_path=CHROMIUM,
            args=["--no-sandbox"],
            offline=True,
            accept_downloads=True,
            viewport={"width": 1366, "height": 768},
        )
        context.set_default_timeout(120_000)
        # The pickers of files are the browser's own windows; without them the page downloads, as in Firefox.
        context.add_init_script("delete window.showSaveFilePicker; delete window.showDirectoryPicker")
        yield context
        context.close()


def started(context, *, folder: bool = False, on: datetime | None = None):
    page = context.new_page()
    if folder:
        page.add_init_script(FOLDER)
    if on is not None:
        page.clock.set_fixed_time(on)
    page.goto(PAGE.as_uri())
    page.wait_for_selector("body[data-ready]")
    page.bring_to_front()
    return page


@pytest.fixture(scope="module")
def kept(context) -> None:
    """A first page has left its memory to those that follow."""
    page = started(context)
    page.wait_for_selector("body[data-kept]")
    page.close()


@pytest.fixture
def page(context, kept):
    page = started(context)
    yield page
    page.close()


@pytest.fixture
def with_folder(context, kept):
    page = started(context, folder=True)
    yield page
    page.close()


def opened(page, path: Path = WORKBOOK):
    go(page, "today")
    page.set_input_files("#workbook", path)
    page.wait_for_selector("#unit:not([hidden])")
    page.wait_for_selector("body:not([aria-busy])")
    return page


def put(page, name: str, data: bytes) -> None:
    code = "([name, data]) => { window.disk[name] = {data: new Uint8Array(data), time: Date.now()}; }"
    page.evaluate(code, [name, list(data)])


def on_disk(page) -> list[str]:
    return page.evaluate("Object.keys(window.disk)")


def content(page, name: str) -> bytes:
    return bytes(page.evaluate("async (n) => [...new Uint8Array(await new Blob([disk[n].data]).arrayBuffer())]", name))


def go(page, screen: str) -> None:
    page.click(f"nav [data-screen={screen}]")


def saved(page, button: str) -> bytes:
    with page.expect_download() as download:
        page.click(button)
    return Path(download.value.path()).read_bytes()


def document(data: bytes) -> bytes:
    return ZipFile(BytesIO(data)).read("word/document.xml")


def report(page, period: str = "2023-H1", kind: str = "cchc", as_of: str = "2023-06-13") -> None:
    go(page, "report")
    page.select_option("#kind", kind)
    page.select_option("#period", period)
    page.wait_for_selector(f"body[data-shown^='{kind} {period} ']")
    page.fill("#as-of", as_of)
    page.click("#report-form button")
    page.wait_for_selector(f"body[data-shown='{kind} {period} {as_of}']")


# -- the report -----------------------------------------------------------------------------------
def test_the_half_year_report_is_that_of_the_command_line(page, tmp_path):
    opened(page)
    assert "UBND phường Phước Hải" in page.inner_text("#unit-name")
    report(page)
    assert "6 thang dau nam 2023" in page.inner_text("#report-told")
    # The page has this one file; the command finds last year's workbook beside it.
    alone = Path(shutil.copy(WORKBOOK, tmp_path))
    run(ReportOptions(alone, period="2023-H1", kind="cchc", as_of="13/6/2023", out=tmp_path))
    (by_command,) = tmp_path.glob("*.docx")
    assert document(saved(page, "#save-report")) == document(by_command.read_bytes())
    assert "đã hoàn thành 03 nhiệm vụ" in page.evaluate("document.getElementById('pages').shadowRoot.textContent")


def of_command_line(book: Path, period: str, day: date | None = None):
    """The report that the command line makes of a workbook alone, None for one that cannot be read; without a day as
    of the end of its window."""
    source = read_workbook(book.read_bytes(), book.name)
    if source.data is None:
        return None
    name = f"{source.data.plan.year}-{period}".rstrip("-")
    return make(source, request_for(source.data, day or date.today(), period=name, kind="cchc", as_of=day))


@pytest.mark.skipif(not ALL, reason="takes minutes; before a release: CCHC_ALL_REPORTS=1")
def test_every_report_and_its_problems_equal_the_command_lines(page):
    books = sorted(path for path in INPUTS.rglob("*.xlsx") if "tong-hop" not in path.name)
    compared = 0
    for book in books:
        for period in ("03", "Q1", "H1", ""):
            day = date(2023, 12, 20) if "2023" in str(book) else date(int(re.findall(r"20\d\d", str(book))[-1]), 12, 20)
            made = of_command_line(book, period, day)
            if made is None:
                continue
            opened(page, book)
            report(page, made.request.period.id, "cchc", day.isoformat())
            told = page.locator("#report-problems td:nth-child(3)").all_inner_texts()
            assert sorted(told) == sorted(" ".join(p.message.split()) for p in made.problems), (book.name, period)
            assert document(saved(page, "#save-report")) == document(made.data), (book.name, period)
            compared += 1
    assert compared >= 108


def test_a_number_and_a_sentence_of_the_pages_say_what_is_behind_them(page):
    opened(page)
    report(page)
    page.evaluate(
        "[...document.getElementById('pages').shadowRoot.querySelectorAll('.cchc-number')]"
        ".find((n) => /^\\d+,\\d+%$/.test(n.textContent)).click()"
    )
    page.wait_for_selector("#explained table")
    assert re.search(r"Nhiệm vụ!A\d+|Kết quả!A\d+|Số liệu!A\d+", page.inner_text("#explained"))
    sentence = page.evaluate("""() => {
        const said = [...document.getElementById('pages').shadowRoot.querySelectorAll('p')]
          .find((p) => p.textContent.startsWith('Tính đến ngày 13/6/2023'));
        said.scrollIntoView({block: 'center'});
        const words = said.ownerDocument.createRange();
        words.selectNodeContents(said);
        const first = words.getClientRects()[0];
        return [first.x + first.width / 2, first.y + first.height / 2]; }""")
    page.mouse.click(*sentence)
    page.wait_for_selector("#explained blockquote")
    assert page.inner_text("#explained blockquote").startswith("Tính đến ngày 13/6/2023")
    assert "47: Số nhiệm vụ tổng số." in page.inner_text("#explained")
    page.fill("#what", "Kính gửi các cơ quan, đơn vị")
    page.keyboard.press("Enter")
    page.wait_for_selector("#explained > p")
    assert "lời của mẫu báo cáo" in page.inner_text("#explained")


def test_a_workbook_is_dropped_onto_the_page(page):
    page.evaluate(
        """([name, data]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(data)], name));
        const drop = {dataTransfer: transfer, bubbles: true, cancelable: true};
        document.querySelector("#today .drop").dispatchEvent(new DragEvent("drop", drop)); }""",
        [WORKBOOK.name, list(WORKBOOK.read_bytes())],
    )
    page.wait_for_selector("#unit:not([hidden])")
    assert "UBND phường Phước Hải" in page.inner_text("#unit-name")


# -- the folder -----------------------------------------------------------------------------------
def test_in_a_folder_the_report_lies_beside_the_workbook_and_an_edited_one_is_kept(with_folder):
    page = with_folder
    put(page, WORKBOOK.name, WORKBOOK.read_bytes())
    page.click("#choose-folder")
    page.wait_for_selector("#unit:not([hidden])")
    report(page)
    page.click("#save-report")
    page.wait_for_selector("#state:has-text('Đã lưu')")
    (name,) = [n for n in on_disk(page) if n.endswith(".docx")]
    edited = by_hand(content(page, name), ("Phước Hải", "Phước Hải mới"))
    put(page, name, edited)
    page.click("#save-report")
    page.wait_for_selector("#state:has-text('đã có người sửa')")
    assert content(page, name) == edited
    assert len([n for n in on_disk(page) if n.endswith(".docx")]) == 2


def test_a_month_is_opened_in_the_workbook_itself_and_a_copy_is_kept(with_folder):
    page = with_folder
    put(page, WORKBOOK.name, WORKBOOK.read_bytes())
    page.click("#choose-folder")
    page.wait_for_selector("#unit:not([hidden])")
    go(page, "month")
    page.fill("#month-day", "2023-07-25")
    page.click("#month-form button")
    page.wait_for_selector("#save-month:not([hidden])")
    page.evaluate("name => window.refused.add(name)", WORKBOOK.name)
    page.click("#save-month")
    page.wait_for_selector("#fault[open]")
    assert "đang mở ở Word hoặc Excel" in page.inner_text("#fault-text")
    assert content(page, WORKBOOK.name) == WORKBOOK.read_bytes()
    page.keyboard.press("Escape")
    page.evaluate("window.refused.clear()")
    page.click("#month-form button")
    page.wait_for_selector("body:not([aria-busy])")
    page.click("#save-month")
    page.wait_for_selector("#state:has-text('Bản trước khi ghi')")
    assert content(page, WORKBOOK.name) != WORKBOOK.read_bytes()


def test_without_the_right_to_the_folder_nothing_is_read(with_folder):
    page = with_folder
    put(page, WORKBOOK.name, WORKBOOK.read_bytes())
    page.evaluate("window.permission = 'denied'")
    page.click("#choose-folder")
    page.wait_for_timeout(300)
    assert page.is_hidden("#unit")


# -- other screens --------------------------------------------------------------------------------
def test_a_month_is_opened_and_the_workbook_saved(page):
    opened(page)
    page.click("#to-month")
    page.fill("#month-day", "2023-07-25")
    page.click("#month-form button")
    page.wait_for_selector("#save-month:not([hidden])")
    assert "Sẽ thêm" in page.inner_text("#month-told")
    assert saved(page, "#save-month") != WORKBOOK.read_bytes()


def test_slips_go_out_in_one_file_and_what_comes_back_differently_is_chosen(page, tmp_path):
    opened(page)
    go(page, "slips")
    page.fill("#slips-day", "2023-12-28")
    page.click("#slips-form button")
    page.wait_for_selector("#save-slips:not([hidden])")
    assert "Gửi " in page.inner_text("#slips-made")
    with ZipFile(BytesIO(saved(page, "#save-slips"))) as slips:
        slips.extractall(tmp_path)
    slip, blank, *_ = sorted(tmp_path.rglob("*.xlsx"))
    replies = [blank]
    for name, words in (("mot", "Đã niêm yết công khai (mẫu)"), ("hai", "Chưa niêm yết (mẫu)")):
        replies.append(tmp_path / f"{name}.xlsx")
        replies[-1].write_bytes(answered(slip.read_bytes(), words))
    go(page, "merge")
    page.set_input_files("#replies", replies)
    page.wait_for_selector("#merge-conflicts fieldset")
    assert page.is_hidden("#save-merged")
    assert "Chưa trả lời" in page.inner_text("#merge-silent")
    page.click(".sides > div:has-text('hai.xlsx') button")
    page.wait_for_selector("#save-merged:not([hidden])")
    assert page.locator("#merge-conflicts [aria-pressed=true]").count() == 1
    assert "Chưa niêm yết (mẫu)" in page.inner_text("#merge-entries")
    assert "Đã niêm yết" not in page.inner_text("#merge-entries")
    written = read_workbook(saved(page, "#save-merged")).data
    assert "Chưa niêm yết (mẫu)" in [e.result for rows in written.entries.values() for e in rows]


def test_a_report_edited_by_hand_goes_back_as_far_as_ticked_and_is_renewed_after_choices(with_folder):
    page = with_folder
    put(page, WORKBOOK.name, WORKBOOK.read_bytes())
    page.click("#choose-folder")
    page.wait_for_selector("#unit:not([hidden])")
    page.wait_for_selector("body:not([aria-busy])")
    made = of_command_line(WORKBOOK, "H1", date(2023, 6, 13))
    results = [e.result for rows in made.unit_year.entries.values() for e in rows if len(e.result) > 20]
    told = [result for result in results if result.encode() in document(made.data)][1]
    counted = "đã hoàn thành 03 nhiệm vụ", "đã làm xong ba nhiệm vụ"
    edited = by_hand(made.data, counted, (told, f"{told} (mẫu)"))
    put(page, WORKBOOK.name, with_a_result(WORKBOOK.read_bytes()))
    go(page, "renew")
    page.set_input_files("#edited", {"name": "bao-cao.docx", "mimeType": "", "buffer": edited})
    page.wait_for_selector("#back input")
    page.click("#back button")
    page.wait_for_selector("#back:empty, #back:not(:has(input))")
    written = read_workbook(content(page, WORKBOOK.name)).data
    assert f"{told} (mẫu)" in [e.result for rows in written.entries.values() for e in rows]
    assert page.locator("#regions mark").count() and page.is_hidden("#save-renewed")
    assert "--" not in page.inner_text("#regions")
    for n in range(page.locator("#regions p.row").count()):
        page.click(f"#regions p.row >> nth={n} >> button:has-text('Giữ')")
        page.wait_for_selector(f"#regions p.row >> nth={n} >> [aria-pressed=true]")
    page.click("#regions p.row >> nth=0 >> button:has-text('Lấy')")
    page.wait_for_selector("#regions p.row >> nth=0 >> [aria-pressed=true]:has-text('Lấy')")
    page.wait_for_selector("#save-renewed:not([hidden])")
    page.click("#save-renewed")
    page.wait_for_selector("#state:has-text('Đã lưu')")


def test_a_document_is_judged_by_the_decree(page, tmp_path):
    run(ReportOptions(WORKBOOK, period="2023-H1", kind="cchc", as_of="13/6/2023", out=tmp_path))
    (made,) = tmp_path.glob("*.docx")
    go(page, "check")
    page.set_input_files("#document", made)
    page.wait_for_selector("#check-told:not(:empty)")
    assert page.inner_text("#check-told") == "Không thấy chỗ nào sai thể thức."


def test_a_plan_becomes_a_workbook(page, tmp_path):
    plan = tmp_path / "ke-hoach.txt"
    plan.write_text(
        "KẾ HOẠCH\nCải cách hành chính năm 2026\nI. CẢI CÁCH THỂ CHẾ\n1. Rà soát văn bản. Hoàn thành trước ngày 25/11/2026. "
        "Giao Văn phòng chủ trì.\n",
        "utf-8",
    )
    go(page, "plan")
    page.set_input_files("#plan-file", plan)
    page.wait_for_selector("#save-plan:not([hidden])")
    assert page.input_value("[aria-label='Hạn của I.1']") == "24/11/2026"
    page.fill("[aria-label='Hạn của I.1']", "mai mốt")
    page.keyboard.press("Tab")
    page.wait_for_selector("#fault[open]")
    assert "I.1: chưa hiểu hạn “mai mốt”" in page.inner_text("#fault-text")
    page.keyboard.press("Escape")
    page.fill("[aria-label='Hạn của I.1']", "Quý II; 15/12")
    page.fill("[aria-label='Chủ trì của I.1']", "Công an phường")
    page.keyboard.press("Tab")
    page.wait_for_selector("#state:has-text('Công an phường')")
    assert page.input_value("[aria-label='Hạn của I.1']") == "30/6/2026; 15/12/2026"
    (task,) = read_workbook(saved(page, "#save-plan")).data.plan.tasks
    assert (task.assignment.lead, len(task.deadline.milestones)) == (("Công an phường",), 2)


def some_units(folder: Path, number: int) -> Path:
    for book in find_workbooks(UNITS, UNITS / "bao-cao")[0][:number]:
        target = folder / "cac don vi" / "nam 2023" / book.path.relative_to(UNITS)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(book.path, target)
    return folder / "cac don vi"


def test_every_units_report_equals_the_command_lines_and_all_are_rounded_up(page, tmp_path):
    folder = some_units(tmp_path, 28)
    for name, content in (("hong", b"khong phai so"), ("khoa", locked())):
        (folder / name).mkdir()
        (folder / name / "so.xlsx").write_bytes(content)
    go(page, "units")
    page.set_input_files("#units-folder", folder)
    page.wait_for_selector("#units-form:not([hidden])")
    page.select_option("#units-period", "2023-H1")
    page.click("#units-form .first")
    page.wait_for_selector("body[data-units]")
    page.select_option("#outcome", "Chưa làm được")
    assert page.locator("#units-found tbody tr").count() == 2
    assert page.locator("#units-found tbody tr:has-text('mật khẩu')").count() == 1
    made = ZipFile(BytesIO(saved(page, "#save-units")))
    found = sorted(document(made.read(name)) for name in made.namelist() if name.endswith(".docx"))
    by_command = [of_command_line(book, "H1") for book in folder.rglob("*.xlsx")]
    assert found == sorted(document(one.data) for one in by_command if one is not None) and len(found) > 20
    assert "bao-cao/tong-hop.xlsx" in made.namelist()
    page.evaluate("delete document.body.dataset.units")
    page.click("#round-up")
    page.wait_for_selector("body[data-units]")
    assert "DỰ THẢO" in page.inner_text("#units-told")
    assert any(n.startswith("tong-hop/") for n in ZipFile(BytesIO(saved(page, "#save-units"))).namelist())


def test_long_work_is_stopped_and_what_was_saved_stays(with_folder, tmp_path):
    page = with_folder
    for path in some_units(tmp_path, 8).rglob("*.xlsx"):
        put(page, f"nam 2023/{path.parent.name}/{path.name}", path.read_bytes())
    go(page, "units")
    page.click("#choose-units")
    page.wait_for_selector("#units-form:not([hidden])")
    page.select_option("#units-period", "2023-H1")
    page.click("#units-form .first")
    page.wait_for_selector("#busy:not([hidden]) #far:not(:empty)")
    page.click("#stop")
    page.wait_for_selector("body[data-ready] #state:has-text('còn nguyên')")
    assert [n for n in on_disk(page) if n.startswith("bao-cao/")]
    page.click("#units-form .first")
    page.wait_for_selector("body[data-units]")
    assert len([n for n in on_disk(page) if n.startswith("bao-cao/") and n.endswith(".docx")]) == 8


# -- what goes wrong ------------------------------------------------------------------------------
WRONG = [
    ("today", "#workbook", "so.xlsx", "không đọc được sổ"),
    ("merge", "#replies", "phieu.xlsx", "đã đọc 1 tệp"),
    ("renew", "#edited", "bao-cao.docx", "tệp"),
    ("check", "#document", "van-ban.docx", "tệp"),
    ("plan", "#plan-file", "ke-hoach.docx", ""),
]


@pytest.mark.parametrize("content", [b"khong phai so", locked()], ids=["no file", "password"])
def test_a_wrong_or_locked_file_is_answered_with_a_sentence_on_every_screen(page, content):
    for screen, field, name, words in WRONG:
        if screen != "today":
            opened(page)
        go(page, screen)
        page.set_input_files(field, {"name": name, "mimeType": "", "buffer": content})
        page.wait_for_selector(f"#fault[open], #{screen}-told:not(:empty), #unit-name:has-text('Không đọc được')")
        page.wait_for_selector("body:not([aria-busy])")
        said = page.inner_text("body") if page.is_hidden("#fault") else page.inner_text("#fault-text")
        assert words in said.lower() and "Traceback" not in said and "Error" not in said, (screen, said)
        if content != b"khong phai so":
            assert "mật khẩu" in said, (screen, said)
        page.reload()
        page.wait_for_selector("body[data-ready]")


def test_without_a_workbook_a_sentence_says_what_to_do(page):
    go(page, "today")
    page.set_input_files("#workbook", {"name": "so.xlsx", "mimeType": "", "buffer": b"khong phai so"})
    page.wait_for_selector("#unit-name:has-text('Không đọc được')")
    go(page, "slips")
    page.fill("#slips-day", "2023-07-25")
    page.click("#slips-form button")
    page.wait_for_selector("#fault[open]")
    assert page.inner_text("#fault-text") == "Chưa chọn sổ. Hãy chọn sổ Excel ở màn hình Hôm nay trước."


def test_a_workbook_of_five_megabytes_is_opened_and_reported(page, tmp_path):
    book = tmp_path / "so lon.xlsx"
    book.write_bytes(five_megabytes(WORKBOOK.read_bytes()))
    assert book.stat().st_size > 5_000_000
    opened(page, book)
    report(page)
    assert "đã hoàn thành 03 nhiệm vụ" in page.evaluate("document.getElementById('pages').shadowRoot.textContent")


def test_a_file_above_all_bounds_is_not_read(page, tmp_path):
    huge = tmp_path / "lon.docx"
    with huge.open("wb") as file:
        file.truncate(50_000_001)
    go(page, "check")
    page.set_input_files("#document", huge)
    page.wait_for_selector("#state:has-text('lớn hơn 50 MB')")


def test_nothing_can_be_fetched_from_outside(page):
    for attempt in (
        "fetch('https://example.com')",
        "new Promise((ok, no) => Object.assign(new Image(), {onload: ok, onerror: no, src: 'https://example.com/a.png'}))",
        "new Promise((ok, no) => { const s = new WebSocket('wss://example.com'); s.onopen = ok; s.onerror = no; })",
    ):
        assert page.evaluate(f"(async () => {attempt})().then(() => 'fetched', () => 'refused')") == "refused"
    policy = page.get_attribute("meta[http-equiv]", "content")
    assert policy.startswith("default-src 'none'") and "http" not in policy


# -- everybody ------------------------------------------------------------------------------------
def tabbed(page, wanted: str) -> None:
    """Press Tab until something has the focus."""
    for _ in range(60):
        if page.evaluate(f"document.activeElement.matches({wanted!r})"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {wanted}")


def test_three_actions_by_keyboard_alone_make_the_half_year_report_also_years_later(context, kept):
    page = started(context, on=datetime(2023, 6, 13, 9))
    tabbed(page, "#workbook")
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    chooser.value.set_files(WORKBOOK)
    page.wait_for_selector("#unit:not([hidden])")
    page.wait_for_selector("body:not([aria-busy])")
    tabbed(page, "#to-report")
    page.keyboard.press("Enter")
    page.wait_for_selector("body[data-shown]")
    with page.expect_download() as download:
        tabbed(page, "#save-report")
        page.keyboard.press("Enter")
    assert "6 thang dau nam 2023" in download.value.suggested_filename
    page.close()
    page = started(context, on=datetime(2041, 2, 28, 23, 59))
    opened(page)
    report(page)
    page.close()


@pytest.mark.skipif(not AXE.is_file(), reason="axe is not installed (npm ci)")
def test_no_screen_has_a_barrier_and_none_is_wider_than_the_window(page):
    opened(page)
    report(page)
    page.evaluate(AXE.read_text("utf-8"))
    for width in (1366, 390):
        page.set_viewport_size({"width": width, "height": 768})
        for screen in SCREENS:
            go(page, screen)
            # Word's own pages have no landmarks of ours; what is around a screen is judged once.
            around = "document" if screen == SCREENS[0] else f"'#{screen}'"
            rules = "{runOnly: ['wcag2a', 'wcag2aa', 'best-practice'], resultTypes: ['violations']}"
            found = page.evaluate(f"axe.run({{include: [{around}], exclude: ['#pages']}}, {rules})")
            barriers = [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in found["violations"]]
            assert not barriers, (screen, barriers)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, screen
    page.set_viewport_size({"width": 1366, "height": 768})


# -- the file -------------------------------------------------------------------------------------
def test_the_page_is_of_these_sources_and_small_enough_to_send():
    text = PAGE.read_text("utf-8")
    assert f'data-build="{digest_of_sources()}"' in text, "the page is of other sources than these: make page"
    assert len(text.encode()) < 15_000_000


@pytest.mark.skipif(not ALL, reason="builds the page again; before a release: CCHC_ALL_REPORTS=1")
def test_the_same_sources_give_the_same_file():
    assert build() == PAGE.read_bytes()
