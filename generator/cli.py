"""The command line. Only names and help stand here: each command's work is imported when it is called."""

from __future__ import annotations

import io
import logging
import os
import sys
from pathlib import Path
from typing import Any

import click

from generator import __version__
from generator.commands.vietnamese_click import AtLeastOne, Group, speak_vietnamese
from generator.kinds import kind_ids
from generator.vietnamese.file_faults import MAKE_ROOM, is_full, why

#: Whether it can be read is told by who reads it.
_FILE = click.Path(path_type=Path, readable=False)


class _Kind(click.ParamType[str]):
    """The id of a kind of report; those that there are, when it is typed and not when this module is read."""

    name = "kind"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in kind_ids():
            self.fail(f"không có loại “{value}”; chọn một trong: {', '.join(kind_ids())}.", param, ctx)
        return value


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", message="cchc %(version)s", help="Hiện phiên bản.")
def cchc() -> None:
    """Báo cáo cải cách hành chính từ sổ Excel, đúng thể thức Nghị định 30/2020/NĐ-CP."""


@cchc.command("new")
@click.argument("folder", metavar="THƯ_MỤC", type=_FILE)
def new(folder: Path) -> int:
    """Tạo sổ Excel mới trong THƯ_MỤC."""
    from generator.commands.workbook import new_in

    return new_in(folder)


@cchc.command("open-month")
@click.argument("workbook", metavar="SỔ", type=_FILE)
@click.option("--date", "day", metavar="NGÀY", required=True, help="Ngày của các dòng mới, ví dụ 25/6/2023.")
def open_month(workbook: Path, day: str) -> int:
    """Thêm vào SỔ dòng trống cho nhiệm vụ đang mở, mốc và số liệu đến kỳ; giữ một bản lưu."""
    from generator.commands.workbook import open_month_in

    return open_month_in(workbook, day)


@cchc.command("slips")
@click.argument("workbook", metavar="SỔ", type=_FILE)
@click.option("--date", "day", metavar="NGÀY", required=True, help="Hỏi đến ngày nào, ví dụ 25/6/2023.")
@click.option("-o", "out", metavar="THƯ_MỤC", type=_FILE, required=True, help="Nơi đặt các phiếu.")
def slips(workbook: Path, day: str, out: Path) -> int:
    """Làm phiếu hỏi kết quả cho từng người chủ trì, kèm lời nhắn Zalo."""
    from generator.commands import slips as command

    return command.run(workbook, day, out)


@cchc.command("merge")
@click.argument("workbook", metavar="SỔ", type=_FILE)
@click.argument("replies", metavar="PHIẾU_HOẶC_THƯ_MỤC...", type=_FILE, nargs=-1, required=True)
@click.option("--apply", is_flag=True, help="Ghi vào sổ (giữ bản cũ). Không có: chỉ kê ra những gì sẽ ghi.")
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON cho chương trình khác.")
def merge(workbook: Path, replies: tuple[Path, ...], apply: bool, as_json: bool) -> int:
    """Đưa các phiếu đã trả lời vào SỔ; kê ai chưa trả lời."""
    from generator.commands import merge as command

    return command.run(workbook, replies, apply=apply, as_json=as_json)


@cchc.command("due")
@click.argument("place", metavar="[THƯ_MỤC]", type=_FILE, required=False, default=Path())
@click.option("--on", metavar="NGÀY", help="Xem vào ngày nào. Bỏ trống: hôm nay.")
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON cho chương trình khác.")
@click.option("--ics", metavar="TỆP.ics", type=_FILE, help="Ghi lịch nhắc để nhập vào Outlook, điện thoại.")
def due(**options: Any) -> int:
    """Kê việc, báo cáo sắp đến hạn và quá hạn của các sổ trong THƯ_MỤC."""
    from generator.commands.due import DueOptions, run

    return run(DueOptions(**options))


