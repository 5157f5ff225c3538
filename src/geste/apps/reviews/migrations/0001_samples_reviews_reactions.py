"""Keep draws, what is said of a choice, the words that follow it, and words put right."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('gestures', '0009_green_lights'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AnswerBack',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.CharField(max_length=1000)),
                ('answered_at', models.DateTimeField()),
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
            name='Reaction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.CharField(max_length=1000)),
                ('tone', models.CharField(max_length=20)),
                ('sent_at', models.DateTimeField()),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reactions', to='gestures.decisionrecord')),
                ('sent_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='CommentFlag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('flagged_at', models.DateTimeField()),
                ('due_at', models.DateTimeField()),
                ('note', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='flag', to='reviews.coachingnote')),
                ('reaction', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='flag', to='reviews.reaction')),
            ],
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
            ],
        ),
        migrations.AddField(
            model_name='coachingnote',
            name='review',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='note', to='reviews.review'),
        ),
        migrations.AddField(
            model_name='answerback',
            name='review',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='reviews.review'),
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
        ),
        migrations.AddField(
            model_name='review',
            name='sample',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='review', to='reviews.sample'),
        ),
        migrations.AddConstraint(
            model_name='reaction',
            constraint=models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='reviews_reaction_says_something'),
        ),
        migrations.AddConstraint(
            model_name='reaction',
            constraint=models.CheckConstraint(condition=models.Q(('tone__in', ['support', 'criticism'])), name='reviews_reaction_has_a_tone'),
        ),
        migrations.AddConstraint(
            model_name='reaction',
            constraint=models.UniqueConstraint(fields=('decision', 'sent_by', 'words'), name='reviews_reaction_sent_once'),
        ),
        migrations.AddConstraint(
            model_name='commentflag',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('note__isnull', False), ('reaction', None)), models.Q(('note', None), ('reaction__isnull', False)), _connector='OR'), name='reviews_flag_is_about_one_word'),
        ),
        migrations.AddConstraint(
            model_name='repair',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('apology', ''), _negated=True), models.Q(('restated', ''), _negated=True)), name='reviews_repair_says_both'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.CheckConstraint(condition=models.Q(('strength', ''), _negated=True), name='reviews_strength_comes_first'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.CheckConstraint(condition=models.Q(('verdict__in', ['good_call', 'other_way', 'learn', 'coach', 'breach'])), name='reviews_verdict_is_no_sanction'),
        ),
        migrations.AddConstraint(
            model_name='sample',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('checkpoint_size__isnull', False), ('drawn_by', None), ('plan__isnull', False), ('reason', '')), models.Q(('checkpoint_size', None), ('drawn_by__isnull', False), ('plan', None), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='reviews_drawn_by_chance_or_for_a_reason'),
        ),
    ]
