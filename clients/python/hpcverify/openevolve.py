"""OpenEvolve: give this file as the evaluator; HPCVERIFY_TASK names the task.

Scores are those of the profile `unit`, from 0 to 1, where failures are below every success. The first stage of a cascade builds and verifies, and
the second one measures. What has no score raises: a number would be taken for the program's.
"""

import os

try:
    from .client import Client, Unscored, numbers, scored
except ImportError:  # OpenEvolve loads this file by its path
    import sys

    sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    from hpcverify.client import Client, Unscored, numbers, scored

#: What a kernel that is right has before it is measured: enough for the usual first threshold.
RIGHT = 0.5


def evaluate(program_path):
    """Everything at once."""
    return _result(scored(_ask(program_path, timing=True)))


def evaluate_stage1(program_path):
    """Whether it is right."""
    item = _ask(program_path, timing=False)
    if item["status"] == "untimed":
        return _result(dict(item, reward=RIGHT))
    return _result(scored(item))


def evaluate_stage2(program_path):
    """How fast it is."""
    return evaluate(program_path)


def _ask(program_path, timing):
    with open(program_path, encoding="utf-8") as program:
        code = program.read()
    task = os.environ.get("HPCVERIFY_TASK")
    if not task:
        raise Unscored("HPCVERIFY_TASK does not name the task")
    return Client().score([(task, code)], profile="unit", timing=timing)[0]


def _result(item):
    metrics = {"combined_score": float(item["reward"]), **numbers(item)}
    try:
        from openevolve.evaluation_result import EvaluationResult
    except ImportError:
        return metrics
    lines = [item["reason"]] + [f"line {finding['line']}: {finding['message']}" for finding in item["findings"]]
    return EvaluationResult(metrics=metrics, artifacts={"feedback": "\n".join(lines)})
