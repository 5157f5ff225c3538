"""Sign in: by name and password, with a form that says plainly what went wrong."""

from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView

from geste.interfaces.web.kept import is_form_kept


class SignIn(LoginView):
    """The sign-in page."""

    template_name = "web/entrance/sign_in.html"
    authentication_form = AuthenticationForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return what the page shows, and whether something waits that was filled in before."""
        return {**super().get_context_data(**kwargs), "form_waits": is_form_kept(self.request)}
