import django.db.models.deletion
import geste.apps.base.create_together
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('hops', '0001_hops'),
    ]

    dependencies = [
        ('cases', '0001_initial'),
        ('charters', '0001_initial'),
        ('gestures', '0001_initial'),
        ('people', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        geste.apps.base.create_together.CreateTogether(
            models=[
                migrations.CreateModel(
                    name='Hop',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('one_hop', 'one_hop'), ('extraordinary', 'extraordinary')], max_length=20)),
                        ('what', models.CharField(max_length=120)),
                        ('amount', models.BigIntegerField(null=True)),
                        ('currency', models.CharField(max_length=3)),
                        ('because', models.CharField(blank=True, max_length=300)),
                        ('request', models.JSONField()),
                        ('clause', models.CharField(max_length=120)),
                        ('reasons', models.JSONField()),
                        ('asked_at', models.DateTimeField()),
                        ('due_at', models.DateTimeField()),
                        ('silence_acts', models.BooleanField()),
                        ('asked', models.ManyToManyField(related_name='hops_to_answer', to=settings.AUTH_USER_MODEL)),
                        ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hops_asked', to=settings.AUTH_USER_MODEL)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hops', to='cases.case')),
                        ('charter_text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='charters.chartertext')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['case', 'asked_at'], name='hops_of_case')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('kind', 'one_hop'), ('silence_acts', False), _connector='OR'), name='hops_silence_acts_as_the_charter_says')],
                    },
                ),
                migrations.CreateModel(
                    name='HopAnswer',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('word', models.CharField(choices=[('yes', 'yes'), ('no_because', 'no_because')], max_length=20)),
                        ('because', models.CharField(blank=True, max_length=300)),
                        ('instead', models.CharField(blank=True, max_length=120)),
                        ('idea', models.CharField(blank=True, max_length=300)),
                        ('answered_at', models.DateTimeField()),
                        ('answered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('green_light', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='gestures.greenlight')),
                        ('hop', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='hops.hop')),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('word', 'yes'), models.Q(('because', ''), _negated=True), _connector='OR'), name='hops_no_answer_without_because'), models.CheckConstraint(condition=models.Q(models.Q(('green_light__isnull', False), ('word', 'yes')), models.Q(('green_light', None), ('word', 'no_because')), _connector='OR'), name='hops_yes_is_a_green_light')],
                    },
                ),
                migrations.CreateModel(
                    name='HopSilence',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('noticed_at', models.DateTimeField()),
                        ('green_light', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='silence', to='gestures.greenlight')),
                        ('hop', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='silence', to='hops.hop')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Interruption',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('called_at', models.DateTimeField()),
                        ('is_of_a_leader', models.BooleanField()),
                        ('started_at', models.DateTimeField(null=True)),
                        ('ended_at', models.DateTimeField(null=True)),
                        ('called_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='interruptions', to='cases.case')),
                        ('hop', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='interruption', to='hops.hop')),
                        ('whom', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['called_at'], name='hops_interruptions')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ended_at', None), ('ended_at__gte', models.F('started_at')), _connector='OR'), name='hops_interruption_ends_after_it_began')],
                    },
                ),
                migrations.CreateModel(
                    name='LocalVariant',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('rule', models.CharField(max_length=120)),
                        ('because', models.CharField(max_length=300)),
                        ('declared_at', models.DateTimeField()),
                        ('since', models.DateTimeField()),
                        ('until', models.DateTimeField()),
                        ('charter_text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='charters.chartertext')),
                        ('declared_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('site', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.site')),
                        ('team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['until'], name='hops_variants_ending')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('until__gte', models.F('since'))), name='hops_variant_ends')],
                    },
                ),
                migrations.CreateModel(
                    name='Bend',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('rule', models.CharField(max_length=120)),
                        ('clause', models.CharField(blank=True, max_length=120)),
                        ('how_far', models.CharField(blank=True, max_length=80)),
                        ('lasts_until', models.DateTimeField(null=True)),
                        ('bent_at', models.DateTimeField()),
                        ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='bends', to='cases.case')),
                        ('gesture', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bends', to='gestures.gesture')),
                        ('variant', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='bends', to='hops.localvariant')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['rule', 'bent_at'], name='hops_bends_of_rule')],
                        'constraints': [models.UniqueConstraint(fields=('gesture', 'rule'), name='hops_rule_bent_once_by_a_gesture')],
                    },
                ),
            ],
        ),
    ]
