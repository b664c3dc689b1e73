"""The command line as a user meets it: help, errors, exit codes, speed of starting."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from flows.cli import cli
from flows.cli.words import MODULES, WORDS
from flows.errors import RekapError

ENGLISH = ("Usage", "Options", "Commands", "Error", "Show this", "Missing", "Invalid", "No such", "Try '")
HEAVY = {"prefect", "duckdb", "pandas", "pyarrow", "pdfplumber", "pypdfium2", "numpy", "cv2", "rich", "multiprocessing"}


def rekap(*arguments: str, data: Path | None = None) -> Result:
    extra = ["--data", str(data)] if data else []
    return CliRunner().invoke(cli, [*arguments, *extra], prog_name="rekap")


def test_help_of_every_command_is_indonesian() -> None:
    for arguments in ([], *([name] for name in cli.commands)):
        result = rekap(*arguments, "--help")
        assert result.exit_code == 0
        assert "Pemakaian: rekap" in result.stdout
        assert not [word for word in ENGLISH if word in result.stdout]


def test_every_option_explains_itself() -> None:
    for name, command in cli.commands.items():
        assert command.help, name
        silent = [p.name for p in command.params if isinstance(p, click.Option) and not p.help]
        assert not silent, f"{name}: {silent}"


def test_all_take_data() -> None:
    lacking = [name for name, command in cli.commands.items() if "settings" not in {p.name for p in command.params}]
    assert not lacking


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--salah"], "rekap: Opsi '--salah' tidak dikenal. (bantuan: rekap --help)"),
        (["salah"], "rekap: Perintah 'salah' tidak dikenal. (bantuan: rekap --help)"),
        (["extract"], "rekap: Belum ada argumen 'PDF...'. (bantuan: rekap extract --help)"),
        (["extract", "--out"], "rekap: Opsi '--out' memerlukan nilai. (bantuan: rekap"),
        (["extract", "tidak ada.pdf"], "rekap: Nilai 'PDF...' tidak sah: Berkas 'tidak ada.pdf' tidak ada."),
        (["run", "lebih"], "rekap: Ada argumen yang tidak dikenal (lebih) (bantuan: rekap run --help)"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(arguments: list[str], message: str) -> None:
    result = rekap(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(message)
    assert result.stderr.count("\n") == 1


def test_a_wrong_setting_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "rekap.toml").write_text("[limits]\npages = 0\n", encoding="utf-8")
    result = rekap("run", data=tmp_path)
    assert (result.exit_code, result.stderr) == (2, "rekap: pengaturan limits.pages: harus lebih besar dari 0\n")


def test_an_error_of_the_user_is_one_line_and_exit_code_1(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(context: click.Context) -> None:
        raise RekapError("Folder data\x1b[2J penuh.\nKosongkan.")

    monkeypatch.setattr(cli.commands["run"], "invoke", fail)
    result = rekap("run")
    assert (result.exit_code, result.stderr) == (1, "rekap: Folder data\ufffd[2J penuh. Kosongkan.\n")


def test_the_version_is_the_projects() -> None:
    import tomllib

    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert rekap("--version").stdout == f"rekap {project['version']}\n"


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from flows.cli import cli; cli(['--help'], standalone_mode=False); "
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not HEAVY & {name.split(".")[0] for name in done.stderr.split()}


def test_every_word_of_click_that_we_translate_still_exists() -> None:
    """A new version of click with other words must be noticed."""
    known = {text for name in MODULES for text in _texts(sys.modules[f"click.{name}"].__file__)}
    ours = {"required", "File", "Directory", "Path"}  # asked for by variables, not as literals
    assert set(WORDS) - known == ours


def test_click_says_nothing_to_a_user_that_we_do_not_translate() -> None:
    known = {text for name in MODULES for text in _texts(sys.modules[f"click.{name}"].__file__)}
    assert known - set(WORDS) == {
        # For programmers, or of features that we do not use.
        "Arguments take exactly one parameter declaration, got {length}: {decls}.",
        "Boolean option {decl!r} cannot use the same flag for true/false.",
        "Choice({choices})",
        "Could not determine name for option with declarations {decls!r}",
        "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
        "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}",
        "Name '{name}' defined twice",
        "No options defined but a name was passed ({name}). Did you mean to declare an argument instead? "
        "Did you mean to pass '--{name}'?",
        "Press any key to continue...",
        "Repeat for confirmation",
        "Unknown color {colour!r}",
    }


def _texts(path: str | None) -> set[str]:
    """The literal texts that a module looks up."""
    assert path
    calls = (node for node in ast.walk(ast.parse(Path(path).read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    looked_up = (node for node in calls if isinstance(node.func, ast.Name) and node.func.id in {"_", "ngettext"})
    arguments = (argument for node in looked_up for argument in node.args)
    return {a.value for a in arguments if isinstance(a, ast.Constant) and isinstance(a.value, str)}
