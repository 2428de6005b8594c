"""Texts that say the same in other words."""

from __future__ import annotations

from generator.roundup.alike import grouped


def test_the_same_in_other_words_is_one():
    groups = grouped(
        [
            ("Máy quét hỏng, chưa có kinh phí thay", "a"),
            ("Chưa có kinh phí thay máy quét hỏng.", "b"),
            ("Đường truyền chậm", "c"),
            ("ĐƯỜNG TRUYỀN CHẬM", "d"),
            ("Đường truyền chậm", "c"),
            ("", "e"),
        ]
    )
    assert [(g.text, g.who) for g in groups] == [
        ("Máy quét hỏng, chưa có kinh phí thay", ("a", "b")),
        ("Đường truyền chậm", ("c", "d")),
    ]
