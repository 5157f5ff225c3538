import django.db.models.deletion
import geste.apps.base.create_together
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('notices', '0001_notices'),
    ]

    dependencies = [
        ('people', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        geste.apps.base.create_together.CreateTogether(
            models=[
                migrations.CreateModel(
                    name='Mailbox',
                    fields=[
                        ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='mailbox', serialize=False, to=settings.AUTH_USER_MODEL)),
                        ('address', models.EmailField(blank=True, max_length=254)),
                        ('from_hour', models.PositiveSmallIntegerField(default=8)),
                        ('until_hour', models.PositiveSmallIntegerField(default=18)),
                        ('works_weekends', models.BooleanField(default=False)),
                        ('wants_friday', models.BooleanField(default=True)),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('from_hour__lt', models.F('until_hour')), ('until_hour__lte', 24)), name='notices_a_working_day')],
                    },
                ),
                migrations.CreateModel(
                    name='Notice',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('asked', 'asked'), ('handed_over', 'handed_over'), ('help_called', 'help_called'), ('promise_broken', 'promise_broken'), ('word_owed', 'word_owed'), ('word_hurt', 'word_hurt'), ('person_needed', 'person_needed'), ('report_issued', 'report_issued'), ('charter_waits', 'charter_waits'), ('colleague_asked', 'colleague_asked'), ('story_names_you', 'story_names_you'), ('answered', 'answered'), ('nobody_answered', 'nobody_answered'), ('taken_up', 'taken_up'), ('breach_moved', 'breach_moved'), ('pledge_in_force', 'pledge_in_force'), ('word_said', 'word_said'), ('reviewed', 'reviewed'), ('review_answered', 'review_answered'), ('concluded', 'concluded'), ('word_put_right', 'word_put_right'), ('envelope_low', 'envelope_low'), ('practice_reused', 'practice_reused'), ('thanked', 'thanked'), ('colleague_replied', 'colleague_replied'), ('need_answered', 'need_answered'), ('looked_at', 'looked_at'), ('consent_given', 'consent_given')], max_length=30)),
                        ('about', models.CharField(max_length=80)),
                        ('where', models.CharField(blank=True, max_length=80)),
                        ('facts', models.JSONField(default=dict)),
                        ('told_at', models.DateTimeField()),
                        ('read_at', models.DateTimeField(null=True)),
                        ('is_over', models.BooleanField(default=False)),
                        ('to', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['to', '-told_at'], name='notices_newest'), models.Index(condition=models.Q(('is_over', False), ('kind__in', ['asked', 'handed_over', 'help_called', 'promise_broken', 'word_owed', 'word_hurt', 'person_needed', 'report_issued', 'charter_waits', 'colleague_asked', 'story_names_you']), ('read_at', None)), fields=['to'], name='notices_to_do'), models.Index(condition=models.Q(('is_over', False)), fields=['kind', 'about'], name='notices_to_end')],
                        'constraints': [models.UniqueConstraint(fields=('to', 'kind', 'about'), name='notices_told_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Letter',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('week', models.DateField(null=True)),
                        ('due_at', models.DateTimeField(null=True)),
                        ('tries', models.PositiveSmallIntegerField(default=0)),
                        ('handed_at', models.DateTimeField(null=True)),
                        ('sent_at', models.DateTimeField(null=True)),
                        ('to', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('notice', models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='letter', to='notices.notice')),
                    ],
                    options={
                        'indexes': [models.Index(condition=models.Q(('due_at__isnull', False)), fields=['due_at'], name='notices_letters_due')],
                        'constraints': [models.UniqueConstraint(fields=('to', 'week'), name='notices_one_friday_letter'), models.CheckConstraint(condition=models.Q(models.Q(('notice', None), ('week__isnull', False)), models.Q(('notice__isnull', False), ('week', None)), _connector='OR'), name='notices_letter_about_one_thing')],
                    },
                ),
                migrations.CreateModel(
                    name='Round',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=30)),
                        ('day', models.DateField()),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('name', 'day'), name='notices_one_round_a_day')],
                    },
                ),
                migrations.CreateModel(
                    name='Choice',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('asked', 'asked'), ('handed_over', 'handed_over'), ('help_called', 'help_called'), ('promise_broken', 'promise_broken'), ('word_owed', 'word_owed'), ('word_hurt', 'word_hurt'), ('person_needed', 'person_needed'), ('report_issued', 'report_issued'), ('charter_waits', 'charter_waits'), ('colleague_asked', 'colleague_asked'), ('story_names_you', 'story_names_you'), ('answered', 'answered'), ('nobody_answered', 'nobody_answered'), ('taken_up', 'taken_up'), ('breach_moved', 'breach_moved'), ('pledge_in_force', 'pledge_in_force'), ('word_said', 'word_said'), ('reviewed', 'reviewed'), ('review_answered', 'review_answered'), ('concluded', 'concluded'), ('word_put_right', 'word_put_right'), ('envelope_low', 'envelope_low'), ('practice_reused', 'practice_reused'), ('thanked', 'thanked'), ('colleague_replied', 'colleague_replied'), ('need_answered', 'need_answered'), ('looked_at', 'looked_at'), ('consent_given', 'consent_given')], max_length=30)),
                        ('way', models.CharField(choices=[('at_once', 'at_once'), ('friday', 'friday'), ('page', 'page')], max_length=10)),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('user', 'kind'), name='notices_one_choice_each')],
                    },
                ),
            ],
        ),
    ]
