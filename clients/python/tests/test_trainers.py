"""Every trainer's function against a served instance, which the test of the repository starts."""

import asyncio
import json
import os
import tempfile
import unittest

from hpcverify import Client, Rejected, Unscored
from hpcverify import areal, openevolve, swift, trl, verifiers, verl
from hpcverify.client import METRICS

RIGHT = """void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] += alpha * x[i];
}
"""
WRONG = "/* WRONG */\n" + RIGHT
BROKEN = "/* BROKEN */\n" + RIGHT
GFLOPS = 12.5


class Trainers(unittest.TestCase):
    def test_trl_has_none_for_what_has_no_score(self):
        rewards = asyncio.run(trl.reward_function()(
            prompts=["p"] * 3, completions=[RIGHT, WRONG, BROKEN], completion_ids=[[1]] * 3, task=["axpy"] * 3, trainer_state=None))
        self.assertEqual([GFLOPS, -10.0, None], rewards)

    def test_trl_reads_conversations(self):
        conversation = [{"role": "assistant", "content": "```c\n" + RIGHT + "```"}]
        self.assertEqual([GFLOPS], asyncio.run(trl.reward_function()(prompts=["p"], completions=[conversation], task=["axpy"])))

    def test_trl_may_have_nothing_to_score(self):
        self.assertEqual([], asyncio.run(trl.reward_function()(prompts=[], completions=[], task=[])))

    def test_a_receipt_comes_as_the_text_of_a_file(self):
        with_receipt, without = Client().reward("axpy", RIGHT, receipt=True), Client().reward("axpy", RIGHT)
        self.assertEqual("hpcverify receipt 1", json.loads(with_receipt["receipt"])["format"])
        self.assertIsNone(without["receipt"])

    def test_what_is_fresh_is_not_known_before(self):
        kernel = "/* fresh */\n" + RIGHT
        answers = [Client().reward("axpy", kernel, fresh=fresh) for fresh in (None, None, True, None)]
        self.assertEqual([False, True, False, True], [answer["is_cached"] for answer in answers])

    def test_trl_takes_a_group_as_a_whole(self):
        self.assertEqual(2500, len(Client().score([("axpy", RIGHT)] * 2500)))

    def test_verl_has_the_same_keys_for_every_sample(self):
        right = verl.compute_score("d", RIGHT, "axpy")
        wrong = verl.compute_score("d", WRONG, {"task": "dot"}, extra_info={"task": "axpy", "index": 3})
        self.assertEqual((GFLOPS, 1.0, -10.0, 0.0), (right["score"], right["acc"], wrong["score"], wrong["acc"]))
        self.assertEqual(list(right), list(wrong))
        self.assertTrue(all(isinstance(value, float) for value in [*right.values(), *wrong.values()]))

    def test_verl_raises_what_has_no_score(self):
        with self.assertRaisesRegex(Unscored, "no worker is there"):
            verl.compute_score("d", BROKEN, "axpy")

    def test_verl_loads_the_file_by_its_path(self):
        import importlib.util

        spec = importlib.util.spec_from_file_location("custom_module", verl.__file__)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        self.assertEqual(GFLOPS, module.compute_score("d", RIGHT, "axpy")["score"])

    def test_swift_raises_what_has_no_score(self):
        orm = swift.orms["hpcverify"]()
        self.assertEqual([GFLOPS, -10.0], asyncio.run(orm([RIGHT, WRONG], task=["axpy"] * 2, prompt_id=["a"] * 2)))
        with self.assertRaises(Unscored):
            asyncio.run(orm([RIGHT, BROKEN], task=["axpy"] * 2))

    def test_areal_has_small_numbers(self):
        self.assertAlmostEqual(1.807, areal.reward_fn("p", RIGHT, [1], [2], task="axpy"), 3)
        self.assertAlmostEqual(-1.0, areal.reward_fn("p", WRONG, [1], [2], answer="axpy"))

    def test_verifiers_has_rewards_of_completions(self):
        reward = verifiers.reward_function()
        self.assertEqual(GFLOPS, asyncio.run(reward([{"role": "assistant", "content": RIGHT}], answer="", info={"task": "axpy"})))
        self.assertEqual(-10.0, asyncio.run(reward(WRONG, answer="axpy")))
        with self.assertRaises(Unscored):
            asyncio.run(verifiers.score(BROKEN, "axpy"))

    def test_openevolve_ranks_failures_below_successes(self):
        os.environ["HPCVERIFY_TASK"] = "axpy"
        with tempfile.TemporaryDirectory() as folder:
            paths = []
            for name, code in (("right", RIGHT), ("wrong", WRONG), ("broken", BROKEN)):
                paths.append(os.path.join(folder, name + ".c"))
                with open(paths[-1], "w", encoding="utf-8") as program:
                    program.write(code)
            right, wrong = openevolve.evaluate(paths[0]), openevolve.evaluate(paths[1])
            self.assertLess(wrong["combined_score"], right["combined_score"])
            self.assertEqual(set(METRICS) | {"combined_score"}, set(right))
            self.assertGreaterEqual(openevolve.evaluate_stage1(paths[0])["combined_score"], 0.5)
            self.assertLess(openevolve.evaluate_stage1(paths[1])["combined_score"], 0.5)
            with self.assertRaises(Unscored):
                openevolve.evaluate(paths[2])

    def test_a_mistake_is_said_and_not_asked_again(self):
        with self.assertRaisesRegex(Rejected, "there is no task 'gemmm'"):
            Client().score([("gemmm", RIGHT)])
        with self.assertRaisesRegex(Rejected, "Authorization"):
            Client(token="wrong").score([("axpy", RIGHT)])


if __name__ == "__main__":
    unittest.main()
