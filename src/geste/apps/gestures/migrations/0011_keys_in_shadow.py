"""Let a key stand for what would have been given."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('gestures', '0010_settlements'),
        ('shadow', '0001_shadow'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='usedkey',
            name='gestures_key_has_one_answer',
        ),
        migrations.AddField(
            model_name='usedkey',
            name='would_give',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='shadow.wouldgive'),
        ),
        migrations.AddConstraint(
            model_name='usedkey',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decision__isnull', False), ('reversal', None), ('settlement', None), ('would_give', None)), models.Q(('decision', None), ('reversal__isnull', False), ('settlement', None), ('would_give', None)), models.Q(('decision', None), ('reversal', None), ('settlement__isnull', False), ('would_give', None)), models.Q(('decision', None), ('reversal', None), ('settlement', None), ('would_give__isnull', False)), _connector='OR'), name='gestures_key_has_one_answer'),
        ),
    ]
