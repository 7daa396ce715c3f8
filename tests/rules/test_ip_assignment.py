"""Ownership of what is made: transfers now and promised, owners, joint owners, licences back, and what only looks like one."""

import pytest

from app.rules import ip_assignment
from tests.builders import readings_of, terms_of


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "Everything that we write, draw or build for you under this agreement is yours from the second it exists; we hereby "
            "transfer all rights in it to you.",
            {"assignee": "customer", "present_assignment": True, "effective_on": "creation"},
        ),
        (
            "Vendor herewith cedes to Customer, which accepts, the ownership of all results of the services, effective as each of them "
            "is produced.",
            {"assignee": "customer", "present_assignment": True, "effective_on": "creation"},
        ),
        (
            "All Intellectual Property Rights in the Deliverables shall vest in Customer immediately upon their creation.",
            {"assignee": "customer", "present_assignment": True, "effective_on": "creation"},
        ),
        (
            "Vendor irrevocably assigns to Customer all copyright in the bespoke software with effect from receipt of full payment of "
            "the invoice for it.",
            {"assignee": "customer", "present_assignment": True, "effective_on": "payment"},
        ),
        (
            "Ownership of the developed software passes to Customer once the final invoice has been paid in full.",
            {"assignee": "customer", "effective_on": "payment"},
        ),
        (
            "Upon completion of the project Vendor will transfer to Customer the rights in the work results.",
            {"assignee": "customer", "present_assignment": False},
        ),
        (
            "Vendor undertakes, when Customer so requests, to assign the copyright in the Deliverables to Customer.",
            {"assignee": "customer", "present_assignment": False},
        ),
        (
            "We promise that we will sign the rights in the module over to you when the last instalment has reached us.",
            {"assignee": "customer", "present_assignment": False, "effective_on": "payment"},
        ),
        (
            "The work product remains the property of Vendor; Customer receives a licence to use it.",
            {"assignee": "vendor", "present_assignment": False},
        ),
        (
            "Vendor shall own all deliverables and everything else that it creates under a Statement of Work.",
            {"assignee": "vendor", "present_assignment": False},
        ),
        (
            "What comes out of the project belongs to both parties in equal shares, and each may use the work results as it likes.",
            {"assignee": "joint"},
        ),
        ("Customer and Vendor shall be co-owners of the Foreground IP.", {"assignee": "joint"}),
        (
            "The Deliverables shall be deemed works made for hire owned by Customer. To the extent they are not, Vendor hereby "
            "irrevocably assigns them to Customer.",
            {"assignee": "customer", "present_assignment": True},
        ),
        (
            "Vendor grants Customer an exclusive, perpetual and worldwide licence to exploit the work results in every way, to the "
            "exclusion of Vendor itself.",
            {"assignee": "customer", "exclusive_licence_instead": True},
        ),
        (
            "Vendor waives, and shall procure that its staff waive, all moral rights in the Deliverables. Vendor hereby assigns the "
            "Deliverables and all rights in them to Customer, and will execute any document needed to perfect the title.",
            {"moral_rights": True, "further_assurance": True, "present_assignment": True},
        ),
        (
            "Model Licence for the Weights of a Language Model\nAll fine-tuned versions that you make of the model become our property "
            "as soon as they arise, and you assign to us all rights in them.",
            {"assignee": "vendor"},
        ),
        (
            "Model Licence for the Weights of a Language Model\nYou grant us a perpetual, irrevocable, sublicensable licence to use, "
            "copy, sell and modify every derivative model that you make.",
            {"licence_back": True},
        ),
        (
            "Model Licence for the Weights of a Language Model\nWe claim no ownership of the derivative models that you train; they "
            "belong to you.",
            {"licence_back": False},
        ),
        (
            "Mutual Non-Disclosure Agreement\nNeither party acquires any title to the Confidential Information of the other, and no "
            "rights are transferred by its disclosure.",
            {"refused": True, "assignee": None},
        ),
        (
            "Mutual Non-Disclosure Agreement\nAny invention that arises from the talks, by whomever made, shall belong to Acme, and the "
            "other hereby assigns to Vendor all rights in it.",
            {"present_assignment": True},
        ),
        ("Mutual Non-Disclosure Agreement\nComments that Customer makes become the property of Vendor.", {"assignee": "vendor"}),
        (
            "Mutual Non-Disclosure Agreement\nAll results of the evaluation belong to Vendor, including inventions to which Customer "
            "contributed.",
            {"assignee": "vendor"},
        ),
        (
            "Until the fee is paid, all rights in the work results stay with Vendor; thereafter Customer may call for their assignment.",
            {"assignee": "vendor"},
        ),
        ("Customer obtains a simple, non-exclusive right to use the Deliverables for its own business.", {"present_assignment": False}),
        ("Vendor licenses the work product to Customer on a non-exclusive basis.", {"present_assignment": False}),
        ("We keep the copyright in what we write for you and let you use it.", {"assignee": "vendor"}),
        (
            "The developer of an item of the Deliverables, whichever party that is, owns it; jointly written parts belong to both.",
            {"assignee": "joint"},
        ),
        (
            "On the day on which Customer has settled the last invoice, Vendor's rights in the module pass to it.",
            {"assignee": "customer", "effective_on": "payment"},
        ),
        (
            "Model Licence for the Weights of a Language Model\nEvery model that you derive from ours is assigned to us upon its making.",
            {"assignee": "vendor"},
        ),
        (
            "Model Licence for the Weights of a Language Model\nYou let us and our customers use, change and distribute your "
            "derivatives without limit and without payment.",
            {"licence_back": True},
        ),
        (
            "Mutual Non-Disclosure Agreement\nWhatever is discovered in the course of the evaluation is the property of Vendor, to whom "
            "Customer hereby cedes all rights.",
            {"assignee": "vendor", "present_assignment": True},
        ),
        (
            "The rights of use in the software are transferred to Customer upon complete settlement of the price.",
            {"assignee": "customer", "effective_on": "payment"},
        ),
        (
            "Vendor hereby sells and makes over to Customer the whole of the rights in the module, such transfer to take effect as the "
            "code is written.",
            {"assignee": "customer", "present_assignment": True, "effective_on": "creation"},
        ),
        (
            "Customer may ask Vendor for a deed of assignment of the copyright in the deliverables, which Vendor will not refuse "
            "without reason.",
            {"present_assignment": False},
        ),
        ("Parts of the module that Vendor deems fit for reuse are owned by the two parties in common.", {"assignee": "joint"}),
        ("Vendor is and remains the proprietor of the deliverables.", {"assignee": "vendor"}),
        ("Model Licence for the Weights of a Language Model\nDerivatives are ours.", {"assignee": "vendor"}),
    ],
)
def test_a_transfer_a_promise_and_an_owner_are_told_apart(text: str, terms: dict[str, object]) -> None:
    readings = readings_of(text, ip_assignment.RULE)

    assert readings
    found = terms_of(readings)
    assert {name: found.get(name) for name in terms} == terms


