"""Settings: defaults, the file, the environment, and what must be refused."""

import os
from datetime import date, time
from pathlib import Path

import pytest

from flows.settings import DueException, Settings, load_settings
from flows.settings_values import SettingsError, keys


def write(folder: Path, text: str) -> Path:
    path = folder / "rekap.toml"
    path.write_text(text, encoding="utf-8")
    path.chmod(0o600)
    return path


def test_the_data_folder_is_the_argument_then_the_variable_then_data(tmp_path: Path) -> None:
    assert load_settings(tmp_path, {"REKAP_DATA": "/elsewhere"}).data == tmp_path
    assert load_settings(None, {"REKAP_DATA": str(tmp_path)}).data == tmp_path
    assert load_settings(None, {}).data == Path.cwd() / "data"


def test_the_environment_wins_over_the_file_and_the_file_over_the_default(tmp_path: Path) -> None:
    write(tmp_path, 'province = "62"\n[limits]\npages = 7\nseconds = 5\n')
    settings = load_settings(tmp_path, {"REKAP_LIMITS_PAGES": "9"})
    assert (settings.province, settings.limits.pages, settings.limits.seconds) == ("62", 9, 5.0)
    assert settings.limits.bytes == load_settings(tmp_path / "none", {}).limits.bytes


def test_times_lists_and_exceptions_are_read(tmp_path: Path) -> None:
    exception = '[[due.exceptions]]\nsatker = "6103"\nyear = 2024\nquarter = 2\ndate = 2024-07-20\n'
    write(tmp_path, f'[schedule]\nnightly = "03:30"\n[mail]\nto = ["a@x", "b@x"]\n{exception}')
    settings = load_settings(tmp_path, {"REKAP_DUE_REMIND_BEFORE": "10, 3"})
    assert settings.schedule.nightly == time(3, 30)
    assert settings.mail.to == ("a@x", "b@x")
    assert settings.due.remind_before == (10, 3)
    assert settings.due.exceptions == (DueException("6103", 2024, 2, date(2024, 7, 20)),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[limits]\npage = 1\n", "pengaturan limits.page tidak dikenal; mungkin maksudnya limits.pages"),
        ("limits = 3\n", "pengaturan limits tidak dikenal"),
        ("[limits]\npages = 1.5\n", "pengaturan limits.pages harus berupa bilangan bulat"),
        ("[limits]\npages = true\n", "pengaturan limits.pages harus berupa bilangan bulat"),
        ("[limits]\npages = 0\n", "pengaturan limits.pages: harus lebih besar dari 0"),
        ("province = 61\n", "pengaturan province harus berupa teks"),
        ('[schedule]\nwatch = "mungkin"\n', "pengaturan schedule.watch harus berupa true atau false"),
        ('[mail]\nto = "a@x"\n', "pengaturan mail.to harus berupa daftar"),
        ('[mail]\nsecurity = "ssl"\n', "pengaturan mail.security: harus salah satu dari"),
        ('timezone = "Asia/Pontianakk"\n', "pengaturan timezone: zona waktu"),
        ('[server]\nhost = "0.0.0.0"\n', "pengaturan server.auth: wajib diisi"),
        ('[[due.exceptions]]\nsatker = "6103"\n', "pengaturan due.exceptions: setiap isinya perlu"),
        ('data = "/x"\n', "pengaturan data tidak dikenal"),
        ("[limits\n", "rekap.toml tidak dapat dibaca"),
    ],
)
def test_a_wrong_setting_is_named_in_one_line(tmp_path: Path, text: str, message: str) -> None:
    write(tmp_path, text)
    with pytest.raises(SettingsError) as caught:
        load_settings(tmp_path, {})
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_unknown_variable_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="REKAP_PROSES tidak dikenal; mungkin maksudnya REKAP_PROCESSES"):
        load_settings(tmp_path, {"REKAP_PROSES": "2"})


def test_secrets_never_show(tmp_path: Path) -> None:
    env = {
        "REKAP_MAIL_PASSWORD": "rahasia-1",
        "REKAP_WEBHOOK_URL": "https://x/rahasia-2",
        "REKAP_SERVER_AUTH": "rahasia-3:x",
        "REKAP_SERVER_DATABASE_URL": "postgresql://rahasia-4",
    }
    settings = load_settings(tmp_path, env)
    assert settings.mail.password == "rahasia-1"
    assert "rahasia" not in repr(settings)


@pytest.mark.parametrize("mode", [0o600, 0o644])
def test_a_secret_in_a_file_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    write(tmp_path, '[mail]\npassword = "rahasia"\n').chmod(mode)
    if os.name == "posix" and mode == 0o644:
        with pytest.raises(SettingsError, match="chmod 600"):
            load_settings(tmp_path, {})
    else:
        assert load_settings(tmp_path, {}).mail.password == "rahasia"


def test_listening_wider_is_allowed_with_a_password(tmp_path: Path) -> None:
    env = {"REKAP_SERVER_HOST": "0.0.0.0", "REKAP_SERVER_AUTH": "admin:sandi"}
    assert load_settings(tmp_path, env).server.host == "0.0.0.0"


def test_every_setting_has_its_own_variable() -> None:
    names = [key.upper().replace(".", "_") for key in keys(Settings)]
    assert len(names) == len(set(names))
