"""PDF documents: what links say of them, what is asked before publishing, PDF/UA-1, and signs of trouble."""

from __future__ import annotations

from checks.pdf import advice, catalog, content, fonts, interaction, labels, policy, structure

RULES = (
    *labels.RULES,
    *policy.RULES,
    *catalog.RULES,
    *structure.RULES,
    *interaction.RULES,
    *content.RULES,
    *fonts.RULES,
    *advice.RULES,
)