@pytest.mark.parametrize(
    "text",
    [
        "Customer may assign this Agreement to its affiliates; Vendor shall assign it only with consent.",
        "Vendor shall transfer the Customer Data to Customer at the end of the term.",
        "Customer remains owner of the Customer Content. Vendor owns the Platform.",
        "Either party may transfer its rights and obligations under this contract to a successor.",
        "Vendor assigns a project manager to the engagement.",
        "Vendor will assign qualified personnel to the services and transfer knowledge to Customer.",
        "The risk of loss passes to Customer on delivery.",
        "Title to the hardware passes to Customer on payment.",
    ],
)
def test_what_only_speaks_of_assigning_is_no_transfer(text: str) -> None:
    assert readings_of(text, ip_assignment.RULE) == ()


@pytest.mark.parametrize(
    ("text", "never"),
    [
        (
            "Vendor hereby assigns to Customer all rights in the work results and shall on request sign the documents that confirm the "
            "assignment.",
            {"present_assignment": False},
        ),
        (
            "Vendor assigns all rights in the Deliverables to Customer on creation. Payment of the fee is due in thirty days.",
            {"effective_on": "payment"},
        ),
    ],
)
def test_a_term_is_not_read_out_of_what_does_not_say_it(text: str, never: dict[str, object]) -> None:
    found = [reading.value(name) for reading in readings_of(text, ip_assignment.RULE) for name in never]

    assert all(value not in never.values() for value in found)


def test_a_promise_in_one_clause_takes_nothing_from_a_transfer_in_another() -> None:
    text = (
        "1. Rights\n"
        "1.1 Vendor hereby assigns to Customer all rights in the Work Product.\n"
        "1.2 Vendor shall on request assign to Customer in writing any right that the law reserves to it."
    )

    assert [reading.value("present_assignment") for reading in readings_of(text, ip_assignment.RULE)].count(False) == 0
