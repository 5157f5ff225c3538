"""Addresses of the entrance. The demonstration's own are there only in a demonstration."""

from django.conf import settings
from django.contrib.auth.views import LogoutView
from django.urls import path

from geste.interfaces.web.entrance import demo, sign_in

urlpatterns = [
    path("sign-in", sign_in.SignIn.as_view(), name="sign-in"),
    path("sign-out", LogoutView.as_view(), name="sign-out"),
]
if settings.GESTE.demo:
    urlpatterns += [
        path("demo/enter/<str:secret>/", demo.enter, name="demo-enter"),
        path("demo/as", demo.step_into, name="demo-as"),
    ]
