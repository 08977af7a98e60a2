"""The address of the country."""

from django.urls import path

from verbinder.landelijk.views import landelijk

urlpatterns = [path("landelijk/", landelijk, name="landelijk")]
