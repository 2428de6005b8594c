"""click as every command uses it: its own words in Vietnamese, from its own catalogue, and `--debug`."""

from __future__ import annotations

import gettext
import os
from pathlib import Path
from typing import Any

import click


def speak_vietnamese() -> None:
    """Have click's help and messages in Vietnamese, whatever the PC's language."""
    gettext.bindtextdomain("messages", str(Path(__file__).with_name("locale")))
    os.environ["LANGUAGE"] = "vi"


def _begin_log(_context: click.Context, _option: click.Parameter, is_asked: bool) -> None:
    if is_asked:
        from generator.commands.debugging import begin

        begin()


def _debug_option() -> click.Option:
    return click.Option(
        ["--debug"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_begin_log,
        help="Ghi từng việc chương trình làm ra màn hình (stderr), để tìm chỗ hỏng.",
    )


class AtLeastOne(click.types.IntParamType):
    """A whole number from 1."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        number = super().convert(value, param, ctx)
        if number < 1:
            self.fail("cần một số từ 1 trở lên.", param, ctx)
        return number


class _Whole(click.Command):
    """A command whose line in the list of commands is never cut."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **{"options_metavar": "[TÙY CHỌN]", **more})
        self.params.append(_debug_option())

    def get_short_help_str(self, limit: int = 45) -> str:
        return super().get_short_help_str(1000)


class Command(_Whole):
    """A command of cchc."""


class Group(_Whole, click.Group):
    """A group of commands of cchc."""

    command_class = Command
    group_class = type

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **{"subcommand_metavar": "LỆNH …", **more})
