"""Settings come from the environment that is given, and keep their secrets."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import UsageError
from app.settings import ModelSettings, Settings


def test_an_empty_environment_gives_rules_alone() -> None:
    assert Settings.from_environment({}) == Settings()
    assert Settings().model_for(None) is None


def test_an_empty_variable_counts_as_unset() -> None:
    assert Settings.from_environment({"COUNTERCLAUSE_MODEL": " ", "COUNTERCLAUSE_API_KEY": ""}) == Settings()


def test_everything_can_be_set() -> None:
    settings = Settings.from_environment(
        {
            "COUNTERCLAUSE_MODEL": "m",
            "OPENAI_API_KEY": "k",
            "OPENAI_BASE_URL": "http://127.0.0.1:1/v1",
            "COUNTERCLAUSE_AUTHOR": "Counsel",
            "COUNTERCLAUSE_API_KEY": "long-enough",
            "COUNTERCLAUSE_DATA_DIR": "here",
            "COUNTERCLAUSE_WORKERS": "3",
        }
    )

    assert settings == Settings("m", "k", "http://127.0.0.1:1/v1", "Counsel", "long-enough", Path("here"), 3)
    assert settings.model_for(None) == ModelSettings("m", "k", "http://127.0.0.1:1/v1")


def test_a_model_that_is_asked_for_goes_before_the_configured_one() -> None:
    settings = Settings(model="m", openai_key="k")

    assert settings.model_for("other") == ModelSettings("other", "k", None)
    assert settings.model_for("none") is None


def test_a_model_without_an_endpoint_is_refused() -> None:
    with pytest.raises(UsageError, match="no endpoint is configured"):
        Settings().model_for("m")


def test_keys_are_in_no_repr() -> None:
    settings = Settings(model="m", openai_key="sk-secret", api_key="also-secret")

    assert "secret" not in repr(settings) + repr(settings.model_for(None))


@pytest.mark.parametrize(
    "name", ["COUNTERCLAUSE_WORKERS=0", "COUNTERCLAUSE_WORKERS=two", "COUNTERCLAUSE_WORKERS=99", "COUNTERCLAUSE_API_KEY=short"]
)
def test_a_value_that_makes_no_sense_is_refused_by_name(name: str) -> None:
    key, _, value = name.partition("=")

    with pytest.raises(UsageError, match=key):
        Settings.from_environment({key: value})
