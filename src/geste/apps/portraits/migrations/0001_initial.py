import django.db.models.deletion
import geste.apps.base.create_together
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('portraits', '0001_portraits'),
    ]

    dependencies = [
        ('cases', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        geste.apps.base.create_together.CreateTogether(
            models=[
                migrations.CreateModel(
                    name='EvidenceFile',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('title', models.CharField(max_length=120)),
                        ('words', models.TextField(blank=True, max_length=1000)),
                        ('begun_at', models.DateTimeField()),
                        ('changed_at', models.DateTimeField()),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                ),
                migrations.CreateModel(
                    name='EvidenceLink',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('digest', models.CharField(max_length=64, unique=True)),
                        ('given_to', models.CharField(blank=True, max_length=80)),
                        ('made_at', models.DateTimeField()),
                        ('until', models.DateTimeField()),
                        ('ended_at', models.DateTimeField(null=True)),
                        ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='portraits.evidencefile')),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('until__gt', models.F('made_at'))), name='portraits_link_ends')],
                    },
                ),
                migrations.CreateModel(
                    name='Look',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('seen', models.CharField(choices=[('room', 'room'), ('file', 'file')], max_length=10)),
                        ('looked_at', models.DateTimeField()),
                        ('link', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='looks', to='portraits.evidencelink')),
                        ('looker', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['person', '-looked_at'], name='portraits_looks_of_person')],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('link', None), ('looker__isnull', False), ('seen', 'room')), models.Q(('link__isnull', False), ('looker', None), ('seen', 'file')), _connector='OR'), name='portraits_look_by_somebody')],
                    },
                ),
                migrations.CreateModel(
                    name='Consent',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('given_at', models.DateTimeField()),
                        ('ended_at', models.DateTimeField(null=True)),
                        ('coach', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consents_held', to=settings.AUTH_USER_MODEL)),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consents_given', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('person', 'coach'), name='portraits_consent_stands_once'), models.CheckConstraint(condition=models.Q(('person', models.F('coach')), _negated=True), name='portraits_consent_to_another')],
                    },
                ),
                migrations.CreateModel(
                    name='EvidenceItem',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('case', 'case'), ('word', 'word'), ('practice', 'practice'), ('help', 'help'), ('story', 'story')], max_length=10)),
                        ('words', models.TextField(max_length=1000)),
                        ('place', models.PositiveSmallIntegerField()),
                        ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                        ('file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='portraits.evidencefile')),
                    ],
                    options={
                        'ordering': ('place', 'pk'),
                        'constraints': [models.UniqueConstraint(condition=models.Q(('case__isnull', False)), fields=('file', 'case'), name='portraits_case_once_in_a_file')],
                    },
                ),
            ],
        ),
    ]
