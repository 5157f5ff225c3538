"""Cases that were opened before they could be searched are folded as well."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from geste.apps.cases.folding import folded


def fold(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for case in apps.get_model("cases", "Case").objects.iterator():
        case.searched_name = folded(f"{case.reference} {case.customer} {case.customer_label}")
        case.searched_words = folded(case.words)
        case.save(update_fields=["searched_name", "searched_words"])


class Migration(migrations.Migration):

    dependencies = [("cases", "0002_searched")]

    operations = [migrations.RunPython(fold, migrations.RunPython.noop, elidable=True)]
