import django.db.models.deletion
import geste.apps.base.create_together
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('shadow', '0001_shadow'),
        ('shadow', '0002_plan'),
    ]

    dependencies = [
        ('cases', '0001_initial'),
        ('charters', '0001_initial'),
        ('people', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        geste.apps.base.create_together.CreateTogether(
            models=[
                migrations.CreateModel(
                    name='Plan',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('fear_at_most', models.PositiveSmallIntegerField()),
                        ('gap_at_most', models.PositiveSmallIntegerField()),
                        ('below_line_at_least', models.PositiveSmallIntegerField()),
                        ('step', models.CharField(blank=True, max_length=200)),
                        ('written_at', models.DateTimeField()),
                        ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('below_line_at_least__lte', 100), ('fear_at_most__lte', 100), ('gap_at_most__lte', 100)), name='shadow_plan_in_points_of_a_hundred')],
                    },
                ),
                migrations.CreateModel(
                    name='Stage',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('mode', models.CharField(choices=[('shadow', 'shadow'), ('giving', 'giving')], max_length=10)),
                        ('since', models.DateTimeField()),
                        ('until', models.DateTimeField(null=True)),
                        ('begun_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(condition=models.Q(('team__isnull', False), ('until', None)), fields=('team',), name='shadow_one_stage_of_a_team'), models.UniqueConstraint(condition=models.Q(('team', None), ('until', None)), fields=('mode',), name='shadow_one_stage_of_the_house'), models.CheckConstraint(condition=models.Q(('team__isnull', False), ('mode', 'shadow'), _connector='OR'), name='shadow_house_gives_without_a_stage')],
                    },
                ),
                migrations.CreateModel(
                    name='WouldGive',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('said_at', models.DateTimeField()),
                        ('written_at', models.DateTimeField()),
                        ('request', models.JSONField()),
                        ('authority', models.CharField(max_length=20)),
                        ('route', models.CharField(blank=True, max_length=20)),
                        ('clause', models.CharField(max_length=120)),
                        ('reasons', models.JSONField()),
                        ('what', models.CharField(max_length=120)),
                        ('amount', models.BigIntegerField(null=True)),
                        ('cost', models.BigIntegerField(null=True)),
                        ('currency', models.CharField(max_length=3)),
                        ('note', models.CharField(blank=True, max_length=500)),
                        ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='would_gives', to='cases.case')),
                        ('charter_text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='charters.chartertext')),
                        ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('site', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.site')),
                        ('team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['said_at'], name='shadow_by_time'), models.Index(fields=['case', 'said_at'], name='shadow_of_case'), models.Index(fields=['said_by', 'said_at'], name='shadow_of_agent')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('amount', None), ('amount__gte', 0), _connector='OR'), name='shadow_amount_not_negative'), models.CheckConstraint(condition=models.Q(('cost', None), ('cost__gte', 0), _connector='OR'), name='shadow_cost_not_negative')],
                    },
                ),
            ],
        ),
    ]
