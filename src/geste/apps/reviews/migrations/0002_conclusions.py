"""Keep what is said of things done first, and the lines it proposes; a word said there may hurt as well."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('charters', '0003_page_turns'),
        ('gestures', '0010_settlements'),
        ('reviews', '0001_samples_reviews_reactions'),
    ]

    operations = [
        migrations.CreateModel(
            name='Conclusion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('verdict', models.CharField(max_length=20)),
                ('would_help', models.CharField(blank=True, max_length=1000)),
                ('concluded_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='ProposedLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField()),
                ('proposed_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.RemoveConstraint(
            model_name='commentflag',
            name='reviews_flag_is_about_one_word',
        ),
        migrations.AddField(
            model_name='conclusion',
            name='settlement',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='conclusion', to='gestures.settlement'),
        ),
        migrations.AddField(
            model_name='commentflag',
            name='conclusion',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='flag', to='reviews.conclusion'),
        ),
        migrations.AddConstraint(
            model_name='commentflag',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('conclusion', None), ('note', None), ('reaction__isnull', False)), models.Q(('conclusion', None), ('note__isnull', False), ('reaction', None)), models.Q(('conclusion__isnull', False), ('note', None), ('reaction', None)), _connector='OR'), name='reviews_flag_is_about_one_word'),
        ),
        migrations.AddField(
            model_name='proposedline',
            name='conclusion',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='line', to='reviews.conclusion'),
        ),
        migrations.AddField(
            model_name='proposedline',
            name='draft',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='charters.draft'),
        ),
        migrations.AddConstraint(
            model_name='conclusion',
            constraint=models.CheckConstraint(condition=models.Q(('verdict__in', ['extend_charter', 'learn', 'coach', 'breach'])), name='reviews_conclusion_is_no_sanction'),
        ),
        migrations.AddConstraint(
            model_name='conclusion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('verdict', 'coach'), _negated=True), models.Q(('would_help', ''), _negated=True), _connector='OR'), name='reviews_coaching_says_what_would_help'),
        ),
    ]
