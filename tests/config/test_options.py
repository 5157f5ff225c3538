"""Options: each is read from its variable, strictly, and the database address becomes settings that keep money safe."""

import sqlite3
from pathlib import Path

import pytest

from geste.config.database import Version, database_for, journal_of, sqlite_start
from geste.config.options import OptionRefused, Options

RANDOM = "Fq3-x8Lr_Vt0mYcZ5eWbN1uPdK7sGhJ2"


def test_an_empty_environment_gives_the_defaults() -> None:
    options = Options.from_environment({"GESTE_DEMO": ""})

    assert options == Options()
    assert (options.language, options.demo, options.debug, options.https) == ("en", False, False, False)
    assert options.allowed_hosts == ("127.0.0.1", "localhost", "[::1]")


def test_each_option_is_read_from_its_variable() -> None:
    options = Options.from_environment(
        {
            "GESTE_DATA_DIR": "/srv/geste",
            "GESTE_ALLOWED_HOSTS": "geste.example, www.geste.example",
            "GESTE_HTTPS": "yes",
            "GESTE_LANGUAGE": "fr",
            "GESTE_TIME_ZONE": "Europe/Paris",
            "DATABASE_URL": "postgresql://host/geste",
        }
    )

    assert options.data_dir == Path("/srv/geste")
    assert options.secret_key_file == Path("/srv/geste/secret-key")
    assert options.allowed_hosts == ("geste.example", "www.geste.example")
    assert (options.https, options.language, options.time_zone) == (True, "fr", "Europe/Paris")
    assert options.database_url == "postgresql://host/geste"


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("GESTE_DEMO", "maybe", "GESTE_DEMO is 'maybe'; expected yes or no."),
        ("GESTE_LANGUAGE", "de", "GESTE_LANGUAGE is 'de'; expected en or fr."),
        ("GESTE_TIME_ZONE", "Mars", "GESTE_TIME_ZONE is 'Mars'; expected a time zone such as Australia/Sydney."),
    ],
)
def test_a_value_that_cannot_be_read_names_its_variable(variable: str, value: str, said: str) -> None:
    with pytest.raises(OptionRefused) as refused:
        Options.from_environment({variable: value})

    assert str(refused.value) == said


def test_the_embedded_database_keeps_what_it_confirmed() -> None:
    settings = database_for("", Path("/srv/geste"))

    assert settings["NAME"] == Path("/srv/geste/geste.sqlite3")
    assert settings["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert settings["OPTIONS"]["init_command"] == sqlite_start(sqlite3.sqlite_version_info)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        assert f"PRAGMA {pragma};" in sqlite_start((3, 51, 3))


@pytest.mark.parametrize(
    ("version", "journal"),
    [
        ((3, 40, 1), "TRUNCATE"),
        ((3, 44, 5), "TRUNCATE"),
        ((3, 44, 6), "WAL"),
        ((3, 45, 0), "TRUNCATE"),
        ((3, 50, 6), "TRUNCATE"),
        ((3, 50, 7), "WAL"),
        ((3, 51, 2), "TRUNCATE"),
        ((3, 51, 3), "WAL"),
        ((3, 52, 0), "WAL"),
        ((4, 0, 0), "WAL"),
    ],
)
def test_a_version_whose_log_could_damage_the_database_keeps_a_rollback_journal(version: Version, journal: str) -> None:
    assert journal_of(version) == journal
    assert f"PRAGMA journal_mode={journal};" in sqlite_start(version)


def test_a_server_is_named_by_its_address() -> None:
    settings = database_for("postgresql://an%40na:p%2Fw@db.example:6432/geste?sslmode=require", Path("/srv"))

    assert (settings["ENGINE"], settings["NAME"]) == ("django.db.backends.postgresql", "geste")
    assert (settings["USER"], settings["PASSWORD"]) == ("an@na", "p/w")
    assert (settings["HOST"], settings["PORT"]) == ("db.example", 6432)
    assert settings["OPTIONS"]["sslmode"] == "require"


def test_it_is_soon_noticed_on_either_side_that_the_network_is_gone() -> None:
    ours = database_for("postgresql://db/geste", Path("/srv"))["OPTIONS"]
    theirs = database_for("postgresql://db/geste?connect_timeout=3&options=-c%20search_path%3Dgeste", Path("/srv"))[
        "OPTIONS"
    ]

    assert (ours["connect_timeout"], ours["keepalives_idle"], ours["tcp_user_timeout"]) == ("10", "5", "20000")
    assert ours["options"].split(" -c ") == [
        "-c tcp_keepalives_idle=5",
        "tcp_keepalives_interval=5",
        "tcp_keepalives_count=3",
        "tcp_user_timeout=20000",
        "idle_in_transaction_session_timeout=20000",
    ]
    assert (theirs["connect_timeout"], theirs["options"]) == ("3", "-c search_path=geste")


@pytest.mark.parametrize("url", ["mysql://host/geste", "postgresql://host", "geste"])
def test_another_address_is_refused(url: str) -> None:
    with pytest.raises(OptionRefused):
        database_for(url, Path("/srv"))


@pytest.mark.parametrize("key", ["changeme", "x" * 50, "secret" * 10])
def test_a_key_that_could_be_guessed_is_refused_and_not_repeated(key: str) -> None:
    with pytest.raises(OptionRefused, match="32 characters or more, made at random") as refused:
        Options.from_environment({"GESTE_SECRET_KEY": key})

    assert key not in str(refused.value)
    assert Options.from_environment({"GESTE_SECRET_KEY": RANDOM}).secret_key == RANDOM
