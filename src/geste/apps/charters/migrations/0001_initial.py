import django.db.models.deletion
import geste.apps.base.create_together
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('charters', '0001_charter_texts'),
        ('charters', '0002_drafts_and_signatures'),
        ('charters', '0003_page_turns'),
    ]

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        geste.apps.base.create_together.CreateTogether(
            models=[
                migrations.CreateModel(
                    name='CharterText',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('charter_id', models.CharField(max_length=120)),
                        ('version', models.PositiveIntegerField()),
                        ('digest', models.CharField(max_length=64)),
                        ('effective', models.DateField()),
                        ('text', models.TextField()),
                        ('written_reason', models.TextField(blank=True, default='')),
                        ('published_at', models.DateTimeField()),
                        ('published_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['-effective', '-version'], name='charters_in_force')],
                        'constraints': [models.UniqueConstraint(fields=('charter_id', 'version'), name='charters_version_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Draft',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('text', models.TextField(blank=True)),
                        ('written_reason', models.TextField(blank=True)),
                        ('revision', models.PositiveIntegerField(default=1)),
                        ('page', models.CharField(blank=True, max_length=40)),
                        ('turn', models.PositiveIntegerField(default=0)),
                        ('started_at', models.DateTimeField()),
                        ('saved_at', models.DateTimeField()),
                        ('ending', models.CharField(blank=True, choices=[('published', 'Published'), ('put_away', 'Put Away')], max_length=20)),
                        ('kept_apart_from', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='kept_apart', to='charters.draft')),
                        ('saved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('started_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('writers', models.ManyToManyField(related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['ending', '-saved_at'], name='charters_draft_open')],
                    },
                ),
                migrations.CreateModel(
                    name='Candidate',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('revision', models.PositiveIntegerField()),
                        ('text', models.TextField()),
                        ('written_reason', models.TextField(blank=True)),
                        ('put_forward_at', models.DateTimeField()),
                        ('put_forward_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('before', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='charters.chartertext')),
                        ('draft', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='candidates', to='charters.draft')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('draft', 'revision'), name='charters_candidate_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Signature',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('part', models.CharField(choices=[('put_forward', 'Put Forward'), ('signed', 'Signed'), ('alone', 'Alone')], max_length=20)),
                        ('signed_at', models.DateTimeField()),
                        ('candidate', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='charters.candidate')),
                        ('charter_text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='charters.chartertext')),
                        ('signed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('charter_text', 'signed_by'), name='charters_signed_once_by_each')],
                    },
                ),
            ],
        ),
    ]
