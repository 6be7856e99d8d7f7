"""Prove a redline: read the file that was written, decide all of it each way, and lay it beside both files.

Nothing here comes from the writer, and nothing goes through the model. docs/analysis/proof.md tells what is compared.
"""

from treatykit.ooxml.proof.beside import EXACTLY, Terms
from treatykit.ooxml.proof.prove import Heard, hear, prove
from treatykit.ooxml.proof.said import NEW, OLD, Aspect, Departure, Verdict

__all__ = ["EXACTLY", "NEW", "OLD", "Aspect", "Departure", "Heard", "Terms", "Verdict", "hear", "prove"]
