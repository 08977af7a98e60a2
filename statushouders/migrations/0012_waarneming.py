"""A colleague stands in for another, from a day to a day."""

import django.contrib.postgres.constraints
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import regio.models.velden


class Migration(migrations.Migration):

    dependencies = [
        ('statushouders', '0011_dubbel'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Waarneming',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('van', models.DateField(verbose_name='van')),
                ('tot_en_met', models.DateField(verbose_name='tot en met')),
                ('door_wie', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='waarnemingen', to=settings.AUTH_USER_MODEL, verbose_name='door')),
                ('gemaakt_door', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('voor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='waargenomen', to=settings.AUTH_USER_MODEL, verbose_name='voor')),
            ],
            options={
                'verbose_name': 'waarneming',
                'verbose_name_plural': 'waarnemingen',
                'ordering': ['van', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('van__isnull', True), ('tot_en_met__isnull', True), ('tot_en_met__gte', models.F('van')), _connector='OR'), name='waarneming_einde_na_begin', violation_error_message='De laatste dag ligt voor de eerste dag.'), models.CheckConstraint(condition=models.Q(('voor', models.F('door_wie')), _negated=True), name='waarneming_door_een_ander', violation_error_message='Kies een collega: niemand neemt voor zichzelf waar.'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('voor', '='), ('door_wie', '='), (regio.models.velden.DagenBereik(models.F('van'), models.F('tot_en_met'), models.Value('[]')), '&&')], name='waarneming_een_tegelijk', violation_error_message='Deze collega neemt op een van deze dagen al waar.')],
            },
        ),
    ]
