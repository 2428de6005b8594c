"""`python -m tests.recount N [FIRST]`: recount N random workbooks, from the seed FIRST on; prints where they differ."""

import sys
from random import Random

from tests.recount.compared import random_differences

number, first = (int(text) for text in (*sys.argv[1:], "0")[:2])
wrong = 0
for seed in range(first, first + number):
    if found := random_differences(Random(seed)):
        wrong += 1
        print(f"{seed}:", *found, sep="\n  ", flush=True)
print(f"{wrong} of {number} differ")
sys.exit(wrong > 0)
