"""Scores of generated C kernels from a served HpcVerify, with the standard library alone.

A failure of the service is never a number here: an answer is asked for again until it is there or patience is over, and
then it is `None` or `Unscored`, whichever the trainer can bear.
"""

from .client import Client, Rejected, Unscored

__all__ = ["Client", "Rejected", "Unscored"]
