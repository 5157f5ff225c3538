"""Addresses of the entrance."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from geste.interfaces.web.entrance import demo, language, sign_in

urlpatterns = [
    path("sign-in", sign_in.SignIn.as_view(), name="sign-in"),
    path("sign-out", LogoutView.as_view(), name="sign-out"),
    path("language", language.choose, name="language"),
    path("demo", demo.choose, name="demo"),
    path("demo/enter/<str:secret>/", demo.enter, name="demo-enter"),
    path("demo/as", demo.step_into, name="demo-as"),
]
