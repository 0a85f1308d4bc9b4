"""TRL: `GRPOTrainer(reward_funcs=hpcverify.trl.reward_function(), ...)` with a column `task`.

What has no score is None, which TRL leaves out of its group.
"""

import asyncio

from .client import Client, text_of


def reward_function(client=None, column="task", **options):
    """A reward function; options go to `Client.score`."""
    client = client or Client()

    async def hpcverify(prompts, completions, **columns):
        samples = list(zip(columns[column], map(text_of, completions)))
        return [item["reward"] for item in await asyncio.to_thread(client.score, samples, **options)]

    return hpcverify
