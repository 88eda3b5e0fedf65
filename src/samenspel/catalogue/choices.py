"""The life of an offering, and the words with which it is described."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.common.publishing import Status as Status


class Form(models.TextChoices):
    """What kind of thing is offered."""

    TRAINING = "training", _("Training of cursus")
    COACHING = "coaching", _("Coaching")
    ADVICE = "advies", _("Advies of begeleiding")
    RESEARCH = "onderzoek", _("Onderzoek of diagnose")
    LESSONS = "lessen", _("Lessen of begeleiding van leerlingen")
    STAFF = "inzet", _("Inzet van personeel")
    MATERIAL = "lesmateriaal", _("Lesmateriaal of methode")
    SOFTWARE = "software", _("Software of leerplatform")
    TEST = "toets", _("Toets of examen")
    AID = "hulpmiddel", _("Hulpmiddel")
    EVENT = "bijeenkomst", _("Bijeenkomst of studiedag")


PRODUCTS = (Form.MATERIAL, Form.SOFTWARE, Form.TEST, Form.AID)
"""The forms that have an edition, a licence and technical links."""


class Delivery(models.TextChoices):
    """Where it takes place."""

    ON_SITE = "op-school", _("Op school")
    ELSEWHERE = "elders", _("Op een andere plek")
    ONLINE = "online", _("Online")
    BLENDED = "gemengd", _("Deels online, deels op een plek")


class Duration(models.TextChoices):
    ONE_OFF = "eenmalig", _("Eenmalig")
    SUSTAINED = "langdurig", _("Langdurig")


class DurationUnit(models.TextChoices):
    HOURS = "uur", pgettext_lazy("duur", "uur")
    DAYS = "dag", _("dagen")
    WEEKS = "week", _("weken")
    MONTHS = "maand", _("maanden")
    YEARS = "jaar", pgettext_lazy("duur", "jaar")


class TargetGroup(models.TextChoices):
    TEACHERS = "leraren", _("Leraren")
    STARTERS = "startende-leraren", _("Startende leraren")
    SUPPORT = "ondersteuners", _("Intern begeleiders en zorgcoördinatoren")
    ASSISTANTS = "oop", _("Ondersteunend personeel")
    TEAM_LEADERS = "teamleiders", _("Teamleiders")
    HEADS = "schoolleiders", _("Schoolleiders")
    BOARDS = "besturen", _("Besturen")
    PUPILS = "leerlingen", _("Leerlingen en studenten")
    PARENTS = "ouders", _("Ouders")


class TeamApproach(models.TextChoices):
    """With whom at the same time."""

    INDIVIDUAL = "individueel", _("Voor één persoon")
    TEAM = "team", _("Met het team of de sectie")
    SCHOOL = "school", _("Met de hele school")


class CoCreation(models.TextChoices):
    """How far the school shapes what is offered."""

    FIXED = "vast", _("Het aanbod ligt vast")
    ADAPTABLE = "aanpasbaar", _("De inhoud wordt aangepast aan de school")
    TOGETHER = "samen", _("School en aanbieder ontwikkelen het samen")


class Language(models.TextChoices):
    DUTCH = "nl", _("Nederlands")
    ENGLISH = "en", _("Engels")
    FRISIAN = "fy", _("Fries")
    GERMAN = "de", _("Duits")
    FRENCH = "fr", _("Frans")
    DUTCH_SIGN = "dse", _("Nederlandse Gebarentaal")
    OTHER = "anders", _("Andere taal")


class Basis(models.TextChoices):
    """What a price counts."""

    HOUR = "hour", _("per uur")
    DAY = "day", _("per dag")
    PARTICIPANT = "participant", _("per deelnemer")
    PUPIL = "pupil", _("per leerling")
    TEACHER = "teacher", _("per leraar")
    SCHOOL = "school", _("per school")
    LICENCE = "licence", _("per licentie")
    FIXED = "fixed", _("vaste prijs")
    FREE = "free", _("gratis")
    ON_REQUEST = "on_request", _("op aanvraag")


COUNTED = (
    *(Basis.HOUR, Basis.DAY, Basis.PARTICIPANT, Basis.PUPIL),
    *(Basis.TEACHER, Basis.SCHOOL, Basis.LICENCE),
)
"""The bases that are multiplied by a number, and so can have tiers and a minimum."""

USUALLY = (Basis.HOUR, Basis.DAY, Basis.LICENCE)
"""The bases of which the supplier can say how many it usually takes."""


class Tiering(models.TextChoices):
    """How a price with tiers (staffel) is read."""

    NONE = "none", _("Geen staffel")
    EACH = "each", _("Elk deel tegen de prijs van zijn eigen trede")
    PACKAGE = "package", _("Eén bedrag voor de hele groep, naar grootte")


class Vat(models.TextChoices):
    EXCLUDED = "excluded", _("zonder btw")
    INCLUDED = "included", _("met btw")
    EXEMPT = "exempt", _("vrij van btw")


class Recurrence(models.TextChoices):
    ONCE = "once", _("eenmalig")
    YEARLY = "yearly", _("per jaar")
