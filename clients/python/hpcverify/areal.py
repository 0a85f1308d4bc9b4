"""AReaL: a reward function, and how long its wrapper has to wait for it.

AReaL's usual wrapper gives up after 15 s and then counts 0, which is more than any failed kernel has, and clips at 20. Wrap the function with
`AsyncRewardWrapper(hpcverify.areal.reward_fn, timeout_seconds=hpcverify.areal.TIMEOUT_SECONDS, max_retries=1)`, and choose a profile
that fits (`HPCVERIFY_PROFILE`, by default `log-speedup`).
"""

import os

from .client import Client, task_of

#: The function itself gives up earlier, and raises.
PATIENCE_SECONDS = 3600.0
TIMEOUT_SECONDS = 2 * PATIENCE_SECONDS


def reward_fn(prompt, completions, prompt_ids, completion_ids, **data):
    """The reward of one completion; the task is the column `task`, else `answer`."""
    client = Client(patience=PATIENCE_SECONDS)
    profile = os.environ.get("HPCVERIFY_PROFILE", "log-speedup")
    return float(client.reward(task_of(data.get("task"), data.get("answer")), completions, profile=profile)["reward"])
