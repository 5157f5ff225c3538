import django.db.models.deletion
import geste.apps.base.create_together
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('reviews', '0001_samples_reviews_reactions'),
        ('reviews', '0002_conclusions'),
        ('reviews', '0003_calibrations_considerations'),
    ]

    dependencies = [
        ('charters', '0001_initial'),
        ('gestures', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        geste.apps.base.create_together.CreateTogether(
            models=[
                migrations.CreateModel(
                    name='AnswerBack',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('words', models.CharField(max_length=1000)),
                        ('answered_at', models.DateTimeField()),
                        ('review', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='reviews.review')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='CoachingNote',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('words', models.CharField(max_length=1000)),
                        ('written_at', models.DateTimeField()),
                        ('review', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='note', to='reviews.review')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Progress',
                    fields=[
                        ('name', models.CharField(max_length=10, primary_key=True, serialize=False)),
                        ('leaf', models.BigIntegerField(default=0)),
                    ],
                ),
                migrations.CreateModel(
                    name='Remarked',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(max_length=40)),
                        ('after', models.CharField(max_length=20)),
                        ('day', models.DateField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='SamplingPlan',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('from_leaf', models.BigIntegerField(unique=True)),
                        ('rates', models.JSONField()),
                        ('made_at', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='AnswerRead',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('read_at', models.DateTimeField()),
                        ('answer', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='reading', to='reviews.answerback')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Calibration',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('about', models.CharField(max_length=120)),
                        ('opened_at', models.DateTimeField()),
                        ('closes_at', models.DateTimeField()),
                        ('judges', models.ManyToManyField(related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('about', ''), _negated=True), name='reviews_calibration_is_about')],
                    },
                ),
                migrations.CreateModel(
                    name='CalibrationCase',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('calibration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='reviews.calibration')),
                        ('sample', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reviews.sample')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('calibration', 'sample'), name='reviews_calibrated_once_in_a_sitting')],
                    },
                ),
                migrations.CreateModel(
                    name='CalibrationEnd',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('ended_at', models.DateTimeField()),
                        ('calibration', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='end', to='reviews.calibration')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Conclusion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('verdict', models.CharField(max_length=20)),
                        ('would_help', models.CharField(blank=True, max_length=1000)),
                        ('concluded_at', models.DateTimeField()),
                        ('settlement', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='conclusion', to='gestures.settlement')),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('verdict__in', ['extend_charter', 'learn', 'coach', 'breach'])), name='reviews_conclusion_is_no_sanction'), models.CheckConstraint(condition=models.Q(models.Q(('verdict', 'coach'), _negated=True), models.Q(('would_help', ''), _negated=True), _connector='OR'), name='reviews_coaching_says_what_would_help')],
                    },
                ),
                migrations.CreateModel(
                    name='Consideration',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('thought', models.CharField(max_length=20)),
                        ('words', models.CharField(max_length=300)),
                        ('noted_at', models.DateTimeField()),
                        ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='considerations', to='gestures.decisionrecord')),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('thought__in', ['went_wrong', 'make_right', 'cost', 'proud']), models.Q(('words', ''), _negated=True)), name='reviews_consideration_answers'), models.UniqueConstraint(fields=('decision', 'thought'), name='reviews_considered_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Guideline',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('words', models.CharField(max_length=500)),
                        ('written_at', models.DateTimeField()),
                        ('calibration', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='guideline', to='reviews.calibration')),
                        ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='reviews_guideline_says_something')],
                    },
                ),
                migrations.CreateModel(
                    name='Opinion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('choice', models.CharField(max_length=20)),
                        ('clarity', models.CharField(max_length=20)),
                        ('measure', models.CharField(max_length=20)),
                        ('words', models.CharField(max_length=1000)),
                        ('given_at', models.DateTimeField()),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opinions', to='reviews.calibrationcase')),
                        ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('case', 'given_by'), name='reviews_opinion_given_once'), models.CheckConstraint(condition=models.Q(('choice__in', ['good_call', 'other_way', 'learn', 'coach', 'breach']), ('clarity__in', ['clear', 'unclear', 'silent']), ('measure__in', ['too_little', 'right', 'too_much']), models.Q(('words', ''), _negated=True)), name='reviews_opinion_answers_each_question')],
                    },
                ),
                migrations.CreateModel(
                    name='ProposedLine',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('revision', models.PositiveIntegerField()),
                        ('proposed_at', models.DateTimeField()),
                        ('conclusion', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='line', to='reviews.conclusion')),
                        ('draft', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='charters.draft')),
                        ('guideline', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='line', to='reviews.guideline')),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('conclusion__isnull', False), ('guideline', None)), models.Q(('conclusion', None), ('guideline__isnull', False)), _connector='OR'), name='reviews_line_comes_from_one_look')],
                    },
                ),
                migrations.CreateModel(
                    name='Reaction',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('words', models.CharField(max_length=1000)),
                        ('tone', models.CharField(max_length=20)),
                        ('sent_at', models.DateTimeField()),
                        ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reactions', to='gestures.decisionrecord')),
                        ('sent_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='reviews_reaction_says_something'), models.CheckConstraint(condition=models.Q(('tone__in', ['support', 'criticism'])), name='reviews_reaction_has_a_tone'), models.UniqueConstraint(fields=('decision', 'sent_by', 'words'), name='reviews_reaction_sent_once')],
                    },
                ),
                migrations.CreateModel(
                    name='CommentFlag',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('flagged_at', models.DateTimeField()),
                        ('due_at', models.DateTimeField()),
                        ('note', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='flag', to='reviews.coachingnote')),
                        ('conclusion', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='flag', to='reviews.conclusion')),
                        ('reaction', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='flag', to='reviews.reaction')),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('conclusion', None), ('note', None), ('reaction__isnull', False)), models.Q(('conclusion', None), ('note__isnull', False), ('reaction', None)), models.Q(('conclusion__isnull', False), ('note', None), ('reaction', None)), _connector='OR'), name='reviews_flag_is_about_one_word')],
                    },
                ),
                migrations.CreateModel(
                    name='Repair',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('apology', models.CharField(max_length=1000)),
                        ('restated', models.CharField(max_length=1000)),
                        ('repaired_at', models.DateTimeField()),
                        ('flag', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='repair', to='reviews.commentflag')),
                        ('repaired_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('apology', ''), _negated=True), models.Q(('restated', ''), _negated=True)), name='reviews_repair_says_both')],
                    },
                ),
                migrations.CreateModel(
                    name='Review',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('strength', models.CharField(max_length=1000)),
                        ('charter_should_say', models.CharField(blank=True, max_length=1000)),
                        ('verdict', models.CharField(max_length=20)),
                        ('judged_at', models.DateTimeField()),
                        ('reviewer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('sample', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='review', to='reviews.sample')),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('strength', ''), _negated=True), name='reviews_strength_comes_first'), models.CheckConstraint(condition=models.Q(('verdict__in', ['good_call', 'other_way', 'learn', 'coach', 'breach'])), name='reviews_verdict_is_no_sanction')],
                    },
                ),
                migrations.CreateModel(
                    name='Sample',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('stratum', models.CharField(max_length=20)),
                        ('checkpoint_size', models.BigIntegerField(null=True)),
                        ('reason', models.CharField(blank=True, max_length=300)),
                        ('drawn_at', models.DateTimeField()),
                        ('decision', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='sample', to='gestures.decisionrecord')),
                        ('drawn_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('plan', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reviews.samplingplan')),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('checkpoint_size__isnull', False), ('drawn_by', None), ('plan__isnull', False), ('reason', '')), models.Q(('checkpoint_size', None), ('drawn_by__isnull', False), ('plan', None), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='reviews_drawn_by_chance_or_for_a_reason')],
                    },
                ),
            ],
        ),
    ]
