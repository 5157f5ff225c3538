import django.db.models.deletion
import geste.apps.base.create_together
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('audit', '0001_receipts_and_log'),
        ('audit', '0003_standstill'),
        ('audit', '0004_tree'),
        ('audit', '0005_pledge_texts'),
    ]

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        geste.apps.base.create_together.CreateTogether(
            models=[
                migrations.CreateModel(
                    name='Checkpoint',
                    fields=[
                        ('size', models.BigIntegerField(primary_key=True, serialize=False)),
                        ('note', models.TextField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Head',
                    fields=[
                        ('name', models.CharField(max_length=10, primary_key=True, serialize=False)),
                        ('origin', models.CharField(max_length=100)),
                        ('key', models.CharField(max_length=64)),
                        ('size', models.BigIntegerField(default=0)),
                    ],
                ),
                migrations.CreateModel(
                    name='Leaf',
                    fields=[
                        ('index', models.BigIntegerField(primary_key=True, serialize=False)),
                        ('leaf', models.BinaryField()),
                        ('key', models.CharField(max_length=64)),
                        ('signature', models.BinaryField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Node',
                    fields=[
                        ('place', models.BigIntegerField(primary_key=True, serialize=False)),
                        ('hash', models.BinaryField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PledgeText',
                    fields=[
                        ('version', models.PositiveIntegerField(primary_key=True, serialize=False)),
                        ('en', models.TextField()),
                        ('fr', models.TextField()),
                        ('since', models.DateTimeField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='SigningKey',
                    fields=[
                        ('key', models.CharField(max_length=64, primary_key=True, serialize=False)),
                        ('public', models.BinaryField()),
                        ('told_by', models.BigIntegerField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Tree',
                    fields=[
                        ('name', models.CharField(max_length=10, primary_key=True, serialize=False)),
                        ('included', models.BigIntegerField(default=0)),
                    ],
                ),
                migrations.CreateModel(
                    name='VaultKey',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('subject', models.CharField(max_length=120, unique=True)),
                        ('handle', models.CharField(max_length=32, unique=True)),
                        ('name', models.CharField(blank=True, max_length=120)),
                        ('key', models.BinaryField()),
                    ],
                ),
                migrations.CreateModel(
                    name='Receipt',
                    fields=[
                        ('leaf', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='receipt', serialize=False, to='audit.leaf')),
                        ('decision', models.BigIntegerField(unique=True)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Standstill',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('begun_at', models.DateTimeField()),
                        ('faults', models.JSONField()),
                        ('is_over', models.BooleanField(default=False)),
                        ('ended_at', models.DateTimeField(null=True)),
                        ('reason', models.CharField(blank=True, max_length=500)),
                        ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(condition=models.Q(('is_over', False)), fields=('is_over',), name='audit_one_standstill_at_a_time'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), ('ended_by', None), ('is_over', False), ('reason', '')), models.Q(('ended_at__isnull', False), ('ended_by__isnull', False), ('is_over', True), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='audit_standstill_ends_with_a_reason')],
                    },
                ),
            ],
        ),
    ]
