"""The terminal: what changed in a text, and the list of its changes, wrapped to the width there is."""

from treatykit.writers.terminal.listing import write_changes
from treatykit.writers.terminal.paper import TerminalOptions
from treatykit.writers.terminal.redline import write_terminal
from treatykit.writers.terminal.sides import Fact, write_sides

__all__ = ["Fact", "TerminalOptions", "write_changes", "write_sides", "write_terminal"]
