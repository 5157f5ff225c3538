"""Say of what was given before where that was, and when by the clock: where its case is, and when it was given."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F, OuterRef, Subquery


def fill(apps: Apps, _: BaseDatabaseSchemaEditor) -> None:
    """Fill both in; the rows themselves are read as plain ones here."""
    case = apps.get_model("cases", "Case").objects.filter(pk=OuterRef("case_id"))
    site = Subquery(case.values("site_id")[:1])
    apps.get_model("gestures", "DecisionRecord").objects.update(site_id=site)
    apps.get_model("gestures", "Gesture").objects.update(site_id=site, written_at=F("given_at"))


class Migration(migrations.Migration):

    dependencies = [
        ('gestures', '0002_without_a_case'),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
