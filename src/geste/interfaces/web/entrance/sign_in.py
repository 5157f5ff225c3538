"""Sign in: by name and password, with a form that says plainly what went wrong."""

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView


class SignIn(LoginView):
    """The sign-in page."""

    template_name = "web/entrance/sign_in.html"
    authentication_form = AuthenticationForm
    redirect_authenticated_user = True
