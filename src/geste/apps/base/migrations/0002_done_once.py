"""Keep with which row the request of a program was answered."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('base', '0001_events'),
    ]

    operations = [
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
    ]
