import django.db.models.deletion
import geste.apps.base.create_together
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('execution', '0001_commitments'),
        ('execution', '0002_what_was_given_before'),
        ('execution', '0003_book_what_was_carried_out'),
        ('execution', '0004_find_attempts_by_key'),
    ]

    dependencies = [
        ('gestures', '0001_initial'),
        ('ledger', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        geste.apps.base.create_together.CreateTogether(
            models=[
                migrations.CreateModel(
                    name='Endpoint',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=80, unique=True)),
                        ('url', models.CharField(max_length=500)),
                        ('secret_number', models.PositiveIntegerField(default=1)),
                        ('is_rotating', models.BooleanField(default=False)),
                        ('disabled_at', models.DateTimeField(null=True)),
                    ],
                ),
                migrations.CreateModel(
                    name='Commitment',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('operation', models.CharField(max_length=20)),
                        ('connector', models.CharField(max_length=40)),
                        ('recipient', models.CharField(blank=True, max_length=500)),
                        ('title', models.CharField(blank=True, max_length=160)),
                        ('amount', models.BigIntegerField(null=True)),
                        ('currency', models.CharField(max_length=3)),
                        ('language', models.CharField(default='en', max_length=2)),
                        ('code', models.CharField(blank=True, max_length=40)),
                        ('is_simulated', models.BooleanField(default=False)),
                        ('promised_at', models.DateTimeField()),
                        ('not_before', models.DateTimeField()),
                        ('state', models.CharField(default='ready', max_length=20)),
                        ('generation', models.PositiveIntegerField(default=1)),
                        ('provider_key', models.CharField(max_length=52, unique=True)),
                        ('tries', models.PositiveIntegerField(default=0)),
                        ('first_try_at', models.DateTimeField(null=True)),
                        ('is_in_doubt', models.BooleanField(default=False)),
                        ('absent_at', models.DateTimeField(null=True)),
                        ('next_at', models.DateTimeField(null=True)),
                        ('reason', models.CharField(blank=True, max_length=80)),
                        ('reference', models.CharField(blank=True, max_length=120)),
                        ('ended_at', models.DateTimeField(null=True)),
                        ('noticed_at', models.DateTimeField(null=True)),
                        ('fence', models.PositiveIntegerField(default=0)),
                        ('lease_until', models.DateTimeField(null=True)),
                        ('done_entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.entry')),
                        ('gesture', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='commitments', to='gestures.gesture')),
                        ('sent_entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.entry')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['next_at', 'id'], name='execution_due'), models.Index(fields=['state', 'promised_at'], name='execution_by_state')],
                        'constraints': [models.UniqueConstraint(fields=('gesture', 'operation'), name='execution_once_per_operation'), models.CheckConstraint(condition=models.Q(('state__in', ('ready', 'sending', 'unknown', 'sent', 'checking', 'waiting', 'confirmed', 'returned'))), name='execution_known_state'), models.CheckConstraint(condition=models.Q(('amount', None), ('amount__gt', 0), _connector='OR'), name='execution_amount_is_positive')],
                    },
                ),
                migrations.CreateModel(
                    name='Attempt',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(max_length=10)),
                        ('provider_key', models.CharField(db_index=True, max_length=52)),
                        ('fence', models.PositiveIntegerField()),
                        ('began_at', models.DateTimeField()),
                        ('ended_at', models.DateTimeField(null=True)),
                        ('outcome', models.CharField(blank=True, max_length=20)),
                        ('reference', models.CharField(blank=True, max_length=120)),
                        ('reason', models.CharField(blank=True, max_length=80)),
                        ('commitment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attempts', to='execution.commitment')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('commitment', 'fence'), name='execution_attempt_per_lease')],
                    },
                ),
                migrations.CreateModel(
                    name='Arrangement',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(max_length=40, unique=True)),
                        ('connector', models.CharField(max_length=40)),
                        ('operation', models.CharField(max_length=20)),
                        ('recipient', models.CharField(blank=True, max_length=120)),
                        ('endpoint', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='arrangements', to='execution.endpoint')),
                    ],
                ),
                migrations.CreateModel(
                    name='Intervention',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('step', models.CharField(choices=[('done', 'done'), ('try_again', 'try_again'), ('give_back', 'give_back')], max_length=20)),
                        ('note', models.CharField(blank=True, max_length=300)),
                        ('said_at', models.DateTimeField()),
                        ('commitment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='interventions', to='execution.commitment')),
                        ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ProviderEvent',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('provider', models.CharField(max_length=40)),
                        ('event', models.CharField(max_length=120)),
                        ('kind', models.CharField(max_length=80)),
                        ('about', models.CharField(blank=True, max_length=120)),
                        ('reference', models.CharField(blank=True, max_length=120)),
                        ('received_at', models.DateTimeField()),
                        ('commitment', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='provider_events', to='execution.commitment')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['commitment', 'received_at'], name='execution_parked_events')],
                        'constraints': [models.UniqueConstraint(fields=('provider', 'event'), name='execution_event_once')],
                    },
                ),
            ],
        ),
    ]
