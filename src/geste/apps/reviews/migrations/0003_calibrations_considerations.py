"""Keep calibrations with what each of those who judged said, and what people thought about when they decided."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('charters', '0003_page_turns'),
        ('gestures', '0010_settlements'),
        ('reviews', '0002_conclusions'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Opinion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('choice', models.CharField(max_length=20)),
                ('clarity', models.CharField(max_length=20)),
                ('measure', models.CharField(max_length=20)),
                ('words', models.CharField(max_length=1000)),
                ('given_at', models.DateTimeField()),
            ],
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
        ),
        migrations.CreateModel(
            name='CalibrationCase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('calibration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='reviews.calibration')),
                ('sample', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reviews.sample')),
            ],
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
            name='Consideration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('thought', models.CharField(max_length=20)),
                ('words', models.CharField(max_length=300)),
                ('noted_at', models.DateTimeField()),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='considerations', to='gestures.decisionrecord')),
            ],
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
        ),
        migrations.AddField(
            model_name='proposedline',
            name='guideline',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='line', to='reviews.guideline'),
        ),
        migrations.AddConstraint(
            model_name='proposedline',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('conclusion__isnull', False), ('guideline', None)), models.Q(('conclusion', None), ('guideline__isnull', False)), _connector='OR'), name='reviews_line_comes_from_one_look'),
        ),
        migrations.AddField(
            model_name='opinion',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opinions', to='reviews.calibrationcase'),
        ),
        migrations.AddField(
            model_name='opinion',
            name='given_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='calibration',
            constraint=models.CheckConstraint(condition=models.Q(('about', ''), _negated=True), name='reviews_calibration_is_about'),
        ),
        migrations.AddConstraint(
            model_name='calibrationcase',
            constraint=models.UniqueConstraint(fields=('calibration', 'sample'), name='reviews_calibrated_once_in_a_sitting'),
        ),
        migrations.AddConstraint(
            model_name='consideration',
            constraint=models.CheckConstraint(condition=models.Q(('thought__in', ['went_wrong', 'make_right', 'cost', 'proud']), models.Q(('words', ''), _negated=True)), name='reviews_consideration_answers'),
        ),
        migrations.AddConstraint(
            model_name='consideration',
            constraint=models.UniqueConstraint(fields=('decision', 'thought'), name='reviews_considered_once'),
        ),
        migrations.AddConstraint(
            model_name='guideline',
            constraint=models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='reviews_guideline_says_something'),
        ),
        migrations.AddConstraint(
            model_name='opinion',
            constraint=models.UniqueConstraint(fields=('case', 'given_by'), name='reviews_opinion_given_once'),
        ),
        migrations.AddConstraint(
            model_name='opinion',
            constraint=models.CheckConstraint(condition=models.Q(('choice__in', ['good_call', 'other_way', 'learn', 'coach', 'breach']), ('clarity__in', ['clear', 'unclear', 'silent']), ('measure__in', ['too_little', 'right', 'too_much']), models.Q(('words', ''), _negated=True)), name='reviews_opinion_answers_each_question'),
        ),
    ]
