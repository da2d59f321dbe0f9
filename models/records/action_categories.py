"""UPR Info's action categories: what kind of action a request wants, from minimal to specific.

McMahon, E. R., "The Universal Periodic Review: A Work in Progress", 2012; UPR Info, "Action category", 2014.
"""

from collections.abc import Mapping

ACTION_CATEGORIES: Mapping[int, str] = {1: "minimal", 2: "continuing", 3: "considering", 4: "general", 5: "specific"}
"""Number → name."""
