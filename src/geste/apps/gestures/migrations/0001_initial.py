import django.db.models.deletion
import geste.apps.base.create_together
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('gestures', '0001_gestures'),
        ('gestures', '0002_without_a_case'),
        ('gestures', '0003_places_and_clocks'),
        ('gestures', '0004_item'),
        ('gestures', '0005_used_keys'),
        ('gestures', '0006_keys_of_old'),
        ('gestures', '0007_not_carried_out'),
        ('gestures', '0008_feedback'),
        ('gestures', '0009_green_lights'),
        ('gestures', '0010_settlements'),
        ('gestures', '0011_keys_in_shadow'),
    ]

    dependencies = [
        ('cases', '0001_initial'),
        ('charters', '0001_initial'),
        ('ledger', '0001_initial'),
        ('people', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('shadow', '0001_initial'),
    ]

    operations = [
        geste.apps.base.create_together.CreateTogether(
            models=[
                migrations.CreateModel(
                    name='DecisionRecord',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('decided_at', models.DateTimeField()),
                        ('charter_digest', models.CharField(max_length=64)),
                        ('charter_version', models.PositiveIntegerField()),
                        ('request', models.JSONField()),
                        ('authority', models.CharField(max_length=20)),
                        ('route', models.CharField(max_length=20)),
                        ('clause', models.CharField(max_length=120)),
                        ('routes', models.JSONField()),
                        ('reasons', models.JSONField()),
                        ('amount', models.BigIntegerField(null=True)),
                        ('headroom', models.BigIntegerField(null=True)),
                        ('currency', models.CharField(max_length=3)),
                        ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='cases.case')),
                        ('charter_text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='charters.chartertext')),
                        ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('site', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.site')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['case', 'decided_at'], name='gestures_decisions_of_case')],
                    },
                ),
                migrations.CreateModel(
                    name='Feedback',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.CharField(max_length=64, unique=True)),
                        ('fingerprint', models.CharField(max_length=64)),
                        ('satisfaction', models.CharField(max_length=20)),
                        ('source', models.CharField(max_length=20)),
                        ('words', models.CharField(blank=True, max_length=500)),
                        ('happened_on', models.DateField()),
                        ('noted_at', models.DateTimeField()),
                        ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='feedback', to='gestures.decisionrecord')),
                        ('noted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('satisfaction__in', ['satisfied', 'not_satisfied', 'unclear'])), name='gestures_feedback_says_how'), models.CheckConstraint(condition=models.Q(('source__in', ['customer_reply', 'customer_returned', 'agent_note'])), name='gestures_feedback_says_whence')],
                    },
                ),
                migrations.CreateModel(
                    name='GreenLight',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('what', models.CharField(max_length=120)),
                        ('amount', models.BigIntegerField(null=True)),
                        ('asked_at', models.DateTimeField()),
                        ('opened_at', models.DateTimeField()),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='green_lights', to='cases.case')),
                        ('held_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('said_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Gesture',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.CharField(max_length=64, unique=True)),
                        ('what', models.CharField(max_length=120)),
                        ('amount', models.BigIntegerField(null=True)),
                        ('currency', models.CharField(max_length=3)),
                        ('item', models.CharField(blank=True, max_length=80)),
                        ('note', models.CharField(blank=True, max_length=500)),
                        ('given_at', models.DateTimeField()),
                        ('written_at', models.DateTimeField()),
                        ('settling', models.CharField(default='not_needed', max_length=20)),
                        ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='gestures', to='cases.case')),
                        ('decision', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='gesture', to='gestures.decisionrecord')),
                        ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='gesture', to='ledger.entry')),
                        ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='gestures', to=settings.AUTH_USER_MODEL)),
                        ('site', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.site')),
                        ('green_light', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='gestures', to='gestures.greenlight')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['case', 'given_at'], name='gestures_of_case'), models.Index(fields=['given_by', 'given_at'], name='gestures_of_agent'), models.Index(fields=['site', 'given_at'], name='gestures_of_site')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('amount', None), ('amount__gte', 0), _connector='OR'), name='gestures_amount_not_negative')],
                    },
                ),
                migrations.CreateModel(
                    name='Reversal',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('taken_back_at', models.DateTimeField()),
                        ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.entry')),
                        ('gesture', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='reversal', to='gestures.gesture')),
                        ('taken_back_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Settlement',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('booked', models.CharField(max_length=20)),
                        ('note', models.CharField(blank=True, max_length=500)),
                        ('settled_at', models.DateTimeField()),
                        ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.entry')),
                        ('gesture', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='settlement', to='gestures.gesture')),
                        ('settled_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('booked__in', ['by_charter', 'apart', 'as_it_stands'])), name='gestures_settlement_says_where'), models.CheckConstraint(condition=models.Q(models.Q(('booked', 'as_it_stands'), _negated=True), ('entry', None), _connector='OR'), name='gestures_as_it_stands_moves_nothing')],
                    },
                ),
                migrations.CreateModel(
                    name='UsedKey',
                    fields=[
                        ('key', models.CharField(max_length=64, primary_key=True, serialize=False)),
                        ('used_at', models.DateTimeField()),
                        ('route', models.CharField(max_length=40)),
                        ('fingerprint', models.CharField(blank=True, max_length=64)),
                        ('decision', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='gestures.decisionrecord')),
                        ('reversal', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='gestures.reversal')),
                        ('settlement', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='gestures.settlement')),
                        ('used_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('would_give', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='shadow.wouldgive')),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('decision__isnull', False), ('reversal', None), ('settlement', None), ('would_give', None)), models.Q(('decision', None), ('reversal__isnull', False), ('settlement', None), ('would_give', None)), models.Q(('decision', None), ('reversal', None), ('settlement__isnull', False), ('would_give', None)), models.Q(('decision', None), ('reversal', None), ('settlement', None), ('would_give__isnull', False)), _connector='OR'), name='gestures_key_has_one_answer')],
                    },
                ),
                migrations.CreateModel(
                    name='Withdrawal',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('withdrawn_at', models.DateTimeField()),
                        ('feedback', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='withdrawal', to='gestures.feedback')),
                        ('withdrawn_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
            ],
        ),
    ]
