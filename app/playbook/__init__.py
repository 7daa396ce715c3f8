"""Positions of one side, and the judge that compares what a contract says with them.

conditions  tests on typed terms, as YAML writes them
position    a position and a playbook, frozen
load        YAML to playbook, validated; one may extend another
derived     figures that conditions need and no clause states (cap in months of fees)
judge       terms to verdict
choose      which bundled playbook fits a contract
wording     the library of replacement wording
"""
