"""How Django renders forms here: label, explanation, error and widget that belong together."""

from typing import Any

from django.forms import BoundField, widgets
from django.forms.renderers import TemplatesSetting

CLASSES: tuple[tuple[type[widgets.Widget], str], ...] = (
    (widgets.FileInput, "file-input"),
    (widgets.CheckboxInput, "choice-input"),
    (widgets.RadioSelect, ""),
    (widgets.CheckboxSelectMultiple, ""),
    (widgets.Select, "utrecht-select utrecht-select--html-select"),
    (widgets.Textarea, "utrecht-textarea"),
    (widgets.Input, "utrecht-textbox"),
)


class UiBoundField(BoundField):
    """A field whose widget carries the classes of our components, next to its own."""

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: widgets.Widget | None = None
    ) -> dict[str, Any]:
        attrs = super().build_widget_attrs(attrs, widget)
        widget = widget or self.field.widget
        ours = next((name for kind, name in CLASSES if isinstance(widget, kind)), "")
        theirs = attrs.get("class") or widget.attrs.get("class", "")
        if widget.attrs.get("placeholder") == self.label:
            attrs["placeholder"] = False  # the label says it already
        if joined := f"{ours} {theirs}".strip():
            attrs["class"] = joined
        return attrs

    @property
    def is_check(self) -> bool:
        """Whether this is a single box, whose label stands behind it."""
        return isinstance(self.field.widget, widgets.CheckboxInput)

    @property
    def error_target(self) -> str:
        """The id that the error summary links to: of a group its first choice."""
        return self.id_for_label or (f"{self.auto_id}_0" if self.use_fieldset else self.auto_id)


class UiRenderer(TemplatesSetting):
    """`{{ form }}`, `{{ form.name.as_field_group }}` and `{{ form.name }}` in every room."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"
    bound_field_class = UiBoundField
