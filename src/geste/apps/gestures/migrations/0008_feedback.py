"""Keep how decisions left their customers, beside one another, and what of it was noted by mistake."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('gestures', '0007_not_carried_out'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Feedback',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=64, unique=True)),
                ('fingerprint', models.CharField(max_length=64)),
                ('satisfaction', models.CharField(max_length=20)),
                ('source', models.CharField(max_length=20)),
                ('words', models.CharField(blank=True, max_length=500)),
                ('happened_on', models.DateField()),
                ('noted_at', models.DateTimeField()),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='feedback', to='gestures.decisionrecord')),
                ('noted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Withdrawal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('withdrawn_at', models.DateTimeField()),
                ('feedback', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='withdrawal', to='gestures.feedback')),
                ('withdrawn_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='feedback',
            constraint=models.CheckConstraint(condition=models.Q(('satisfaction__in', ['satisfied', 'not_satisfied', 'unclear'])), name='gestures_feedback_says_how'),
        ),
        migrations.AddConstraint(
            model_name='feedback',
            constraint=models.CheckConstraint(condition=models.Q(('source__in', ['customer_reply', 'customer_returned', 'agent_note'])), name='gestures_feedback_says_whence'),
        ),
    ]
