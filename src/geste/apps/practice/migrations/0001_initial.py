import django.db.models.deletion
import geste.apps.base.create_together
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('practice', '0001_practice'),
    ]

    dependencies = [
        ('cases', '0001_initial'),
        ('gestures', '0001_initial'),
        ('people', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        geste.apps.base.create_together.CreateTogether(
            models=[
                migrations.CreateModel(
                    name='Contribution',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('about', models.CharField(choices=[('service', 'service'), ('sales', 'sales'), ('tool', 'tool'), ('information', 'information'), ('authority', 'authority')], max_length=20)),
                        ('words', models.CharField(max_length=300)),
                        ('said_at', models.DateTimeField()),
                        ('due_at', models.DateTimeField()),
                        ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contributions', to='cases.case')),
                        ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('site', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.site')),
                        ('team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['team', 'said_at'], name='practice_contributions_of_team')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='practice_contribution_says_something')],
                    },
                ),
                migrations.CreateModel(
                    name='ContributionStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('fate', models.CharField(choices=[('answered', 'answered'), ('done', 'done'), ('later', 'later'), ('not', 'not')], max_length=20)),
                        ('words', models.CharField(max_length=300)),
                        ('until', models.DateField(null=True)),
                        ('said_at', models.DateTimeField()),
                        ('contribution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='practice.contribution')),
                        ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['said_at'], name='practice_answers_by_time')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='practice_answer_says_something'), models.CheckConstraint(condition=models.Q(models.Q(('fate__in', ('done', 'not')), ('until', None)), models.Q(models.Q(('fate__in', ('done', 'not')), _negated=True), ('until__isnull', False)), _connector='OR'), name='practice_what_goes_on_has_a_day')],
                    },
                ),
                migrations.CreateModel(
                    name='CustomerConsent',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('noted_at', models.DateTimeField()),
                        ('withdrawn_at', models.DateTimeField(null=True)),
                        ('case', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='story_consent', to='cases.case')),
                        ('noted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                ),
                migrations.CreateModel(
                    name='Practice',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('is_named', models.BooleanField(default=False)),
                        ('title', models.CharField(blank=True, max_length=120)),
                        ('done', models.CharField(blank=True, max_length=600)),
                        ('why', models.CharField(blank=True, max_length=600)),
                        ('searched', models.TextField(blank=True, editable=False)),
                        ('shared_at', models.DateTimeField()),
                        ('withdrawn_at', models.DateTimeField(null=True)),
                        ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='practices', to='cases.case')),
                        ('story', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='practice', to='practice.story')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['-shared_at'], name='practice_newest')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('withdrawn_at', None), models.Q(('done', ''), ('searched', ''), ('title', ''), ('why', '')), _connector='OR'), name='practice_withdrawn_says_nothing'), models.UniqueConstraint(condition=models.Q(('story', None), ('withdrawn_at', None)), fields=('case', 'author'), name='practice_shared_once_per_case')],
                    },
                ),
                migrations.CreateModel(
                    name='Question',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('words', models.CharField(blank=True, max_length=200)),
                        ('asked_at', models.DateTimeField()),
                        ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('asked_to', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='cases.case')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['asked_to', '-asked_at'], name='practice_questions_waiting')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('asked_to', None), models.Q(('asked_by', models.F('asked_to')), _negated=True), _connector='OR'), name='practice_asked_of_somebody_else')],
                    },
                ),
                migrations.CreateModel(
                    name='Reply',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('words', models.CharField(max_length=200)),
                        ('said_at', models.DateTimeField()),
                        ('question', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='replies', to='practice.question')),
                        ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='practice_reply_says_something')],
                    },
                ),
                migrations.CreateModel(
                    name='Reuse',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('reused_at', models.DateTimeField()),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='practices_used', to='cases.case')),
                        ('practice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reuses', to='practice.practice')),
                        ('reused_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('practice', 'case'), name='practice_used_once_per_case')],
                    },
                ),
                migrations.CreateModel(
                    name='SituationTag',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('path', models.CharField(max_length=120)),
                        ('word', models.CharField(max_length=120)),
                        ('practice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tags', to='practice.practice')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['path', 'word'], name='practice_by_tag')],
                        'constraints': [models.UniqueConstraint(fields=('practice', 'path'), name='practice_tag_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Story',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('title', models.CharField(blank=True, max_length=120)),
                        ('before', models.CharField(blank=True, max_length=1000)),
                        ('after', models.CharField(blank=True, max_length=1000)),
                        ('told_at', models.DateTimeField()),
                        ('withdrawn_at', models.DateTimeField(null=True)),
                        ('team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                        ('told_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['-told_at'], name='practice_stories_newest')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('withdrawn_at', None), models.Q(('after', ''), ('before', ''), ('title', '')), _connector='OR'), name='practice_withdrawn_story_says_nothing')],
                    },
                ),
                migrations.CreateModel(
                    name='Naming',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('agrees', models.BooleanField(null=True)),
                        ('answered_at', models.DateTimeField(null=True)),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('story', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='namings', to='practice.story')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('story', 'person'), name='practice_named_once_in_story'), models.CheckConstraint(condition=models.Q(models.Q(('agrees', None), ('answered_at', None)), models.Q(('agrees__isnull', False), ('answered_at__isnull', False)), _connector='OR'), name='practice_answered_at_a_moment')],
                    },
                ),
                migrations.CreateModel(
                    name='StoryCase',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('is_recognisable', models.BooleanField()),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stories', to='cases.case')),
                        ('story', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='told_cases', to='practice.story')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('story', 'case'), name='practice_case_once_in_story')],
                    },
                ),
                migrations.CreateModel(
                    name='Thanks',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('words', models.CharField(max_length=500)),
                        ('said_at', models.DateTimeField()),
                        ('shared_at', models.DateTimeField(null=True)),
                        ('decision', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='gestures.decisionrecord')),
                        ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('said_to', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['said_to', '-said_at'], name='practice_thanks_of_person')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='practice_thanks_say_something'), models.CheckConstraint(condition=models.Q(('said_by', models.F('said_to')), _negated=True), name='practice_thanks_go_to_somebody_else'), models.UniqueConstraint(fields=('said_by', 'said_to', 'words'), name='practice_thanked_once')],
                    },
                ),
                migrations.CreateModel(
                    name='AnswerDays',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('days', models.PositiveSmallIntegerField()),
                        ('set_at', models.DateTimeField()),
                        ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('days__gte', 1), ('days__lte', 60)), name='practice_days_within_reason')],
                    },
                ),
            ],
        ),
    ]
