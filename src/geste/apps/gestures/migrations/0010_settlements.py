"""Keep what was settled, and the keys it was settled with."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('gestures', '0009_green_lights'),
        ('ledger', '0008_word_of_low_envelopes'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Settlement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('booked', models.CharField(max_length=20)),
                ('note', models.CharField(blank=True, max_length=500)),
                ('settled_at', models.DateTimeField()),
            ],
        ),
        migrations.RemoveConstraint(
            model_name='usedkey',
            name='gestures_key_has_one_answer',
        ),
        migrations.AddField(
            model_name='settlement',
            name='entry',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.entry'),
        ),
        migrations.AddField(
            model_name='settlement',
            name='gesture',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='settlement', to='gestures.gesture'),
        ),
        migrations.AddField(
            model_name='settlement',
            name='settled_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='usedkey',
            name='settlement',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='gestures.settlement'),
        ),
        migrations.AddConstraint(
            model_name='usedkey',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decision__isnull', False), ('reversal', None), ('settlement', None)), models.Q(('decision', None), ('reversal__isnull', False), ('settlement', None)), models.Q(('decision', None), ('reversal', None), ('settlement__isnull', False)), _connector='OR'), name='gestures_key_has_one_answer'),
        ),
        migrations.AddConstraint(
            model_name='settlement',
            constraint=models.CheckConstraint(condition=models.Q(('booked__in', ['by_charter', 'apart', 'as_it_stands'])), name='gestures_settlement_says_where'),
        ),
        migrations.AddConstraint(
            model_name='settlement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('booked', 'as_it_stands'), _negated=True), ('entry', None), _connector='OR'), name='gestures_as_it_stands_moves_nothing'),
        ),
    ]
