"""The JSON door decides as the core does, and says plainly what it cannot read."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_a_stranger_is_asked_to_sign_in(client: Client) -> None:
    answer = client.post("/api/v1/decisions", data="{}", content_type="application/json")

    assert answer.status_code == 401
    assert answer.headers["Content-Type"].startswith("application/problem+json")


def test_pages_carry_a_strict_content_security_policy(client: Client) -> None:
    answer = client.get("/sign-in", follow=True)

    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy or "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
