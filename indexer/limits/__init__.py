"""What reading a file may take, whoever made it: time of the processor, memory, and a process of its own.

In: work to be done. Out: what it gives, or that it was too much.
May import: models. How much is allowed stands where the work is done.
"""
