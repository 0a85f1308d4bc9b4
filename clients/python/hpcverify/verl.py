"""verl: `reward.custom_reward_function.path=.../hpcverify/verl.py reward.custom_reward_function.name=compute_score`.

The task is the `task` of `extra_info`, else `ground_truth`. What has no score raises, because a NaN would spoil its group.
Keep the reward manager `naive` or `dapo`: `rate_limited` puts 0 for what takes long.
"""

try:
    from .client import Client, numbers, task_of
except ImportError:  # verl loads this file by its path
    import os
    import sys

    sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    from hpcverify.client import Client, numbers, task_of


def compute_score(data_source, solution_str, ground_truth, extra_info=None, url=None, token=None, patience=3600.0, **options):
    """The same keys for every sample: verl takes them from the first one."""
    item = Client(url, token, patience).reward(task_of((extra_info or {}).get("task"), ground_truth), solution_str, **options)
    values = numbers(item)
    return {"score": float(item["reward"]), "acc": values["correct"], **values}
