import django.db.models.deletion
import geste.apps.base.create_together
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('ledger', '0001_book_and_entries'),
        ('ledger', '0002_reversing_entries'),
        ('ledger', '0003_accounts_and_envelope_periods'),
        ('ledger', '0004_carry_over_envelopes'),
        ('ledger', '0005_closed_periods'),
        ('ledger', '0007_what_is_on_its_way'),
        ('ledger', '0008_word_of_low_envelopes'),
    ]

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        geste.apps.base.create_together.CreateTogether(
            models=[
                migrations.CreateModel(
                    name='Book',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=40, unique=True)),
                    ],
                ),
                migrations.CreateModel(
                    name='EnvelopePeriod',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('envelope', models.CharField(max_length=80)),
                        ('holder', models.CharField(blank=True, max_length=40)),
                        ('number', models.PositiveIntegerField()),
                        ('since', models.DateTimeField()),
                        ('until', models.DateTimeField()),
                        ('currency', models.CharField(max_length=3)),
                        ('opened_at', models.DateTimeField()),
                        ('opened_by', models.CharField(max_length=80)),
                        ('is_in_force', models.BooleanField(default=True)),
                        ('cap', models.BigIntegerField(default=0)),
                        ('left', models.BigIntegerField(default=0)),
                        ('seq', models.PositiveBigIntegerField(default=0)),
                        ('promised', models.BigIntegerField()),
                        ('charter_version', models.PositiveIntegerField()),
                        ('low_at', models.DateTimeField(null=True)),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('left__gte', 0)), name='ledger_left_not_negative'), models.CheckConstraint(condition=models.Q(('left__lte', models.F('cap'))), name='ledger_left_at_most_cap'), models.CheckConstraint(condition=models.Q(('since__lt', models.F('until'))), name='ledger_period_has_length'), models.UniqueConstraint(fields=('envelope', 'holder', 'number'), name='ledger_period_once'), models.UniqueConstraint(condition=models.Q(('is_in_force', True)), fields=('envelope', 'holder'), name='ledger_one_period_in_force')],
                    },
                ),
                migrations.CreateModel(
                    name='Entry',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('debit', models.CharField(max_length=40)),
                        ('credit', models.CharField(max_length=40)),
                        ('amount', models.BigIntegerField()),
                        ('currency', models.CharField(max_length=3)),
                        ('envelope', models.CharField(blank=True, max_length=80)),
                        ('envelope_seq', models.PositiveBigIntegerField(null=True)),
                        ('envelope_left', models.BigIntegerField(null=True)),
                        ('occurred_at', models.DateTimeField()),
                        ('gesture_key', models.CharField(max_length=64)),
                        ('ordinal', models.PositiveIntegerField(default=0)),
                        ('reverses', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reversed_by', to='ledger.entry')),
                        ('envelope_period', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='ledger.envelopeperiod')),
                    ],
                    options={
                        'verbose_name_plural': 'entries',
                        'indexes': [models.Index(fields=['envelope', 'occurred_at'], name='ledger_envelope_in_time'), models.Index(condition=models.Q(('debit__in', ('clearing_manual', 'clearing_email', 'clearing_stripe', 'clearing_webhook'))), fields=['debit', 'gesture_key'], name='ledger_off_its_way'), models.Index(condition=models.Q(('credit__in', ('clearing_manual', 'clearing_email', 'clearing_stripe', 'clearing_webhook'))), fields=['credit', 'gesture_key'], name='ledger_on_its_way')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='ledger_amount_is_positive'), models.CheckConstraint(condition=models.Q(('debit', models.F('credit')), _negated=True), name='ledger_two_accounts'), models.CheckConstraint(condition=models.Q(('credit__in', ('gestures', 'owed', 'foregone_revenue', 'cost_price', 'to_settle', 'due_to_customers', 'waived_fees', 'goods', 'paid_out', 'clearing_manual', 'clearing_email', 'clearing_stripe', 'clearing_webhook', 'envelopes', 'budget')), ('debit__in', ('gestures', 'owed', 'foregone_revenue', 'cost_price', 'to_settle', 'due_to_customers', 'waived_fees', 'goods', 'paid_out', 'clearing_manual', 'clearing_email', 'clearing_stripe', 'clearing_webhook', 'envelopes', 'budget'))), name='ledger_known_accounts'), models.CheckConstraint(condition=models.Q(models.Q(models.Q(('debit', 'waived_fees'), _negated=True), ('credit__in', ('foregone_revenue', 'to_settle')), _connector='OR'), models.Q(models.Q(('credit', 'waived_fees'), _negated=True), ('debit__in', ('foregone_revenue', 'to_settle')), _connector='OR'), models.Q(models.Q(('debit', 'envelopes'), _negated=True), ('credit__in', ('budget',)), _connector='OR'), models.Q(models.Q(('credit', 'envelopes'), _negated=True), ('debit__in', ('budget',)), _connector='OR'), models.Q(models.Q(('debit', 'budget'), _negated=True), ('credit__in', ('envelopes',)), _connector='OR'), models.Q(models.Q(('credit', 'budget'), _negated=True), ('debit__in', ('envelopes',)), _connector='OR')), name='ledger_accounts_kept_apart'), models.CheckConstraint(condition=models.Q(models.Q(('envelope', ''), ('envelope_left', None), ('envelope_period', None), ('envelope_seq', None)), models.Q(('envelope_left__gte', 0), ('envelope_period__isnull', False), ('envelope_seq__gte', 1), models.Q(('envelope', ''), _negated=True)), _connector='OR'), name='ledger_envelope_whole_or_not'), models.UniqueConstraint(fields=('gesture_key', 'debit', 'credit', 'ordinal'), name='ledger_once_per_step'), models.UniqueConstraint(fields=('envelope_period', 'envelope_seq'), name='ledger_seq_once_in_period')],
                    },
                ),
                migrations.CreateModel(
                    name='LowNotice',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('letter_due_at', models.DateTimeField(null=True)),
                        ('known_at', models.DateTimeField(null=True)),
                        ('known_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('period', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='low_notice', to='ledger.envelopeperiod')),
                    ],
                ),
                migrations.CreateModel(
                    name='ClosedPeriod',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=7, unique=True)),
                        ('since', models.DateTimeField()),
                        ('until', models.DateTimeField(unique=True)),
                        ('closed_at', models.DateTimeField()),
                        ('entries', models.PositiveBigIntegerField()),
                        ('movements', models.JSONField()),
                        ('digest', models.CharField(max_length=64)),
                        ('closed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('since__lt', models.F('until'))), name='ledger_closed_has_length')],
                    },
                ),
                migrations.CreateModel(
                    name='EnvelopeChange',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('why', models.CharField(max_length=20)),
                        ('charter_version', models.PositiveIntegerField()),
                        ('reason', models.CharField(blank=True, max_length=500)),
                        ('changed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='change', to='ledger.entry')),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('why', 'by_hand'), _negated=True), models.Q(models.Q(('reason', ''), _negated=True), ('changed_by__isnull', False)), _connector='OR'), name='ledger_by_hand_says_why')],
                    },
                ),
            ],
        ),
    ]
