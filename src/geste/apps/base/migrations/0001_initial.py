import geste.apps.base.create_together
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('base', '0001_events'),
        ('base', '0002_done_once'),
    ]

    dependencies = [
    ]

    operations = [
        geste.apps.base.create_together.CreateTogether(
            models=[
                migrations.CreateModel(
                    name='DoneOnce',
                    fields=[
                        ('key', models.CharField(max_length=64, primary_key=True, serialize=False)),
                        ('used_by', models.BigIntegerField(null=True)),
                        ('fingerprint', models.CharField(max_length=64)),
                        ('number', models.BigIntegerField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='EventRow',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=80)),
                        ('at', models.DateTimeField()),
                        ('payload', models.JSONField()),
                        ('handed_on_at', models.DateTimeField(null=True)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['handed_on_at', 'id'], name='base_event_waiting')],
                    },
                ),
            ],
        ),
    ]
