"""The words that several rooms share: sectors, domains, service types, evidence, regions.

Domains and service types follow the four fields and the tables of annex 2 in Onderwijsraad 2019.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sector(models.TextChoices):
    PO = "po", _("Primair onderwijs")
    VO = "vo", _("Voortgezet onderwijs")
    MBO = "mbo", _("Middelbaar beroepsonderwijs")


class Domain(models.TextChoices):
    PROFESSIONALISATION = "professionalisering", _("Professionalisering")
    PUPIL_CARE = "leerlingenzorg", _("Leerlingenzorg en ondersteuning")
    LEARNING_MATERIALS = "leermiddelen", _("Leermiddelen, methoden, toetsing en examinering")
    ORGANISATION = "organisatie", _("Organisatieontwikkeling, advies en onderzoek")


class ServiceType(models.TextChoices):
    TEACHER = "individueel-leraar", _("Professionalisering van een leraar")
    TEAM = "team-of-sectie", _("Professionalisering van een team of sectie")
    HEADS = "directie", _("Professionalisering van de directie")
    WHOLE_SCHOOL = "instellingsbreed", _("Professionalisering van de hele school")
    SUPPORT_STAFF = "oop", _("Professionalisering van ondersteunend personeel")
    TEAM_LEADERS = "teamleiders", _("Professionalisering van teamleiders")
    DIAGNOSTICS = "diagnostiek", _("Diagnostiek")
    LEARNING_PROBLEMS = "leerproblemen", _("Hulp bij leerproblemen")
    BEHAVIOUR = "gedrag", _("Hulp bij gedrag")
    TEACHER_SUPPORT = "ondersteuning-leraar", _("Hulp voor de leraar bij leer- en gedragsproblemen")
    AIDS = "hulpmiddelen", _("Hulpmiddelen en aanpassingen voor leerlingen")
    PURCHASE_ADVICE = "advies-aanschaf", _("Advies bij aanschaf van leermiddelen")
    PLATFORM = "leerplatform", _("Digitale leeromgeving of leerplatform")
    TEACHER_MATERIALS = "leermiddelen-docent", _("Leermiddelen voor leraren")
    MAKING_MATERIALS = "ontwikkelen-leermiddelen", _("Zelf leermiddelen ontwikkelen")
    MAKING_TESTS = "toets-ontwikkeling", _("Zelf toetsen en examens ontwikkelen")
    TUTORING = "huiswerk-examentraining", _("Huiswerkbegeleiding, examentraining en bijles")
    EXAMINATION = "examinering", _("Examens en examendiensten")
    STUDENT_MATERIALS = "lesmateriaal-student", _("Lesmateriaal voor leerlingen en studenten")
    EDUCATIONAL_ADVICE = "onderwijskundig-advies", _("Onderwijskundig advies en begeleiding")
    ORGANISATIONAL_ADVICE = "organisatieadvies", _("Beleids- en organisatieadvies")
    INTERIM = "interim", _("Tijdelijke leraren of leidinggevenden")
    RESEARCH = "onderzoek", _("Onderzoek en ontwikkeling")
    RECRUITMENT = "werving", _("Werving en selectie van personeel")
    PROJECTS = "projectcoordinatie", _("Projectcoördinatie")


SERVICE_TYPES_OF: dict[Domain, tuple[ServiceType, ...]] = {
    Domain.PROFESSIONALISATION: tuple(ServiceType)[0:6],
    Domain.PUPIL_CARE: tuple(ServiceType)[6:11],
    Domain.LEARNING_MATERIALS: tuple(ServiceType)[11:19],
    Domain.ORGANISATION: tuple(ServiceType)[19:25],
}


class EvidenceLevel(models.TextChoices):
    """How well a claim or finding is supported, from nothing to strong."""

    NONE = "geen", _("Niet onderzocht")
    DESCRIPTIVE = "beschrijvend", _("Goed beschreven")
    THEORY = "onderbouwd", _("Theoretisch onderbouwd")
    FIRST = "eerste_aanwijzingen", _("Eerste aanwijzingen")
    GOOD = "goede_aanwijzingen", _("Goede aanwijzingen")
    STRONG = "sterke_aanwijzingen", _("Sterke aanwijzingen")


class Region(models.TextChoices):
    """The provinces; the region of people, organisations, questions and supply."""

    DRENTHE = "drenthe", "Drenthe"
    FLEVOLAND = "flevoland", "Flevoland"
    FRYSLAN = "fryslan", "Fryslân"
    GELDERLAND = "gelderland", "Gelderland"
    GRONINGEN = "groningen", "Groningen"
    LIMBURG = "limburg", "Limburg"
    NOORD_BRABANT = "noord-brabant", "Noord-Brabant"
    NOORD_HOLLAND = "noord-holland", "Noord-Holland"
    OVERIJSSEL = "overijssel", "Overijssel"
    UTRECHT = "utrecht", "Utrecht"
    ZEELAND = "zeeland", "Zeeland"
    ZUID_HOLLAND = "zuid-holland", "Zuid-Holland"


class PriceBand(models.TextChoices):
    """What an offering costs a school in all, excluding VAT, for filtering."""

    FREE = "gratis", _("Gratis")
    TO_1000 = "tot-1000", _("Tot € 1.000")
    TO_5000 = "1000-5000", _("€ 1.000 tot € 5.000")
    TO_15000 = "5000-15000", _("€ 5.000 tot € 15.000")
    ABOVE = "vanaf-15000", _("€ 15.000 en meer")
    ON_REQUEST = "op-aanvraag", _("Op aanvraag")


class Kind(models.TextChoices):
    """What kinds of things can be found, in the order of the four groups."""

    QUESTION = "question", _("Vraag")
    ANSWER = "answer", _("Antwoord")
    SUMMARY = "summary", _("Praktijksamenvatting")
    PUBLICATION = "publication", _("Publicatie")
    MATERIAL = "material", _("Open leermateriaal")
    OFFERING = "offering", _("Aanbod")
    ORGANISATION = "organisation", _("Organisatie")
    PERSON = "person", _("Persoon")
