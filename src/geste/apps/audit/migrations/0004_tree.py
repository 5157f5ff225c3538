"""How far the tree reaches gets a row of its own, so that whoever decides never waits behind the tree."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def move(apps: StateApps, _: BaseDatabaseSchemaEditor) -> None:
    """Take over how far the tree reaches."""
    for head in apps.get_model("audit", "Head").objects.all():
        apps.get_model("audit", "Tree").objects.create(name=head.name, included=head.included)


def move_back(apps: StateApps, _: BaseDatabaseSchemaEditor) -> None:
    """Give it back to the end of the log."""
    for tree in apps.get_model("audit", "Tree").objects.all():
        apps.get_model("audit", "Head").objects.filter(name=tree.name).update(included=tree.included)


class Migration(migrations.Migration):
    """A row for the tree."""

    dependencies = (("audit", "0003_standstill"),)

    operations = (
        migrations.CreateModel(
            name="Tree",
            fields=[
                ("name", models.CharField(max_length=10, primary_key=True, serialize=False)),
                ("included", models.BigIntegerField(default=0)),
            ],
        ),
        migrations.RunPython(move, move_back),
        migrations.RemoveField(model_name="head", name="included"),
    )
