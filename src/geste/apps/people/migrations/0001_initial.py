import django.db.models.deletion
import geste.apps.base.create_together
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('people', '0001_users'),
        ('people', '0002_founding'),
        ('people', '0003_duties'),
    ]

    dependencies = [
    ]

    operations = [
        geste.apps.base.create_together.CreateTogether(
            models=[
                migrations.CreateModel(
                    name='User',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('password', models.CharField(max_length=128, verbose_name='password')),
                        ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                        ('username', models.CharField(max_length=80, unique=True)),
                        ('display_name', models.CharField(max_length=120)),
                        ('role', models.CharField(max_length=80)),
                        ('language', models.CharField(choices=[('en', 'en'), ('fr', 'fr')], default='en', max_length=2)),
                        ('is_steward', models.BooleanField(default=False)),
                        ('is_active', models.BooleanField(default=True)),
                        ('site', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='users', to='people.site')),
                        ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='users', to='people.team')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Founding',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=10, unique=True)),
                        ('answers', models.JSONField(default=dict)),
                        ('digest', models.CharField(blank=True, max_length=64)),
                        ('expires_at', models.DateTimeField(null=True)),
                        ('done_at', models.DateTimeField(null=True)),
                    ],
                ),
                migrations.CreateModel(
                    name='Site',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=120, unique=True)),
                        ('time_zone', models.CharField(default='UTC', max_length=60)),
                    ],
                ),
                migrations.CreateModel(
                    name='ApiToken',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('label', models.CharField(max_length=80)),
                        ('digest', models.CharField(max_length=64, unique=True)),
                        ('created_at', models.DateTimeField()),
                        ('revoked_at', models.DateTimeField(null=True)),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='api_tokens', to=settings.AUTH_USER_MODEL)),
                    ],
                ),
                migrations.CreateModel(
                    name='SignInLink',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('digest', models.CharField(max_length=64, unique=True)),
                        ('expires_at', models.DateTimeField()),
                        ('used_at', models.DateTimeField(null=True)),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sign_in_links', to=settings.AUTH_USER_MODEL)),
                    ],
                ),
                migrations.CreateModel(
                    name='Team',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=120)),
                        ('site', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='teams', to='people.site')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('site', 'name'), name='people_team_once_per_site')],
                    },
                ),
                migrations.CreateModel(
                    name='Duty',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('manager', 'manager'), ('coach', 'coach'), ('leader', 'leader'), ('pledge_keeper', 'pledge_keeper'), ('staff_representative', 'staff_representative'), ('reviewer', 'reviewer')], max_length=30)),
                        ('since', models.DateTimeField()),
                        ('until', models.DateTimeField(null=True)),
                        ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('given_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='duties', to=settings.AUTH_USER_MODEL)),
                        ('team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='duties', to='people.team')),
                    ],
                    options={
                        'indexes': [models.Index(condition=models.Q(('until', None)), fields=['kind', 'team'], name='people_duties_held')],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ('manager', 'coach')), ('team__isnull', False)), models.Q(models.Q(('kind__in', ('manager', 'coach')), _negated=True), ('team', None)), _connector='OR'), name='people_duty_of_a_team_or_of_the_house'), models.UniqueConstraint(condition=models.Q(('team__isnull', False), ('until', None)), fields=('user', 'kind', 'team'), name='people_duty_held_once_for_a_team'), models.UniqueConstraint(condition=models.Q(('team', None), ('until', None)), fields=('user', 'kind'), name='people_duty_held_once')],
                    },
                ),
            ],
        ),
    ]
