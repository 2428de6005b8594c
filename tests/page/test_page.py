"""The page in a real browser, from a file, with the network off: what an officer does, and what she sees."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.batch.run import find_workbooks
from generator.commands.report import ReportOptions, run
from generator.making import make, read_workbook, request_for

HOUSE = Path(__file__).parents[2]
PAGE = HOUSE / "outputs" / "cchc.html"
INPUTS = HOUSE / "inputs"
WORKBOOK = INPUTS / "phuoc-hai-2023" / "phuoc-hai-2023.xlsx"
UNITS = INPUTS / "cac-phuong-xa-nha-trang-2023"
AXE = HOUSE / "generator" / "page" / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
SCREENS = ("today", "report", "month", "slips", "merge", "renew", "check", "plan", "units")
#: All 28 workbooks in 4 periods take minutes; the suite takes some of each.
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
        page = started(context)
        page.wait_for_selector("body[data-kept]")
        page.close()
        yield context
        context.close()


def started(context, *, folder: bool = False):
    page = context.new_page()
    if folder:
        page.add_init_script(FOLDER)
    page.goto(PAGE.as_uri())
    page.wait_for_selector("body[data-ready]")
    return page


@pytest.fixture
def page(context):
    page = started(context)
    yield page
    page.close()


@pytest.fixture
def with_folder(context):
    page = started(context, folder=True)
    yield page
    page.close()


def opened(page, path: Path = WORKBOOK):
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
    page.wait_for_selector("body:not([aria-busy])")
    page.fill("#as-of", as_of)
    page.evaluate("delete document.body.dataset.shown")
    page.click("#report-form button")
    page.wait_for_selector("body[data-shown]")


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


def test_every_report_and_its_problems_equal_the_command_lines(page):
    books = sorted(path for path in INPUTS.rglob("*.xlsx") if "tong-hop" not in path.name)
    periods = ("03", "Q1", "H1", "")
    asked = [(book, period) for book in books for period in periods]
    for book, period in asked if ALL else asked[:: max(1, len(asked) // 6)]:
        source = read_workbook(book.read_bytes(), book.name)
        if source.data is None:
            continue
        year = source.data.plan.year
        name, day = f"{year}-{period}".rstrip("-"), date(year, 12, 20)
        made = make(source, request_for(source.data, day, period=name, kind="cchc", as_of=day))
        opened(page, book)
        report(page, name, "cchc", day.isoformat())
        told = page.locator("#report-problems td:nth-child(3)").all_inner_texts()
        assert sorted(told) == sorted(" ".join(p.message.split()) for p in made.problems), (book.name, name)
        assert document(saved(page, "#save-report")) == document(made.data), (book.name, name)


def test_a_number_of_the_pages_says_what_is_behind_it(page):
    opened(page)
    report(page)
    page.evaluate(
        "[...document.getElementById('pages').shadowRoot.querySelectorAll('.cchc-number')]"
        ".find((n) => /^\\d+,\\d+%$/.test(n.textContent)).click()"
    )
    page.wait_for_selector("#explained table")
    assert re.search(r"Nhiệm vụ!A\d+|Kết quả!A\d+|Số liệu!A\d+", page.inner_text("#explained"))
    page.fill("#what", "không có số này")
    page.keyboard.press("Enter")
    page.wait_for_selector("#explained > p")
    assert "không phải số do trang này đếm" in page.inner_text("#explained")


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
    edited = changed(content(page, name))
    put(page, name, edited)
    page.click("#save-report")
    page.wait_for_selector("#state:has-text('đã có người sửa')")
    assert content(page, name) == edited
    assert len([n for n in on_disk(page) if n.endswith(".docx")]) == 2


def changed(data: bytes) -> bytes:
    from generator.word.package import read_members, with_parts

    members = read_members(data)
    body = members["word/document.xml"].content.replace("Phước Hải".encode(), "Phước Hải mới".encode())
    return with_parts(members, {"word/document.xml": body})


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


def test_slips_go_out_in_one_file_and_come_back_into_the_workbook(page, tmp_path):
    opened(page)
    go(page, "slips")
    page.fill("#slips-day", "2023-12-28")
    page.click("#slips-form button")
    page.wait_for_selector("#save-slips:not([hidden])")
    assert "Gửi " in page.inner_text("#slips-made")
    with ZipFile(BytesIO(saved(page, "#save-slips"))) as slips:
        slips.extractall(tmp_path)
    blank, answered, *_ = sorted(tmp_path.rglob("*.xlsx"))
    fill(answered)
    go(page, "merge")
    page.set_input_files("#replies", [blank, answered])
    page.wait_for_selector("#save-merged:not([hidden])")
    assert "Đã niêm yết công khai" in page.inner_text("#merge-entries")
    assert "Chưa trả lời" in page.inner_text("#merge-silent")
    assert saved(page, "#save-merged") != WORKBOOK.read_bytes()


def fill(slip: Path) -> None:
    import openpyxl

    book = openpyxl.load_workbook(slip)
    sheet = book.worksheets[0]
    head = next(row for row in sheet.iter_rows() if any(cell.value == "Tình trạng" for cell in row))
    columns = {cell.value: cell.column for cell in head if cell.value}
    sheet.cell(head[0].row + 1, columns["Tình trạng"], "Đang thực hiện")
    sheet.cell(head[0].row + 1, columns["Kết quả thực hiện"], "Đã niêm yết công khai (mẫu)")
    book.save(slip)


def test_a_report_edited_by_hand_is_renewed_after_choices(page, tmp_path):
    run(ReportOptions(WORKBOOK, period="2023-H1", kind="cchc", as_of="13/6/2023", out=tmp_path))
    (made,) = tmp_path.glob("*.docx")
    opened(page)
    go(page, "renew")
    page.set_input_files("#edited", made)
    page.wait_for_selector("#renew-told:not(:empty)")


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
    assert "24/11/2026" in page.inner_text("#plan-found")
    assert saved(page, "#save-plan")[:2] == b"PK"


def some_units(folder: Path, number: int) -> Path:
    for book in find_workbooks(UNITS, UNITS / "bao-cao")[0][:number]:
        target = folder / "cac don vi" / "nam 2023" / book.path.relative_to(UNITS)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(book.path, target)
    return folder / "cac don vi"


def test_every_units_report_is_made_and_rounded_up(page, tmp_path):
    folder = some_units(tmp_path, 3)
    broken = folder / "hong" / "so.xlsx"
    broken.parent.mkdir()
    broken.write_bytes(b"khong phai so")
    go(page, "units")
    page.set_input_files("#units-folder", folder)
    page.wait_for_selector("#units-form:not([hidden])")
    page.select_option("#units-period", "2023-H1")
    page.click("#units-form .first")
    page.wait_for_selector("body[data-units]")
    page.select_option("#outcome", "Chưa làm được")
    assert page.locator("#units-found tbody tr").count() == 1
    names = ZipFile(BytesIO(saved(page, "#save-units"))).namelist()
    assert len([n for n in names if n.endswith(".docx")]) == 3 and "bao-cao/tong-hop.xlsx" in names
    page.evaluate("delete document.body.dataset.units")
    page.click("#round-up")
    page.wait_for_selector("body[data-units]")
    assert "DỰ THẢO" in page.inner_text("#units-told")
    assert any(n.startswith("tong-hop/") for n in ZipFile(BytesIO(saved(page, "#save-units"))).namelist())


def test_long_work_is_stopped_and_what_was_saved_stays(with_folder, tmp_path):
    page = with_folder
    for path in some_units(tmp_path, 12).rglob("*.xlsx"):
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
    assert len([n for n in on_disk(page) if n.startswith("bao-cao/") and n.endswith(".docx")]) == 12


# -- what goes wrong ------------------------------------------------------------------------------
@pytest.mark.parametrize("screen, field", [("today", "#workbook"), ("check", "#document"), ("plan", "#plan-file")])
def test_a_wrong_file_is_answered_with_a_sentence(page, tmp_path, screen, field):
    wrong = tmp_path / "thu.xlsx"
    wrong.write_bytes(b"khong phai so")
    go(page, screen)
    page.set_input_files(field, wrong)
    page.wait_for_selector("#fault[open], #unit:not([hidden]), #check-told:not(:empty)")
    said = page.inner_text("body")
    assert "không phải tệp" in said or "Không đọc được" in said
    assert "Traceback" not in said and "Error" not in said


def test_a_report_of_somebody_else_and_slips_without_a_workbook_are_answered(page, tmp_path):
    go(page, "slips")
    page.fill("#slips-day", "2023-07-25")
    page.click("#slips-form button")
    page.wait_for_selector("#fault[open]")
    assert page.inner_text("#fault-text") == "Chưa chọn sổ. Hãy chọn sổ Excel ở màn hình Hôm nay trước."
    page.keyboard.press("Escape")
    opened(page)
    go(page, "renew")
    page.set_input_files("#edited", WORKBOOK)
    page.wait_for_selector("#fault[open]")


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
def test_the_keyboard_alone_makes_a_report(page):
    opened(page)
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "to-report":
            break
    page.keyboard.press("Enter")
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == "Xuất báo cáo":
            break
    page.keyboard.press("Enter")
    page.wait_for_selector("body[data-shown]")
    assert page.evaluate("document.activeElement.id") == "save-report"


@pytest.mark.skipif(not AXE.is_file(), reason="axe is not installed (npm ci)")
@pytest.mark.parametrize("width", [1366, 390])
def test_no_screen_has_a_barrier_and_none_is_wider_than_the_window(page, width):
    page.set_viewport_size({"width": width, "height": 768})
    opened(page)
    report(page)
    page.evaluate(AXE.read_text("utf-8"))
    for screen in SCREENS:
        go(page, screen)
        found = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'best-practice']})")
        barriers = [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in found["violations"]]
        # Word's own pages have no landmarks of ours.
        assert not [b for b in barriers if b[0] != "region"], (screen, barriers)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, screen


# -- the file -------------------------------------------------------------------------------------
@pytest.mark.skipif(not AXE.is_file() or shutil.which("node") is None, reason="what builds the page is not here")
def test_the_same_sources_give_the_same_file():
    again = subprocess.run(
        [sys.executable, "-c", "import sys; from generator.page.build import build; sys.stdout.buffer.write(build())"],
        cwd=HOUSE,
        check=True,
        capture_output=True,
    ).stdout
    assert again == PAGE.read_bytes(), "the page is of other sources than these: make page"
    assert len(again) < 15_000_000
