"""Charts: what they show, in black and white; renewed with the numbers unless a person put another picture there."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from generator import charts
from generator.charts import drawn
from generator.making import make, read_workbook, request_for
from generator.remaking import renew
from generator.reporting.chart import Bars, Course, Trend
from generator.word.package import read_members, with_parts
from tests.samples import sample_path

image = pytest.importorskip("PIL.Image", reason="comes with matplotlib, an optional extra")

TREND = Trend("Diễn biến", [1, 2, 3], [Course("Tỷ lệ trễ hạn", [2.4, None, 1.2], 1.5, "mục tiêu dưới 1,5%")])
BARS = Bars("Theo đơn vị", list("abcdef"), [("Phường A", [1, 2, 3, 4, 5, 6]), ("Xã B", [0, 0, 0, 0, 0, 1])], "Số")


def picture(chart):
    return drawn({"mot": chart})["mot"]


@pytest.mark.parametrize("chart", [TREND, BARS])
def test_a_chart_has_no_colour_and_is_drawn_the_same_again(chart):
    content = picture(chart).content
    assert content == picture(chart).content
    red, green, blue = image.open(BytesIO(content)).convert("RGB").split()
    assert red.tobytes() == green.tobytes() == blue.tobytes()


def test_what_cannot_be_read_on_a_page_is_not_drawn():
    many = [Course(str(n), [1.0, 2.0, 3.0]) for n in range(13)]
    assert drawn({"a": Trend("", [1, 2, 3], many), "b": Bars("", "a", []), "c": Trend("", [], [])}) == {}


def test_where_nothing_draws_a_report_says_which_charts_it_goes_without(monkeypatch):
    assert charts.not_drawn({"a": TREND, "b": Bars("", "a", [])}) == ""
    monkeypatch.setattr(charts, "can_draw", lambda: False)
    of = source()
    made = make(of, request_for(of.data, date(2023, 2, 1), period="2022-H1", kind="muc-tieu"))
    assert made.note.startswith("Chưa có biểu đồ “") and MEDIA not in read_members(made.data)


def source(change=None):
    book = load_workbook(sample_path("nha-trang-2022"))
    if change:
        change(book)
    buffer = BytesIO()
    book.save(buffer)
    return read_workbook(buffer.getvalue(), "so.xlsx")


def report(of, period="2022-H1"):
    return make(of, request_for(of.data, date(2023, 2, 1), period=period, kind="muc-tieu")).data


def other_figures(book):
    for row in book["Số liệu"].iter_rows(min_row=2):
        if row[1].value == "MT2":
            row[6].value = 1


MEDIA = "word/media/dien_bien.png"


def body(data: bytes) -> str:
    return read_members(data)["word/document.xml"].content.decode()


@pytest.mark.parametrize(("period", "is_there"), [("2022-H1", True), ("2022", True), ("2022-Q2", False)])
def test_the_trend_is_in_the_half_year_and_the_year(period, is_there):
    assert (MEDIA in read_members(report(source(), period))) == is_there


def test_a_renewed_report_shows_the_new_numbers_in_its_chart():
    saved, changed = report(source()), source(other_figures)
    renewed = renew(saved, changed)
    assert not renewed.is_stopped and not renewed.pictures_left_alone
    fresh = report(changed)
    assert read_members(renewed.data)[MEDIA].content == read_members(fresh)[MEDIA].content
    assert read_members(renewed.data)[MEDIA].content != read_members(saved)[MEDIA].content
    assert renew(renewed.data, changed).data == renewed.data


def test_a_picture_that_a_person_put_there_stays():
    mine = picture(BARS).content
    saved = with_parts(read_members(report(source())), {MEDIA: mine})
    renewed = renew(saved, source(other_figures))
    assert read_members(renewed.data)[MEDIA].content == mine
    assert renewed.pictures_left_alone == ("Diễn biến các chỉ số đo từ tháng 1 đến tháng 6 năm 2022",)


def test_a_width_that_a_person_gave_a_chart_stays():
    saved = report(source())
    narrower = re.sub(r'cx="\d+" cy="\d+"', 'cx="3600000" cy="1800000"', body(saved))
    renewed = renew(with_parts(read_members(saved), {"word/document.xml": narrower.encode()}), source(other_figures))
    sizes = set(re.findall(r'cx="(\d+)" cy="(\d+)"', body(renewed.data)))
    high, wide = (int.from_bytes(read_members(saved)[MEDIA].content[n : n + 4], "big") for n in (20, 16))
    assert {(w, abs(int(h) - 3600000 * high / wide) < 2) for w, h in sizes} == {("3600000", True)}


def test_a_report_without_charts_looks_for_nothing_to_draw_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charts, "can_draw", lambda: pytest.fail("asked for without need"))
    assert charts.drawn({}) == {} and charts.not_drawn({}) == ""
