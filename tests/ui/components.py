"""Render a piece of template with our components, as a file of a room would be."""

from django.contrib.auth.models import AnonymousUser
from django.template import engines
from django.test import RequestFactory
from django_cotton.compiler_regex import CottonCompiler


def render(source, path="/ergens/?q=taal&page=3", **context):
    request = RequestFactory().get(path)
    request.user = AnonymousUser()
    template = engines["django"].from_string(CottonCompiler().process(source))
    return " ".join(template.render(context, request).split())
