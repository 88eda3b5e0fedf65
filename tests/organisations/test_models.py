import pytest
from django.db import IntegrityError
from factories.organisations import MembershipFactory, OrganisationFactory, SchoolFactory


def test_school_factory_makes_a_site_beside_the_organisation(db):
    school = SchoolFactory()
    assert school.site.location_code.startswith(school.site.brin)


def test_second_current_membership_in_the_same_role_is_refused(world):
    with pytest.raises(IntegrityError, match="one_current_membership_per_role"):
        MembershipFactory(user=world.teacher, organisation=world.school)


def test_organisation_outside_the_netherlands_is_refused(db):
    with pytest.raises(IntegrityError, match="organisation_lies_in_the_netherlands"):
        OrganisationFactory(longitude=0.1, latitude=51.5)
