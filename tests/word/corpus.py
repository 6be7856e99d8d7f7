"""All pairs of the corpus: those of every module ``pairs_*.py`` beside this one."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Final

from tests.word.pair import Pair

_MODULES: Final = sorted(path.stem for path in Path(__file__).parent.glob("pairs_*.py"))

CORPUS: Final[tuple[Pair, ...]] = tuple(pair for name in _MODULES for pair in import_module(f"tests.word.{name}").PAIRS)
