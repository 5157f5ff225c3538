import django.db.models.deletion
import geste.apps.base.create_together
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('pledges', '0001_pledges'),
        ('pledges', '0002_invitations'),
    ]

    dependencies = [
        ('people', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        geste.apps.base.create_together.CreateTogether(
            models=[
                migrations.CreateModel(
                    name='Breach',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('promise', models.CharField(choices=[('job', 'job'), ('payback', 'payback'), ('telling_off', 'telling_off')], max_length=20)),
                        ('words', models.CharField(max_length=300)),
                        ('said_on', models.DateField()),
                        ('answer_by', models.DateField()),
                        ('code_digest', models.CharField(blank=True, db_index=True, max_length=64)),
                        ('concerns', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('said_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('said_by', None), models.Q(('code_digest', ''), _negated=True)), models.Q(('code_digest', ''), ('said_by__isnull', False)), _connector='OR'), name='pledges_breach_has_an_author_or_a_code')],
                    },
                ),
                migrations.CreateModel(
                    name='BreachStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('fate', models.CharField(choices=[('answered', 'answered'), ('repaired', 'repaired'), ('not_confirmed', 'not_confirmed')], max_length=20)),
                        ('words', models.CharField(max_length=300)),
                        ('taken_at', models.DateTimeField()),
                        ('breach', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='pledges.breach')),
                        ('taken_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('breach', 'fate'), name='pledges_breach_step_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Department',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('named_at', models.DateTimeField()),
                        ('until', models.DateTimeField(null=True)),
                        ('named_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(condition=models.Q(('until', None)), fields=('team',), name='pledges_department_named_once')],
                    },
                ),
                migrations.CreateModel(
                    name='DirectionTally',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('quarter', models.CharField(max_length=7)),
                        ('direction', models.CharField(max_length=10)),
                        ('count', models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('quarter', 'direction'), name='pledges_one_counter_a_direction')],
                    },
                ),
                migrations.CreateModel(
                    name='Invitation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('question', models.CharField(max_length=200)),
                        ('asked_at', models.DateTimeField()),
                        ('answer', models.CharField(blank=True, max_length=300)),
                        ('answered_at', models.DateTimeField(null=True)),
                        ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at', None)), models.Q(('answered_at__isnull', False), models.Q(('answer', ''), _negated=True)), _connector='OR'), name='pledges_feedback_answered_in_words')],
                    },
                ),
                migrations.CreateModel(
                    name='FeedbackLine',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('words', models.CharField(max_length=300)),
                        ('invitation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='pledges.invitation')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='LeaderAct',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('frontline', 'frontline'), ('bend_backed', 'bend_backed'), ('mistake_shared', 'mistake_shared'), ('rule_retired', 'rule_retired')], max_length=20)),
                        ('words', models.CharField(max_length=200)),
                        ('hours', models.PositiveSmallIntegerField(null=True)),
                        ('done_on', models.DateField()),
                        ('said_at', models.DateTimeField()),
                        ('confirmed_at', models.DateTimeField(null=True)),
                        ('confirmed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at', None), ('confirmed_by', None)), models.Q(('confirmed_at__isnull', False), ('confirmed_by__isnull', False), models.Q(('confirmed_by', models.F('said_by')), _negated=True)), _connector='OR'), name='pledges_act_confirmed_by_another'), models.CheckConstraint(condition=models.Q(models.Q(('hours__gt', 0), ('kind', 'frontline')), models.Q(models.Q(('kind', 'frontline'), _negated=True), ('hours', None)), _connector='OR'), name='pledges_hours_at_the_frontline')],
                    },
                ),
                migrations.CreateModel(
                    name='PactSignature',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('version', models.PositiveIntegerField()),
                        ('signed_at', models.DateTimeField()),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('user', 'version'), name='pledges_pact_signed_once')],
                    },
                ),
                migrations.CreateModel(
                    name='PledgeReport',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('quarter', models.CharField(max_length=7, unique=True)),
                        ('content', models.JSONField()),
                        ('digest', models.CharField(max_length=64)),
                        ('issued_at', models.DateTimeField()),
                        ('issued_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Countersignature',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('remark', models.CharField(blank=True, max_length=300)),
                        ('signed_at', models.DateTimeField()),
                        ('signed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('report', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='countersignature', to='pledges.pledgereport')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PulseMark',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('week', models.DateField()),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('user', 'week'), name='pledges_answered_once_a_week')],
                    },
                ),
                migrations.CreateModel(
                    name='PulseTally',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('week', models.DateField()),
                        ('fear', models.CharField(choices=[('job', 'job'), ('payback', 'payback'), ('telling_off', 'telling_off')], max_length=20)),
                        ('score', models.PositiveSmallIntegerField()),
                        ('count', models.PositiveIntegerField(default=0)),
                        ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('team', 'week', 'fear', 'score'), name='pledges_one_counter_each'), models.CheckConstraint(condition=models.Q(('score__gte', 1), ('score__lte', 5)), name='pledges_score_of_five')],
                    },
                ),
                migrations.CreateModel(
                    name='StartUpPeriod',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('days', models.PositiveSmallIntegerField()),
                        ('decisions', models.PositiveSmallIntegerField()),
                        ('set_at', models.DateTimeField()),
                        ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Wording',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('version', models.PositiveIntegerField(unique=True)),
                        ('job_en', models.CharField(max_length=400)),
                        ('job_fr', models.CharField(max_length=400)),
                        ('payback_en', models.CharField(max_length=400)),
                        ('payback_fr', models.CharField(max_length=400)),
                        ('telling_off_en', models.CharField(max_length=400)),
                        ('telling_off_fr', models.CharField(max_length=400)),
                        ('put_forward_at', models.DateTimeField()),
                        ('put_forward_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PledgeSignature',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('signed_at', models.DateTimeField()),
                        ('signed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('wording', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='pledges.wording')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('wording', 'signed_by'), name='pledges_signed_once_by_each')],
                    },
                ),
                migrations.CreateModel(
                    name='Aboard',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('signed_at', models.DateTimeField()),
                        ('commitments', models.JSONField()),
                        ('remind_days', models.PositiveSmallIntegerField()),
                        ('signed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['team', 'signed_by', '-signed_at'], name='pledges_aboard_of_team')],
                    },
                ),
            ],
        ),
    ]
