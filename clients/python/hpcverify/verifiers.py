"""verifiers and prime-rl.

A rubric counts an exception as 0, so that `reward_function` waits for as long as it takes: `vf.Rubric(funcs=[reward_function()])`. In a
task of version 1, whose errors are left out of their group, call `score` from a method with `@vf.reward`; it raises what has no score.
"""

import asyncio

from .client import Client, task_of, text_of


def reward_function(client=None, **options):
    """A function for a rubric; the task is `info["task"]`, else `answer`."""
    client = client or Client(patience=None)

    async def hpcverify(completion, answer="", info=None):
        while True:
            item = (await asyncio.to_thread(client.score, [(task_of(info, answer), text_of(completion))], **options))[0]
            if item["status"] == "scored":
                return float(item["reward"])
            await asyncio.sleep(5)

    return hpcverify


async def score(text, task, client=None, **options):
    """The reward of a text."""
    return float((await asyncio.to_thread((client or Client()).reward, task, text, **options))["reward"])