@cchc.command("import")
@click.argument("plan", metavar="KẾ_HOẠCH", type=_FILE)
@click.option("-o", "out", metavar="SỔ.xlsx", type=_FILE, help="Tên sổ mới. Bỏ trống: đặt cạnh kế hoạch.")
@click.option(
    "--superior", metavar="TỆP", type=_FILE, help="Sổ hoặc kế hoạch của cấp trên: đề xuất cột Nhiệm vụ cấp trên."
)
@click.option("--json", "as_json", is_flag=True, help="In nội dung đọc được dạng JSON; chỉ ghi sổ khi có -o.")
def import_plan(plan: Path, out: Path | None, superior: Path | None, as_json: bool) -> int:
    """Đưa nhiệm vụ của KẾ_HOẠCH (.docx, .xlsx, .pdf, .txt, .md) vào sổ mới."""
    from generator.commands import plan as command

    return command.import_plan(plan, out, as_json, superior)


@cchc.command("report")
@click.argument("workbook", metavar="SỔ", type=_FILE)
@click.option(
    "--period", metavar="KỲ", help="Kỳ báo cáo: 2023-06, 2023-Q2, 2023-H1, 2023-H2, 2023-9M, 2023. Bỏ trống: tháng này."
)
@click.option(
    "--kind",
    type=_Kind(),
    metavar="[thang|cchc|muc-tieu|ke-hoach]",
    help="thang: tiến độ kế hoạch hằng tháng; cchc: báo cáo CCHC định kỳ; muc-tieu: mục tiêu chất lượng; "
    "ke-hoach: chính bản kế hoạch (không cần kỳ).",
)
@click.option(
    "--as-of", metavar="NGÀY", help="Tính đến ngày nào. Bỏ trống: hôm nay, hoặc ngày chốt số liệu nếu đã qua."
)
@click.option("-o", "out", metavar="THƯ_MỤC", type=_FILE, help="Nơi đặt tệp Word. Bỏ trống: cạnh sổ.")
@click.option("--strict", is_flag=True, help="Còn vấn đề trong sổ thì không làm báo cáo.")
@click.option("--json", "as_json", is_flag=True, help="In số liệu dạng JSON cho chương trình khác.")
@click.option("--pdf", is_flag=True, help="Làm thêm bản PDF (cần LibreOffice).")
@click.option("--since", metavar="BÁO_CÁO_CŨ.docx", type=_FILE, help="So với báo cáo trước: điểm nào đổi.")
def report(**options: Any) -> int:
    """Làm báo cáo Word từ SỔ."""
    from generator.commands.report import ReportOptions, run

    return run(ReportOptions(**options))


@cchc.command("batch")
@click.argument("folder", metavar="THƯ_MỤC", type=_FILE)
@click.option("--period", metavar="KỲ", required=True, help="Kỳ: 2023-06, 2023-Q2, 2023-H1, 2023-H2, 2023-9M, 2023.")
@click.option("--kind", type=_Kind(), metavar="[thang|cchc]", help="thang: tiến độ kế hoạch hằng tháng; cchc: định kỳ.")
@click.option("-o", "out", metavar="THƯ_MỤC", type=_FILE, help="Nơi đặt báo cáo. Bỏ trống: thư mục con bao-cao.")
@click.option("--jobs", metavar="SỐ", type=AtLeastOne(), help="Số việc làm cùng lúc. Bỏ trống: theo máy.")
@click.option("--force", is_flag=True, help="Làm lại cả báo cáo không đổi; báo cáo đã sửa tay vẫn giữ nguyên.")
@click.option("--pdf", is_flag=True, help="Làm thêm bản PDF (cần LibreOffice).")
@click.option("--numbers", is_flag=True, help="Tìm thêm số liệu mâu thuẫn trong từng báo cáo.")
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON cho chương trình khác.")
def batch(**options: Any) -> int:
    """Làm báo cáo của mọi đơn vị có sổ trong THƯ_MỤC."""
    from generator.commands.batch import BatchOptions, run

    return run(BatchOptions(**options))


