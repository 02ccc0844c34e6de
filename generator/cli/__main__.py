"""`python -m generator.cli` is the command `catalogue`."""

from generator.cli import main

main()
