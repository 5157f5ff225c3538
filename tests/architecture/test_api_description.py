"""The committed description of the JSON interface is the one the code gives."""

from tools import api


def test_the_description_is_up_to_date() -> None:
    assert api.DESCRIPTION.read_text(encoding="utf-8") == api.described(), "make api"
