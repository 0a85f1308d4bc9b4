"""The client that all trainers' functions share."""

import http.client
import json
import os
import time
import urllib.error
import urllib.request

USUAL_URL = "http://127.0.0.1:8377"

#: Samples of one request; larger batches are sent in parts.
MOST_ITEMS = 1024

#: How often a sample that the service could not score is sent again: whatever failed may be over.
TRIES = 3

#: Names of the numbers that every sample has.
METRICS = (
    "scored", "rung", "correct", "proved", "refuted", "gflops", "gbps", "speedup", "ratio_to_baseline", "findings", "seconds",
)


class Unscored(RuntimeError):
    """The service has no score for a sample, and has had time enough to find one."""


class Rejected(ValueError):
    """The service cannot answer such a request: a mistake in how it is asked, which asking again does not mend."""


class Client:
    """Asks one service.

    url: where it is; by default HPCVERIFY_URL.
    token: what it wants to know; by default HPCVERIFY_TOKEN.
    patience: seconds after which nothing is asked for again; None is for ever.
    """

    def __init__(self, url=None, token=None, patience=3600.0):
        self.url = (url or os.environ.get("HPCVERIFY_URL") or USUAL_URL).rstrip("/")
        self.token = token or os.environ.get("HPCVERIFY_TOKEN") or ""
        self.patience = patience

    def score(self, samples, **options):
        """A list with what `/v1/score` says of each (task, completion), in their order.

        options: profile, stage, seed, timing, group_size, receipt, fresh. A third part of a sample names its group. With receipt=True each
        item has the text of a signed receipt as `receipt`, for `hpcverify receipt verify`. With fresh=True all is evaluated again, and kept
        instead of what was known: for a measurement with a large spread.
        """
        samples = list(samples)
        if options.get("group_size"):
            return self._ask(samples, options)
        return [item for start in range(0, len(samples), MOST_ITEMS) for item in self._ask(samples[start:start + MOST_ITEMS], options)]

    def reward(self, task, completion, **options):
        """The item of one sample that has a score; raises Unscored where there is none."""
        return scored(self.score([(task, completion)], **options)[0])

    def _ask(self, samples, options):
        end = None if self.patience is None else time.monotonic() + self.patience
        items = [dict(zip(("task", "completion", "group"), sample)) for sample in samples]
        body = {name: value for name, value in options.items() if value is not None}
        answers, tries = [None] * len(items), [0] * len(items)
        missing = list(range(len(items)))
        while missing:
            if options.get("group_size"):
                missing = list(range(len(items)))
            reply = self._post(dict(body, items=[items[index] for index in missing], deadline_s=_deadline(end)), end)
            for index, item in zip(missing, reply["items"]):
                answers[index] = item
                tries[index] += item["status"] == "unscored"
            missing = [index for index in missing if _is_open(answers[index], tries[index])]
            if missing and end is not None and time.monotonic() > end:
                break
        return answers

    def _post(self, body, end):
        request = urllib.request.Request(
            self.url + "/v1/score", json.dumps(body).encode(), {"Content-Type": "application/json", "Authorization": "Bearer " + self.token})
        pause = 0.5
        while True:
            try:
                with urllib.request.urlopen(request, timeout=body["deadline_s"] + 60) as response:
                    return json.load(response)
            except urllib.error.HTTPError as error:
                if error.code < 500 and error.code != 429:
                    raise Rejected(_words(error)) from None
                problem, pause = _words(error), max(pause, _seconds(error.headers.get("Retry-After")))
            except (OSError, http.client.HTTPException, json.JSONDecodeError) as error:
                problem = str(error)
            if end is not None and time.monotonic() + pause > end:
                raise Unscored(f"no answer from {self.url}: {problem}")
            time.sleep(pause)
            pause = min(2 * pause, 30.0)


def scored(item):
    """The item itself if it has a score."""
    if item["status"] != "scored":
        raise Unscored(item["reason"])
    return item


def numbers(item):
    """The metrics of an item: the same names whatever came of it."""
    return {name: float(item["metrics"][name]) for name in METRICS}


def text_of(completion):
    """The text of a completion: a string, or messages of which the last one counts."""
    return completion if isinstance(completion, str) else completion[-1]["content"]


def task_of(*places):
    """The task that one of these names: a string, or something with the key `task`, which may be JSON in a string."""
    for place in places:
        if isinstance(place, str) and place.lstrip().startswith("{"):
            place = json.loads(place)
        if isinstance(place, dict):
            place = place.get("task")
        if isinstance(place, str) and place:
            return place
    raise Rejected("no task is named: put it into the data set, as 'task'")


def _is_open(item, tries):
    return item["status"] == "partial" or (item["status"] == "unscored" and tries < TRIES)


def _deadline(end):
    longest = 600.0
    return longest if end is None else max(1.0, min(longest, end - time.monotonic()))


def _seconds(text):
    return float(text) if text and text.isdigit() else 0.0


def _words(error):
    try:
        return json.load(error)["detail"]
    except (ValueError, KeyError, OSError):
        return f"HTTP {error.code}"
