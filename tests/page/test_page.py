"""The page in a real browser, from a file, with the network off: what an officer does, and what she sees."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.commands.report import ReportOptions, run

HOUSE = Path(__file__).parents[2]
PAGE = HOUSE / "outputs" / "cchc.html"
WORKBOOK = HOUSE / "inputs" / "phuoc-hai-2023" / "phuoc-hai-2023.xlsx"
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")

if not PAGE.is_file():
    pytest.skip("the page is not built (make page)", allow_module_level=True)
if CHROMIUM is None:
    pytest.skip("no Chromium here", allow_module_level=True)
sync_api = pytest.importorskip("playwright.sync_api")


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser):
    context = browser.new_context(offline=True, accept_downloads=True, viewport={"width": 1366, "height": 768})
    # The pickers of files are the browser's own windows; without them the page downloads.
    context.add_init_script("delete window.showSaveFilePicker")
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.goto(PAGE.as_uri())
    page.wait_for_selector("body[data-ready]")
    yield page
    context.close()


def opened(page):
    page.set_input_files("#workbook", WORKBOOK)
    page.wait_for_selector("#unit:not([hidden])")
    return page


def saved(page, button: str) -> bytes:
    with page.expect_download() as download:
        page.click(button)
    return Path(download.value.path()).read_bytes()


def document(data: bytes) -> bytes:
    return ZipFile(BytesIO(data)).read("word/document.xml")


def test_the_half_year_report_is_that_of_the_command_line(page, tmp_path):
    opened(page)
    assert "UBND phường Phước Hải" in page.inner_text("#unit-name")
    page.click("#to-report")
    page.select_option("#kind", "cchc")
    page.select_option("#period", "2023-H1")
    page.fill("#as-of", "2023-06-13")
    page.click("#report-form button")
    page.wait_for_selector("body[data-shown]")
    assert "6 thang dau nam 2023" in page.inner_text("#report-told")
    # The page has this one file; the command finds last year's workbook beside it.
    alone = Path(shutil.copy(WORKBOOK, tmp_path))
    run(ReportOptions(alone, period="2023-H1", kind="cchc", as_of="13/6/2023", out=tmp_path))
    (by_command,) = tmp_path.glob("*.docx")
    made = saved(page, "#save-report")
    assert document(made) == document(by_command.read_bytes())
    assert "đã hoàn thành 03 nhiệm vụ" in page.evaluate("document.getElementById('pages').shadowRoot.textContent")


def test_a_wrong_file_is_answered_with_a_sentence(page, tmp_path):
    wrong = tmp_path / "thu.xlsx"
    wrong.write_bytes(b"khong phai so")
    page.set_input_files("#workbook", wrong)
    page.wait_for_selector("#unit:not([hidden])")
    assert "Không đọc được sổ" in page.inner_text("#unit-name")
    assert "không phải tệp Word, Excel" in page.inner_text("#workbook-problems")


def test_a_month_is_opened_and_the_workbook_saved(page):
    opened(page)
    page.click("#to-month")
    page.fill("#month-day", "2023-07-25")
    page.click("#month-form button")
    page.wait_for_selector("#save-month:not([hidden])")
    assert "Đã thêm" in page.inner_text("#month-told")
    assert saved(page, "#save-month") != WORKBOOK.read_bytes()


def test_a_document_is_judged_by_the_decree(page, tmp_path):
    run(ReportOptions(WORKBOOK, period="2023-H1", kind="cchc", as_of="13/6/2023", out=tmp_path))
    (report,) = tmp_path.glob("*.docx")
    page.click("nav [data-screen=check]")
    page.set_input_files("#document", report)
    page.wait_for_selector("#check-told:not(:empty)")
    assert page.inner_text("#check-told") == "Không thấy chỗ nào sai thể thức."


def test_nothing_can_be_fetched_from_outside(page):
    refused = page.evaluate("fetch('https://example.com').then(() => 'fetched', () => 'refused')")
    assert refused == "refused"


def test_the_keyboard_alone_makes_a_report(page):
    opened(page)
    page.focus("#to-report")
    page.keyboard.press("Enter")
    page.focus("#report-form button")
    page.keyboard.press("Enter")
    page.wait_for_selector("body[data-shown]")
    assert page.evaluate("document.activeElement.id") == "save-report"
