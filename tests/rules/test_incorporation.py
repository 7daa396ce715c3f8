from app.rules.incorporation import Incorporated, read_incorporated
from tests.builders import passages_of


def incorporated(text: str) -> tuple[Incorporated, ...]:
    return read_incorporated(passages_of(text))


def test_a_processing_agreement_behind_a_link_may_hold_what_is_not_here() -> None:
    found = incorporated("Terms\n1.\tThe Data Processing Addendum at https://vendor.example/dpa is incorporated by reference.")

    assert [("security_incident" in each.types, each.changeable) for each in found] == [(True, True)]


def test_a_statement_of_work_stands_under_its_master_agreement() -> None:
    found = incorporated(
        "Statement of Work\n1.\tThis Statement of Work is entered into under the Consulting Agreement, the master services agreement of the parties."
    )

    assert any("liability_cap" in each.types for each in found)


def test_a_schedule_that_is_here_is_not_elsewhere() -> None:
    text = "Terms\n1.\tThe Data Processing Agreement in Schedule 2 forms part of this agreement.\nSchedule 2: Data processing agreement\nVendor processes data."

    assert incorporated(text) == ()


def test_a_paper_that_is_merely_mentioned_is_not_incorporated() -> None:
    assert incorporated("Terms\n1.\tCustomer has read Vendor's marketing. No data processing agreement forms part of this agreement.") == ()
