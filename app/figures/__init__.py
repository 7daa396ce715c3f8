"""Arithmetic that a reviewer expects to be done: downtime, exposure, the cap in money, deadlines. Pure functions on numbers and dates."""
