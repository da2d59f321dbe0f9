"""How near two recommendations are, in words.

Mean cosines of the default encoder between linked recommendations to one State: 0.77 for the same ask, 0.71 for one
that builds up on it, 0.65 for a similar one, 0.57 where one is the frame of the other, 0.49 for none of these.
"""

from search.strength_bounds import StrengthBounds

SIMILAR = StrengthBounds(possible=0.6, likely=0.7, strong=0.8)
