"""Keep the keys of what was given before keys were kept apart: they stand for nothing any more and give nothing again."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

ROWS_AT_ONCE = 1000


def keep(apps: Apps, _: BaseDatabaseSchemaEditor) -> None:
    """Keep the key of every gesture, without the fingerprint nobody took then."""
    used_key = apps.get_model("gestures", "UsedKey")
    given = apps.get_model("gestures", "Gesture").objects.order_by("pk")
    columns = given.values_list("key", "given_by_id", "written_at", "decision_id")
    rows = (
        used_key(key=key, used_by_id=by, used_at=at, route="", fingerprint="", decision_id=decision)
        for key, by, at, decision in columns.iterator(ROWS_AT_ONCE)
    )
    used_key.objects.bulk_create(rows, batch_size=ROWS_AT_ONCE)


class Migration(migrations.Migration):

    dependencies = [
        ('gestures', '0005_used_keys'),
    ]

    operations = [
        migrations.RunPython(keep, migrations.RunPython.noop),
    ]
