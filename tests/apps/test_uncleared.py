"""What is on its way: read through an index of its own on both engines, and to the cent."""

import pytest
from django.db import connection

from geste.apps.ledger.models.entry import ON_ITS_WAY
from geste.apps.ledger.statements import standing_in

pytestmark = pytest.mark.django_db
INDEXES = ("ledger_on_its_way", "ledger_off_its_way")


@pytest.mark.parametrize("account", ON_ITS_WAY)
def test_the_list_looks_at_nothing_but_what_is_on_its_way(account: str) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # A handful of rows is read sooner than any index.
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_indexscan = off")

    plan = standing_in(account).explain()

    assert [name for name in INDEXES if name not in plan] == []
    assert "SCAN ledger_entry" not in plan
    assert "Seq Scan" not in plan
