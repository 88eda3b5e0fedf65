"""How to write each component, as the gallery shows it."""

CODE = {
    "knoppen": """\
<c-button>Vraag stellen</c-button>
<c-button variant="secondary|quiet|danger" size="small" icon="plus" type="button">…</c-button>
<c-link-button href="…" variant="primary">…</c-link-button>""",
    "labels": """\
<c-kind kind="{{ hit.kind }}" />
<c-badge tone="ok|warning|error|info" icon="check">…</c-badge>
<c-badge tone="question|knowledge|supply|people">…</c-badge>
<c-demo-mark />""",
    "vondsten": """\
<c-hit kind="…" title="…" href="…" :reasons="hit.reasons" demo="{{ object.is_demo }}">
  Samenvatting
  <c-slot name="badges">…</c-slot>
  <c-slot name="meta"><c-meta icon="euro">…</c-meta></c-slot>
  <c-slot name="actions">…</c-slot>
</c-hit>""",
    "groepen": """\
<c-group tone="question|knowledge|supply|people" icon="…" title="…" count="…" href="…">
  …
</c-group>""",
    "kaarten": """\
<c-card title="…" href="…" level="3" class="card-sand|card-quiet">
  …
  <c-slot name="head|meta|actions">…</c-slot>
</c-card>""",
    "berichten": """\
<c-notice tone="info|ok|warning|error" title="…" dismiss="yes">…</c-notice>
(messages.success en de andere komen vanzelf bovenaan)""",
    "formulier": """\
<c-form :form="form" submit="Bewaren" cancel="…" />
{{ form }}
{{ form.title.as_field_group }}""",
    "velden": """\
<c-field name="…" label="…" type="text|number|date|textarea|file"
  help="…" error="…" value="…" optional="yes" limit="200" />
<c-fieldset legend="…" help="…">…</c-fieldset>
<c-search-bar action="…" label="…" value="…" />""",
    "verfijnen": """\
<c-facets action="…" active="2" clear="…">
  <c-facet name="sector" title="Sector" :options="sectors" open="yes" />
</c-facets>
(een keuze heeft value, label, count en selected)""",
    "bladeren": """\
<c-page-summary :page="page" />
<c-pagination :page="page" />
(een Page van Django; houdt de rest van het adres vast)""",
    "tabel": """\
<c-table caption="…" stacked="yes">
  <c-slot name="head"><tr><th scope="col">…</th></tr></c-slot>
  <tr><th scope="row">…</th><td data-label="Prijs" class="numeric">…</td></tr>
</c-table>""",
    "feiten": """\
<c-facts class="facts-narrow"><c-fact label="…">…</c-fact></c-facts>""",
    "bewijs": """\
<c-ladder level="{{ claim.level }}" />""",
    "cijfers": """\
<c-stat value="…" label="…" href="…">bron</c-stat>
<c-price amount="…" unit="…">toelichting</c-price>""",
    "tabs": """\
<c-tabs :items="tabs" label="…" />      (label, href, current, count)
<c-steps :items="steps" :current="2" />
<c-progress :value="14" :max="20" label="…" text="…" />""",
    "mensen": """\
<c-person name="…" href="…">rol</c-person>
<c-avatar name="…" size="small|large" kind="organisation" />""",
    "verloop": """\
<c-quote by="…">…</c-quote>
<c-timeline>
  <c-event when="…" datetime="2025-01-12" title="…" now="yes">…</c-event>
</c-timeline>""",
    "leeg": """\
<c-empty title="…" icon="question">
  <p>uitleg</p>
  <c-slot name="actions">wat nu?</c-slot>
</c-empty>""",
    "uitvouwen": """\
<c-confirm label="…" action="adres" submit="Ja, …">gevolgen</c-confirm>
<c-fold summary="…" open="yes">…</c-fold>""",
    "figuur": """\
<c-figure title="…" caption="…">
  <svg>… klassen map-land, map-point, map-point-here</svg>
  <c-slot name="after">tabel, CSV</c-slot>
</c-figure>""",
    "tekens": """\
<c-icon name="search" />      (met label="…" als er geen woord bij staat)""",
}
