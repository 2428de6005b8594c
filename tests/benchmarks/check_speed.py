"""How long a check takes: a 30-page report with a 90-row appendix, and 100 files in one call.

Run by hand: python -m tests.benchmarks.check_speed
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from pathlib import Path

from generator.check.checking import check_file, check_many
from tests.check.kinds import bao_cao, text
from tests.check.written import Grid

_SENTENCE = (
    "Ủy ban nhân dân phường chỉ đạo các bộ phận thực hiện đầy đủ, đúng tiến độ các nhiệm vụ cải cách hành chính được "
    "giao trong kế hoạch năm; phân công công chức theo dõi, đôn đốc từng nhiệm vụ và kịp thời báo cáo khó khăn. "
)


def long_report() -> bytes:
    """About 30 pages of text and an appendix of 90 rows in 7 columns."""
    doc = bao_cao()
    doc.body[3:3] = [text(_SENTENCE * 3) for _ in range(240)]
    heading = ["STT", "Nhiệm vụ", "Sản phẩm", "Tiến độ", "Chủ trì", "Kết quả", "Tình trạng"]
    rows = [heading] + [[str(n), *[_SENTENCE[:90]] * 5, "Hoàn thành đúng hạn"] for n in range(1, 91)]
    doc.appendices[1].content = [Grid(rows, 14000)]
    return doc.to_docx()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bao-cao.docx"
        path.write_bytes(long_report())
        check_file(path)
        times = []
        for _ in range(10):
            start = time.perf_counter()
            check_file(path)
            times.append(time.perf_counter() - start)
        print(f"one report: median {statistics.median(times):.3f} s, best {min(times):.3f} s")
        for jobs in (1, os.cpu_count() or 1):
            start = time.perf_counter()
            check_many([path] * 100, jobs)
            print(f"100 files, {jobs} process(es): {time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()