@cchc.command("consolidate")
@click.argument("folder", metavar="THƯ_MỤC", type=_FILE)
@click.option("--period", metavar="KỲ", required=True, help="Kỳ: 2023-06, 2023-Q2, 2023-H1, 2023-H2, 2023-9M, 2023.")
@click.option("--kind", type=_Kind(), metavar="[thang|cchc]", help="thang: tiến độ kế hoạch hằng tháng; cchc: định kỳ.")
@click.option(
    "--own", metavar="SỔ.xlsx", type=_FILE, help="Sổ của cấp tổng hợp: kế hoạch riêng, sheet Đơn vị, người ký."
)
@click.option("-o", "out", metavar="THƯ_MỤC", type=_FILE, help="Nơi đặt kết quả. Bỏ trống: thư mục con tong-hop.")
@click.option("--jobs", metavar="SỐ", type=AtLeastOne(), help="Số việc làm cùng lúc. Bỏ trống: theo máy.")
@click.option("--numbers", is_flag=True, help="Tìm thêm số liệu mâu thuẫn trong các báo cáo Word.")
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON cho chương trình khác.")
def consolidate(**options: Any) -> int:
    """Tổng hợp sổ của các đơn vị trong THƯ_MỤC: báo cáo Word, bảng Excel, công văn đôn đốc."""
    from generator.commands.consolidate import ConsolidateOptions, run

    return run(ConsolidateOptions(**options))


@cchc.command("appendix")
@click.argument("report_file", metavar="BÁO_CÁO.docx", type=_FILE)
@click.argument("workbook", metavar="[SỔ|THƯ_MỤC]", type=_FILE, required=False)
@click.option("--keep", metavar="VÙNG", multiple=True, help="Giữ nguyên vùng đã sửa bằng tay.")
@click.option("--replace", metavar="VÙNG", multiple=True, help="Thay vùng đã sửa bằng bản mới.")
@click.option("--merge", metavar="VÙNG", multiple=True, help="Trong bảng: giữ ô sửa tay và hàng thêm, làm mới ô tính.")
@click.option("--restore", metavar="VÙNG", multiple=True, help="Đưa lại vùng đã bị xóa.")
@click.option("--read-back", is_flag=True, help="Liệt kê chỗ người sửa đã đổi trong phụ lục so với sổ.")
@click.option("--apply", is_flag=True, help="Cùng --read-back: ghi các chỗ đó vào sổ (giữ bản cũ).")
def appendix(report_file: Path, **options: Any) -> int:
    """Làm mới phần tự động của báo cáo đã sửa tay; phần còn lại giữ nguyên từng chữ.

    VÙNG là tên một phần tự động: tong-hop hay "Tổng hợp" đều được. Vùng nào cần chọn thì màn hình nêu tên; ghi một tên
    không có thì chương trình kê mọi vùng của báo cáo.
    """
    from generator.commands.appendix import AppendixOptions, run

    return run(AppendixOptions(report=report_file, **options))


@cchc.command("explain")
@click.argument("file", metavar="BÁO_CÁO.docx|SỔ", type=_FILE)
@click.argument("what", metavar="SỐ_NÀO")
@click.option("--json", "as_json", is_flag=True, help="In mọi dòng dạng JSON cho chương trình khác.")
def explain(**options: Any) -> int:
    """Số này từ đâu ra: nhiệm vụ, đơn vị, dòng, ô đứng sau một con số.

    SỐ_NÀO là con số như trong báo cáo ("17/47", "83,33%"), mã nhiệm vụ (III.2), chỉ tiêu, hay tên một phần tự động
    (tong-hop). Dùng được với báo cáo của đơn vị, với báo cáo tổng hợp và bảng Excel của nó.
    """
    from generator.commands.explain import ExplainOptions, run

    return run(ExplainOptions(**options))


