import django.db.models.deletion
import geste.apps.base.create_together
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('cases', '0001_cases'),
        ('cases', '0002_searched'),
        ('cases', '0003_fold_what_is_searched'),
        ('cases', '0004_help_calls'),
        ('cases', '0005_understanding'),
        ('cases', '0006_training'),
        ('cases', '0007_timed_and_seen'),
    ]

    dependencies = [
        ('people', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        geste.apps.base.create_together.CreateTogether(
            models=[
                migrations.CreateModel(
                    name='Case',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('reference', models.CharField(max_length=40, unique=True)),
                        ('kind', models.CharField(choices=[('complaint', 'complaint'), ('request', 'request')], max_length=20)),
                        ('customer', models.CharField(blank=True, max_length=80)),
                        ('customer_label', models.CharField(blank=True, max_length=160)),
                        ('language', models.CharField(choices=[('en', 'en'), ('fr', 'fr')], default='en', max_length=2)),
                        ('words', models.TextField(blank=True)),
                        ('searched_name', models.TextField(blank=True, default='', editable=False)),
                        ('searched_words', models.TextField(blank=True, default='', editable=False)),
                        ('facts', models.JSONField(default=dict)),
                        ('opened_at', models.DateTimeField()),
                        ('staged_at', models.DateTimeField(blank=True, null=True)),
                        ('is_training', models.BooleanField(default=False)),
                        ('looked_at', models.DateTimeField(blank=True, null=True)),
                        ('offered_after_seconds', models.PositiveIntegerField(blank=True, null=True)),
                        ('facts_page', models.CharField(blank=True, default='', editable=False, max_length=40)),
                        ('root_issue', models.CharField(default='open', max_length=20)),
                        ('root_issue_note', models.CharField(blank=True, max_length=300)),
                        ('understanding', models.CharField(default='as_said', max_length=20)),
                        ('status', models.CharField(default='open', max_length=20)),
                        ('outcome', models.CharField(blank=True, max_length=40)),
                        ('closed_at', models.DateTimeField(blank=True, null=True)),
                        ('linked', models.ManyToManyField(blank=True, to='cases.case')),
                        ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('site', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='people.site')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['status', '-opened_at'], name='cases_queue'), models.Index(fields=['customer'], name='cases_of_customer')],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('outcome', ''), ('status', 'open')), models.Q(('status', 'closed'), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='cases_closed_with_outcome'), models.CheckConstraint(condition=models.Q(('status', 'open'), ('kind', 'request'), ('outcome__in', ('heard', 'handed_over', 'left')), models.Q(('root_issue', 'open'), _negated=True), _connector='OR'), name='cases_root_issue_first')],
                    },
                ),
                migrations.CreateModel(
                    name='HelpCall',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('step', models.CharField(choices=[('called', 'called'), ('there', 'there'), ('over', 'over'), ('mistaken', 'mistaken')], max_length=20)),
                        ('said_at', models.DateTimeField()),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='help_calls', to='cases.case')),
                        ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['case', '-id'], name='cases_help_newest')],
                    },
                ),
            ],
        ),
    ]
