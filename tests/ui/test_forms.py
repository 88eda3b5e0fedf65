import re

from django import forms

from samenspel.ui.gallery import SampleForm
from ui.components import render


def written(thing):
    """The HTML with white space in one way."""
    text = re.sub(r"\s+", " ", str(thing))
    return re.sub(r" ?(<|>) ?", r"\1", text)


class Small(forms.Form):
    name = forms.CharField(label="Naam", help_text="Zoals op je pas.", max_length=20)
    story = forms.CharField(label="Verhaal", widget=forms.Textarea, max_length=50, required=False)
    kinds = forms.MultipleChoiceField(
        label="Soorten", choices=[("a", "A"), ("b", "B")], widget=forms.CheckboxSelectMultiple
    )
    token = forms.CharField(widget=forms.HiddenInput, required=False)


def test_field_ties_explanation_and_error_to_its_widget():
    html = written(Small({})["name"].as_field_group())
    assert '<label for="id_name">Naam' in html
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'aria-invalid="true"' in html


def test_field_that_may_stay_empty_says_so():
    assert "(mag leeg)" in str(Small()["story"].as_field_group())
    assert "(mag leeg)" not in str(Small()["name"].as_field_group())


def test_group_of_choices_is_a_fieldset_with_a_legend():
    html = written(Small()["kinds"].as_field_group())
    assert "<fieldset" in html
    assert "<legend>Soorten" in html
    assert 'for="id_kinds_0"' in html


def test_error_summary_links_to_each_field():
    html = written(Small({}))
    assert 'href="#id_name"' in html
    assert 'href="#id_kinds_0"' in html
    assert 'role="alert"' in html


def test_valid_or_unbound_form_has_no_summary():
    assert "error-summary" not in str(Small())
    assert "error-summary" not in str(Small({"name": "Bo", "kinds": ["a"]}))


def test_widget_keeps_its_own_class():
    class Own(forms.Form):
        code = forms.CharField(widget=forms.TextInput(attrs={"class": "smal"}))

    assert 'class="utrecht-textbox smal"' in str(Own()["code"])


def test_placeholder_that_repeats_the_label_is_left_out():
    class Own(forms.Form):
        mail = forms.CharField(label="Mail", widget=forms.TextInput(attrs={"placeholder": "Mail"}))

    assert "placeholder" not in str(Own()["mail"])


def test_text_with_a_limit_gets_a_counter():
    html = written(Small()["story"].as_field_group())
    assert 'data-counter-for="id_story" data-limit="50"' in html


def test_what_somebody_typed_is_escaped():
    form = Small({"name": '"><script>', "kinds": ["<b>"]})
    html = written(form)
    assert "<script>" not in html
    assert "<b>" not in html


def test_form_component_carries_token_files_and_button():
    html = render('<c-form :form="form" submit="Bewaren" cancel="/terug/" />', form=SampleForm())
    assert "csrfmiddlewaretoken" in html
    assert 'enctype="multipart/form-data"' in html
    assert "Bewaren</button>" in written(html)
    assert 'href="/terug/"' in html


def test_search_form_component_sends_no_token():
    assert "csrf" not in render('<c-form :form="form" method="get" />', form=Small())
