"""What holds for every test: no way to a real model or to any other machine, and generated cases that don't depend on how busy the
machine is."""

from __future__ import annotations

import ipaddress
import socket
from typing import Any

import pytest
from hypothesis import settings

settings.register_profile("suite", deadline=None, derandomize=True)
settings.load_profile("suite")

_SETTINGS = ("OPENAI_API_KEY", "OPENAI_BASE_URL", "COUNTERCLAUSE_MODEL", "COUNTERCLAUSE_API_KEY", "COUNTERCLAUSE_DATA_DIR")


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the person who runs the tests, and no connection that leaves this machine."""
    for name in _SETTINGS:
        monkeypatch.delenv(name, raising=False)
    connect = socket.socket.connect

    def only_here(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_here(str(address[0])):
            raise AssertionError(f"a test tried to reach {address[0]}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", only_here)


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
