"""What went wrong in a harvest, in words: the problem and where it helps what to do about it."""

from django.utils.translation import gettext as _

from samenspel.integrations.oai_pmh import HarvestStopped, Refused


def explain_refused(refused: Refused) -> str:
    """Why one record was not taken in."""
    reasons = {
        "no_identifier": _("het record heeft geen kenmerk"),
        "no_metadata": _("het record heeft geen beschrijving"),
        "unknown_format": _("we lezen dit formaat niet: %(detail)s"),
        "no_title": _("het record heeft geen titel"),
    }
    reason = reasons.get(refused.code, refused.code) % {"detail": refused.detail}
    return _("regel %(line)s: %(reason)s") % {"line": refused.line, "reason": reason}


def explain_stop(stopped: HarvestStopped) -> str:
    """Why the source could not be used (further)."""
    reasons = {
        # the file or answer
        "empty": _("het bestand is leeg"),
        "broken": _("dit is geen goede XML (%(detail)s)"),
        "doctype": _("het bestand begint met een documenttype; dat nemen we niet aan"),
        "prologue_too_long": _("het bestand begint met te veel dat geen inhoud is"),
        "piece_too_large": _("één onderdeel van het bestand is veel te groot"),
        "too_deep": _("de onderdelen van het bestand zitten te diep in elkaar"),
        "not_oai_pmh": _("dit is geen antwoord van een OAI-PMH-bron"),
        "unreadable": _("het bestand is niet te lezen (%(detail)s)"),
        # the server
        "bad_address": _("dit is geen adres waar we iets kunnen ophalen"),
        "address_blocked": _("dit adres leidt naar een eigen of afgeschermd netwerk"),
        "too_many_redirects": _("de bron stuurt ons steeds door"),
        "too_large": _("het antwoord is te groot"),
        "too_slow": _("het antwoord kwam te langzaam"),
        "unreachable": _("de bron is niet te bereiken (%(detail)s)"),
        "bad_answer": _("de bron geeft geen goed antwoord (%(detail)s)"),
        "server_error": _("de bron meldt een fout (%(detail)s)"),
        "token_refused": _("de bron weet niet meer waar we gebleven waren"),
        # the list
        "repeating_token": _("de bron begint steeds opnieuw"),
        "repeating_page": _("de bron geeft steeds hetzelfde"),
        "empty_pages": _("de bron geeft alleen maar lege bladzijden"),
        "too_many_pages": _("de bron houdt niet op"),
        "too_long": _("het duurde te lang"),
    }
    reason = reasons.get(stopped.code, stopped.code) % {"detail": stopped.detail}
    if stopped.line:
        return _("%(name)s, regel %(line)s: %(reason)s") % {
            "name": stopped.name,
            "line": stopped.line,
            "reason": reason,
        }
    return f"{stopped.name}: {reason}"
