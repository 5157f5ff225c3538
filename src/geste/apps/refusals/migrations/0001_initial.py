import django.db.models.deletion
import geste.apps.base.create_together
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('refusals', '0001_refusals'),
    ]

    dependencies = [
        ('cases', '0001_initial'),
        ('gestures', '0001_initial'),
        ('hops', '0001_initial'),
        ('people', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        geste.apps.base.create_together.CreateTogether(
            models=[
                migrations.CreateModel(
                    name='Policy',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=120)),
                        ('folded', models.CharField(max_length=120, unique=True)),
                        ('named_at', models.DateTimeField()),
                    ],
                ),
                migrations.CreateModel(
                    name='Refusal',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('refused', 'refused'), ('deflected', 'deflected'), ('handed_over', 'handed_over')], max_length=20)),
                        ('cause', models.CharField(choices=[('beyond_cap', 'beyond_cap'), ('no_authority', 'no_authority'), ('did_not_know', 'did_not_know'), ('customers_wish', 'customers_wish'), ('non_negotiable', 'non_negotiable'), ('overload', 'overload'), ('second_failure', 'second_failure'), ('safety', 'safety')], max_length=20)),
                        ('what', models.CharField(blank=True, max_length=120)),
                        ('clause', models.CharField(blank=True, max_length=120)),
                        ('value', models.BigIntegerField(null=True)),
                        ('currency', models.CharField(blank=True, max_length=3)),
                        ('said_at', models.DateTimeField()),
                        ('is_tapped', models.BooleanField()),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='refusals', to='cases.case')),
                        ('decision', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='refusals', to='gestures.decisionrecord')),
                        ('policy', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='refusals', to='refusals.policy')),
                        ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('site', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.site')),
                        ('team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['said_at'], name='refusals_by_time'), models.Index(fields=['case', 'kind'], name='refusals_of_case')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('value', None), ('value__gte', 0), _connector='OR'), name='refusals_value_not_negative'), models.UniqueConstraint(condition=models.Q(('is_tapped', False)), fields=('decision',), name='refusals_seen_once_in_a_decision')],
                    },
                ),
                migrations.CreateModel(
                    name='Handover',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('cause', models.CharField(choices=[('beyond_cap', 'beyond_cap'), ('no_authority', 'no_authority'), ('did_not_know', 'did_not_know'), ('customers_wish', 'customers_wish'), ('non_negotiable', 'non_negotiable'), ('overload', 'overload'), ('second_failure', 'second_failure'), ('safety', 'safety')], max_length=20)),
                        ('handed_at', models.DateTimeField()),
                        ('word', models.CharField(blank=True, max_length=300)),
                        ('taken_up_at', models.DateTimeField(null=True)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='handovers', to='cases.case')),
                        ('handed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('handed_to', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='handovers', to=settings.AUTH_USER_MODEL)),
                        ('interruption', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='handover', to='hops.interruption')),
                        ('refusal', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='handover', to='refusals.refusal')),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('handed_by', models.F('handed_to')), _negated=True), name='refusals_handed_to_somebody_else')],
                    },
                ),
                migrations.CreateModel(
                    name='SecondIncident',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('marked_at', models.DateTimeField()),
                        ('case', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='second_of', to='cases.case')),
                        ('first', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='second_incidents', to='cases.case')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='SupervisorRequest',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('cause', models.CharField(choices=[('no_authority', 'no_authority'), ('did_not_know', 'did_not_know'), ('distrust', 'distrust'), ('beyond_cap', 'beyond_cap'), ('customers_wish', 'customers_wish')], max_length=20)),
                        ('clause', models.CharField(blank=True, max_length=120)),
                        ('asked_at', models.DateTimeField()),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='supervisor_requests', to='cases.case')),
                        ('policy', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='supervisor_requests', to='refusals.policy')),
                        ('site', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.site')),
                        ('team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['asked_at'], name='refusals_superior_by_time')],
                    },
                ),
                migrations.CreateModel(
                    name='Wish',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('words', models.CharField(max_length=200)),
                        ('touchpoint', models.CharField(blank=True, max_length=60)),
                        ('clause', models.CharField(blank=True, max_length=120)),
                        ('said_on', models.DateField()),
                        ('policy', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='wishes', to='refusals.policy')),
                        ('said_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('site', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.site')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['said_on'], name='refusals_wishes_by_day')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('said_by__isnull', False), ('site', None), _connector='OR'), name='refusals_wish_without_a_name')],
                    },
                ),
            ],
        ),
    ]