@cchc.command("check")
@click.argument("files", metavar="TỆP.docx...", type=_FILE, nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON cho chương trình khác.")
@click.option(
    "--fix", metavar="TỆP_MỚI.docx", type=_FILE, help="Sửa bản sao ở những chỗ sửa được mà không đổi câu chữ."
)
@click.option("--numbers", is_flag=True, help="Tìm số liệu mâu thuẫn trong nội dung và phụ lục.")
@click.option(
    "--profile", metavar="TỆP.toml", type=_FILE, help="Quy định riêng của cơ quan, chỉ được hẹp hơn Nghị định."
)
def check(**options: Any) -> int:
    """Kiểm tra thể thức văn bản Word theo Nghị định 30/2020/NĐ-CP."""
    from generator.commands.check import CheckOptions, run

    return run(CheckOptions(**options))


@cchc.command("page")
@click.option("-o", "out", metavar="THƯ_MỤC", type=_FILE, default=Path(), help="Nơi đặt trang. Bỏ trống: thư mục này.")
def page(out: Path) -> int:
    """Đặt trang cchc.html (làm mọi việc bằng chuột, không cần mạng) vào THƯ_MỤC và mở ra."""
    from generator.commands.page import run

    return run(out)


@cchc.group("template")
def template() -> None:
    """Việc với mẫu Word."""


@template.command("check")
@click.argument("file", metavar="MẪU.docx", type=_FILE)
def template_check(file: Path) -> int:
    """Tìm biến không có, thẻ chưa đóng, ngoặc kép cong, thẻ bị cắt bởi định dạng."""
    from generator.commands.template import check

    return check(file)


def main() -> None:
    """Run the command line. Exit 0 clean, 1 made with problems, 2 nothing made."""
    # Begun without a screen, as by a timer of the PC, there is nowhere to write.
    sys.stdout, sys.stderr = (stream or io.StringIO() for stream in (sys.stdout, sys.stderr))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    speak_vietnamese()
    try:
        code = cchc.main(prog_name="cchc", standalone_mode=False)
    except click.exceptions.Exit as done:
        code = done.exit_code
    except click.Abort:
        click.echo("Đã dừng theo yêu cầu.", err=True)
        code = 2
    except click.ClickException as error:
        click.echo(error.format_message(), err=True)
        click.echo("Xem hướng dẫn: cchc --help", err=True)
        code = 2
    except OSError as error:
        click.echo(_file_message(error), err=True)
        code = 2
    except MemoryError:
        click.echo(_NO_MEMORY, err=True)
        code = 2
    except Exception as error:  # an officer never sees a traceback
        click.echo(f"Lỗi ngoài dự kiến: {type(error).__name__}: {error}. {_TELL_US}", err=True)
        logging.getLogger("generator").debug("", exc_info=error)
        code = 2
    sys.exit(code if isinstance(code, int) else 0)


_NO_MEMORY = "Không đủ bộ nhớ cho tệp này. Hãy đóng bớt chương trình khác, hoặc tách tệp, xóa phần thừa, rồi làm lại."
_TELL_US = "Chạy lại lệnh này có thêm --debug rồi gửi những gì hiện ra cho người giữ chương trình."


def _file_message(error: OSError) -> str:
    if isinstance(error, ChildProcessError) and not error.filename:
        return why(error)
    name = f"“{error.filename}”" if error.filename else "tệp"
    if isinstance(error, FileExistsError | NotADirectoryError):
        return f"{name} là tệp, cần một thư mục."
    if isinstance(error, PermissionError):
        place = str(error.filename or "")
        if place and not os.path.isfile(place):
            folder, where = (place, name) if os.path.isdir(place) else (os.path.dirname(place) or ".", f"chứa {name}")
            if not os.access(folder, os.R_OK | os.X_OK):
                return f"Không được phép đọc thư mục {where}. Chép tệp sang thư mục khác rồi làm lại."
            return f"Không được phép ghi vào thư mục {where}. Chọn thư mục khác bằng -o."
        return (
            f"Không mở hoặc không ghi được {name}: tệp đang mở trong Word, Excel hoặc chỉ được đọc. Đóng rồi làm lại."
        )
    if isinstance(error, FileNotFoundError):
        return f"Không tìm thấy {name}."
    if isinstance(error, IsADirectoryError):
        return f"{name} là thư mục, cần một tệp."
    if is_full(error):
        return f"Chưa ghi được {name}: {why(error)}; bản cũ của tệp, nếu có, còn nguyên. {MAKE_ROOM}"
    return f"Không đọc hoặc ghi được {name}: {why(error)}."


if __name__ == "__main__":
    main()
