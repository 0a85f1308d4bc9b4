"""ms-swift: `--external_plugins .../hpcverify/swift.py --reward_funcs hpcverify` with a column `task`.

What has no score raises: ms-swift would count None as 0.
"""

import asyncio

try:
    from .client import Client, scored
except ImportError:  # ms-swift loads this file by its path
    import os
    import sys

    sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    from hpcverify.client import Client, scored

try:
    from swift.rewards import AsyncORM, orms
except ImportError:
    AsyncORM, orms = object, {}


class HpcVerify(AsyncORM):
    """A reward for each completion."""

    def __init__(self, args=None, client=None, **options):
        if AsyncORM is not object:
            super().__init__(args)
        self.client, self.options = client or Client(), options

    async def __call__(self, completions, **kwargs):
        items = await asyncio.to_thread(self.client.score, list(zip(kwargs["task"], completions)), **self.options)
        return [float(scored(item)["reward"]) for item in items]


orms["hpcverify"] = HpcVerify
