"""What the system says in English of a file that it did not read or write, in Vietnamese."""

from __future__ import annotations

import errno
import os

_WHY = {
    errno.EACCES: "không có quyền đọc hoặc ghi",
    errno.EPERM: "không có quyền đọc hoặc ghi",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EDQUOT: "ổ đĩa đã đầy",
    errno.EFBIG: "ổ đĩa không nhận tệp lớn như vậy",
    errno.EROFS: "ổ đĩa chỉ được đọc",
    errno.EIO: "ổ đĩa hoặc USB có lỗi",
    errno.ENODEV: "ổ đĩa hoặc USB đã bị rút ra",
    errno.ENAMETOOLONG: "tên tệp hoặc đường dẫn quá dài",
    errno.ELOOP: "lối tắt dẫn vòng về chính nó",
    errno.EINVAL: "tên tệp có ký tự không dùng được",
    errno.EILSEQ: "tên tệp có ký tự không dùng được",
    errno.EMFILE: "đang mở quá nhiều tệp",
    errno.ENFILE: "đang mở quá nhiều tệp",
    errno.EBUSY: "tệp đang được chương trình khác dùng",
    errno.ETXTBSY: "tệp đang được chương trình khác dùng",
    errno.ENOMEM: "không đủ bộ nhớ",
    errno.EISDIR: "đây là thư mục, không phải tệp",
    errno.ENOTDIR: "trong đường dẫn có tệp đứng ở chỗ của thư mục",
}


MAKE_ROOM = "Dọn bớt ổ đĩa, hoặc chọn nơi khác, rồi làm lại."


def is_full(error: OSError) -> bool:
    """Whether the disk takes no more."""
    return error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def why(error: OSError) -> str:
    """Return why, in words that go on a sentence: those that this program gave it, else those for its number."""
    number = error.errno or 0
    if error.strerror and error.strerror != os.strerror(number) and getattr(error, "winerror", None) is None:
        return error.strerror
    return _WHY.get(number, f"máy báo lỗi số {getattr(error, 'winerror', None) or number}")
