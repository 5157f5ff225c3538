"""Put up the guards that refuse to change or delete what the journal holds, now that older entries are carried over."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from geste.apps.ledger.append_only import guards, unguards


def put_up(_: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Guard the journal."""
    for statement in guards(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


def take_down(_: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Leave the journal unguarded, as it was before."""
    for statement in unguards(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """Entries say everything about their envelope or nothing; then the guards."""

    dependencies = (("ledger", "0004_carry_over_envelopes"),)

    operations = (
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(envelope="", envelope_period=None, envelope_seq=None, envelope_left=None)
                | models.Q(envelope_period__isnull=False, envelope_seq__gte=1, envelope_left__gte=0)
                & ~models.Q(envelope=""),
                name="ledger_envelope_whole_or_not",
            ),
        ),
        migrations.RunPython(put_up, take_down),
    )
