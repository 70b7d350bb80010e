"""The shop's own facts: staff, categories, goods and customers."""

from __future__ import annotations

import phonenumbers

from tuiticket.demo.shop import WHOLESALE, Shop, load_shop
from tuiticket.engine.model.people import Role
from tuiticket.engine.model.ticket import Channel
from tuiticket.engine.rules.routing import WORKERS


def shop() -> Shop:
    return load_shop()


def test_six_people_work_in_four_teams_and_the_wall_only_looks() -> None:
    workers = [person for person in shop().people if person.role in WORKERS]
    assert len(workers) == 6
    assert len(shop().teams) == 4
    assert all(len(shop().members(team.key)) >= 2 for team in shop().teams)
    assert [p.login for p in shop().people if p.role is Role.MONITOR] == ["wall"]


def test_there_is_one_supervisor_and_one_admin() -> None:
    roles = [person.role for person in shop().people]
    assert roles.count(Role.SUPERVISOR) == 1
    assert roles.count(Role.ADMIN) == 1


def test_teams_name_leads_and_sisters_that_exist() -> None:
    logins = {person.login for person in shop().people}
    keys = {team.key for team in shop().teams}
    assert all(team.lead in logins for team in shop().teams if team.lead)
    assert all(team.sister in keys - {team.key} for team in shop().teams)


def test_every_category_finds_a_team_and_has_both_names() -> None:
    keys = {team.key for team in shop().teams}
    for branch in shop().categories:
        assert shop().team_of(branch.key) in keys
        assert branch.name.isascii()
        assert not branch.name_zh.isascii()


def test_a_category_without_a_team_has_its_parents() -> None:
    assert shop().team_of("after-sales/refund") == "after-sales"
    assert shop().team_of("product/quality") == "after-sales"
    assert shop().team_of("product/size") == "pre-sales"


def test_goods_have_their_own_number_two_names_and_a_price_in_whole_yuan() -> None:
    products = shop().products
    assert len(products) >= 40
    assert len({product.sku for product in products}) == len(products)
    for product in products:
        assert product.called("en").isascii()
        assert not product.called("zh").isascii()
        assert product.cents >= 1000
        assert product.cents % 100 == 0


def test_customers_are_ninety_and_mostly_chinese() -> None:
    customers = shop().customers
    assert len(customers) == 90
    chinese = sum(customer.language == "zh" for customer in customers)
    assert 0.55 <= chinese / len(customers) <= 0.65
    assert len({customer.name for customer in customers}) == len(customers)


def test_each_contact_belongs_to_one_customer() -> None:
    contacts = [contact for customer in shop().customers for contact in customer.contacts]
    assert len(contacts) == len(set(contacts))
    assert all(customer.contacts for customer in shop().customers)


def test_phones_are_possible_numbers_in_e164() -> None:
    for customer in shop().customers:
        if customer.phone:
            number = phonenumbers.parse(customer.phone)
            assert phonenumbers.is_possible_number(number), customer
            written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
            assert written == customer.phone


def test_mail_addresses_lie_in_domains_kept_for_examples() -> None:
    for customer in shop().customers:
        if customer.mail:
            assert customer.mail.rpartition("@")[2] in {"example.com", "example.cn", "example.org"}


def test_customers_carry_the_tags_people_filter_by() -> None:
    tags = {tag for customer in shop().customers for tag in customer.tags}
    assert tags == {"vip", "frequent-returner", "new", WHOLESALE}


def test_a_customer_comes_in_only_by_doors_they_have() -> None:
    without_wechat = next(c for c in shop().customers if not c.wechat and c.mail)
    assert not without_wechat.reached_by(Channel.WECHAT)
    assert without_wechat.reached_by(Channel.MAIL)
    assert without_wechat.reached_by(Channel.WEB)
