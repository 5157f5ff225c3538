"""Keep the name of the item that went with a purchase."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('gestures', '0003_places_and_clocks'),
    ]

    operations = [
        migrations.AddField(
            model_name='gesture',
            name='item',
            field=models.CharField(blank=True, default='', max_length=80),
            preserve_default=False,
        ),
    ]
