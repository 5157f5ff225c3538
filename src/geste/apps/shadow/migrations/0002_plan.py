"""Keep what has to be true before caps rise."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('shadow', '0001_shadow'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Plan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fear_at_most', models.PositiveSmallIntegerField()),
                ('gap_at_most', models.PositiveSmallIntegerField()),
                ('below_line_at_least', models.PositiveSmallIntegerField()),
                ('step', models.CharField(blank=True, max_length=200)),
                ('written_at', models.DateTimeField()),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('below_line_at_least__lte', 100), ('fear_at_most__lte', 100), ('gap_at_most__lte', 100)), name='shadow_plan_in_points_of_a_hundred')],
            },
        ),
    ]
