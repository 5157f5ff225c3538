import django.db.models.deletion
import geste.apps.base.create_together
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('frictions', '0001_frictions'),
    ]

    dependencies = [
        ('gestures', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        geste.apps.base.create_together.CreateTogether(
            models=[
                migrations.CreateModel(
                    name='Gap',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=80)),
                        ('folded', models.CharField(max_length=80, unique=True)),
                        ('named_at', models.DateTimeField()),
                    ],
                ),
                migrations.CreateModel(
                    name='ChecklistItem',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('words', models.CharField(max_length=160)),
                        ('since', models.DateTimeField()),
                        ('until', models.DateTimeField(null=True)),
                        ('put_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('gap', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='frictions.gap')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(condition=models.Q(('until', None)), fields=('gap',), name='frictions_one_question_for_a_gap')],
                    },
                ),
                migrations.CreateModel(
                    name='Hurt',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('words', models.CharField(max_length=200)),
                        ('said_at', models.DateTimeField()),
                        ('gesture', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='hurt', to='gestures.gesture')),
                        ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='frictions_hurt_says_something')],
                    },
                ),
                migrations.CreateModel(
                    name='Unclear',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('said_at', models.DateTimeField()),
                        ('gap', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='times', to='frictions.gap')),
                        ('gesture', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='unclear', to='gestures.gesture')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['said_at'], name='frictions_unclear_by_time')],
                    },
                ),
            ],
        ),
    ]
