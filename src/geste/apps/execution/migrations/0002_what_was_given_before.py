"""What was given before this version was carried out by people, without our counting it: nobody is asked to again."""

from typing import Any

from django.db import migrations
from django.db.models import F


def leave_to_people(apps: Any, schema_editor: Any) -> None:
    rows = apps.get_model("base", "EventRow").objects
    rows.filter(name="gestures.GestureGiven", handed_on_at=None).update(handed_on_at=F("at"))


class Migration(migrations.Migration):

    dependencies = [
        ("base", "0001_events"),
        ("execution", "0001_commitments"),
    ]

    operations = [
        migrations.RunPython(leave_to_people, migrations.RunPython.noop),
    ]
