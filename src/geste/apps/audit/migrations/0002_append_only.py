"""Put up the guards that refuse to change or delete what was written into the log."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from geste.apps.audit.append_only import guards, unguards


def put_up(_: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Guard the log."""
    for statement in guards(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


def take_down(_: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Leave the log unguarded, as it was before."""
    for statement in unguards(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """The guards."""

    dependencies = (("audit", "0001_initial"),)

    operations = (migrations.RunPython(put_up, take_down),)
