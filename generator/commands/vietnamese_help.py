"""click in Vietnamese: its help pages and its messages about what was typed."""

from __future__ import annotations

from typing import Any

import click

_HEADINGS = {"Options": "Tùy chọn", "Commands": "Lệnh", "Usage": "Cách dùng"}


#: A command's one line in the list of commands goes on to the next line instead of ending in "…".
_NEVER_CUT = 1000


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        args = args.replace("[OPTIONS]", "[TÙY CHỌN]").replace("COMMAND [ARGS]...", "LỆNH …")
        super().write_usage(prog, args, prefix="Cách dùng: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading))


class _Context(click.Context):
    formatter_class = _Formatter


def _help_option(command: click.Command, ctx: click.Context) -> click.Option | None:
    names = command.get_help_option_names(ctx)
    if not names or not command.add_help_option:
        return None

    def show(context: click.Context, _: click.Parameter, value: bool) -> None:
        if value and not context.resilient_parsing:
            click.echo(context.get_help(), color=context.color)
            context.exit()

    return click.Option(
        names, is_flag=True, is_eager=True, expose_value=False, callback=show, help="Hiện trang này rồi thôi."
    )


class Command(click.Command):
    """A command whose help is in Vietnamese."""

    context_class = _Context

    def get_short_help_str(self, limit: int = _NEVER_CUT) -> str:
        return super().get_short_help_str(_NEVER_CUT)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _help_option(self, ctx)


class Option(click.Option):
    """An option whose marks in the help are in Vietnamese."""

    def get_help_extra(self, ctx: click.Context) -> Any:
        extra = super().get_help_extra(ctx)
        if "required" in extra:
            extra["required"] = "bắt buộc"
        extra.pop("range", None)
        return extra


class Group(click.Group):
    """A group of commands whose help is in Vietnamese."""

    context_class = _Context
    group_class = type
    command_class = Command

    def get_short_help_str(self, limit: int = _NEVER_CUT) -> str:
        return super().get_short_help_str(_NEVER_CUT)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _help_option(self, ctx)


def _option_name(error: Any) -> str:
    param = getattr(error, "param", None)
    if param is None:
        return str(getattr(error, "param_hint", "") or "")
    if isinstance(param, click.Option):
        return f"tùy chọn {param.opts[-1]}"
    return f"{param.human_readable_name}"


def explain(error: click.ClickException) -> str:
    """Return what is wrong with the command line, whole and in Vietnamese."""
    match error:
        case click.NoSuchOption():
            close = f" Có phải là {', '.join(error.possibilities)}?" if error.possibilities else ""
            return f"Không có tùy chọn {error.option_name}.{close}"
        case click.MissingParameter():
            return f"Thiếu {_option_name(error)}."
        case click.BadOptionUsage():
            return f"Tùy chọn {error.option_name} dùng chưa đúng: cần một giá trị theo sau, hoặc không nhận giá trị."
        case click.BadParameter():
            return f"Giá trị của {_option_name(error)} chưa đúng: {_in_vietnamese(error.message, error)}"
        case click.UsageError():
            return _in_vietnamese(error.message, error)
    return error.format_message()


def _in_vietnamese(message: str, error: click.ClickException) -> str:
    if message.startswith("No such command"):
        known = ", ".join(sorted(error.ctx.command.commands)) if getattr(error, "ctx", None) else ""  # type: ignore
        return f"Không có lệnh {message.split(chr(39))[1]}. Các lệnh: {known}."
    if message.startswith("Got unexpected extra argument"):
        return f"Thừa trên dòng lệnh: {message[message.find('(') + 1 : -1] if '(' in message else message}."
    if message.startswith("Missing command"):
        return "Thiếu tên lệnh."
    if "does not exist" in message:
        return f"không tìm thấy “{message.split(chr(39))[1]}”."
    if "is not one of" in message:
        return f"chỉ nhận {message.partition('is not one of')[2].strip(' .')}."
    if "is not in the range" in message:
        return f"cần một số từ {message.rpartition('>=')[2].strip(' .')} trở lên."
    if "is not a valid int" in message:
        return "cần một số nguyên."
    if " is a directory" in message:
        return f"“{message.split(chr(39))[1]}” là thư mục, cần một tệp."
    if " is a file" in message:
        return f"“{message.split(chr(39))[1]}” là tệp, cần một thư mục."
    return message
