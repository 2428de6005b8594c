"""Small .docx and .xlsx plans for the tests, written as Word's own XML so that each difference is there on purpose."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from generator.plans.reading import PlanImport, understand
from generator.plans.source import open_bytes
from generator.vietnamese.office_names import load_names

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)

HEADER = ("STT", "Nhiệm vụ", "Sản phẩm/kết quả", "Tiến độ", "Phân công và cách thức thực hiện")
SECTION = ("I", "CHỈ ĐẠO, ĐIỀU HÀNH", "", "", "")
TASK_1 = ("1", "Lập báo cáo định kỳ.", "Báo cáo", "Trước ngày 25/11/2023", "Phòng Nội vụ chủ trì.")
TASK_2 = ("2", "Rà soát thủ tục.", "Văn bản", "Thường xuyên", "Phòng Tư pháp thực hiện.")
ROWS = (HEADER, SECTION, TASK_1, TASK_2)


def run(text: str, font: str = "") -> str:
    properties = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>' if font else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(content: str = "", properties: str = "") -> str:
    """A paragraph of ready XML, or of plain text."""
    inside = content if content.startswith("<") else run(content) if content else ""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def tc(content: str = "", span: int = 1, merge: str = "") -> str:
    """A cell; content is text or ready XML. `merge` is "restart" or "continue"."""
    properties = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    body = content if content.startswith(("<w:p>", "<w:sdt>", "<w:tbl>")) else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{body}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row of ready cells, or of texts."""
    inside = "".join(c if c.startswith(("<w:tc>", "<w:sdt>", "<w:ins")) else tc(c) for c in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inside}</w:tr>"


def tbl(rows: Sequence[str | Sequence[str]]) -> str:
    return f"<w:tbl>{''.join(r if isinstance(r, str) else tr(*r) for r in rows)}</w:tbl>"


def docx(body: str, **parts: str) -> bytes:
    """A Word file. `parts` are word/NAME.xml by name, which is also their kind: numbering, styles, footnotes."""
    files = {
        "[Content_Types].xml": _TYPES,
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
    }
    files |= {f"word/{name}.xml": text for name, text in parts.items()}
    files["_rels/.rels"] = relationships(officeDocument="word/document.xml")
    files["word/_rels/document.xml.rels"] = relationships(**{name: f"{name}.xml" for name in parts})
    return zipped(files)


def relationships(**targets: str) -> str:
    """A part of relationships, by kind."""
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    inside = "".join(f'<Relationship Id="{k}" Type="{kinds}/{k}" Target="{target}"/>' for k, target in targets.items())
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )


def zipped(files: dict[str, str | bytes]) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def w(name: str, inside: str) -> str:
    """A root element of Word's namespace."""
    return f"<w:{name} {_SPACES}>{inside}</w:{name}>"


def written(folder: Path, data: bytes, name: str = "ke-hoach.docx") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def imported(body: str, **parts: str) -> PlanImport:
    return understand(open_bytes(docx(body, **parts)), load_names())


def outline(read: PlanImport) -> list[str]:
    """Ids, texts, products, phrases and assignments, as the officer sees them."""
    return [" | ".join((t.id, t.text, t.deliverables, t.deadline.phrase, t.assignment.text)) for t in read.plan.tasks]


PLAIN = [
    "I.1 | Lập báo cáo định kỳ. | Báo cáo | Trước ngày 25/11/2023 | Phòng Nội vụ chủ trì.",
    "I.2 | Rà soát thủ tục. | Văn bản | Thường xuyên | Phòng Tư pháp thực hiện.",
]
