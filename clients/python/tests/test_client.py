"""The client against a server that fails in every way."""

import json
import threading
import unittest
from http.server import BaseHTTPRequestHandler, HTTPServer

from hpcverify import Client, Unscored


def item(status, reward=None):
    return {"status": status, "reward": reward, "reason": "why", "metrics": {}, "findings": []}


class Script(BaseHTTPRequestHandler):
    """Answers with the next of what it was told."""

    def do_POST(self):
        self.server.bodies.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        step = self.server.steps.pop(0)
        if step == "hang up":
            self.connection.close()
            return
        status, body = step
        self.send_response(status)
        if status == 503:
            self.send_header("Retry-After", "0")
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_message(self, *args):
        pass


class Failures(unittest.TestCase):
    def ask(self, *steps, samples=1, patience=30.0, **options):
        server = HTTPServer(("127.0.0.1", 0), Script)
        server.steps, server.bodies = list(steps), []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        client = Client(f"http://127.0.0.1:{server.server_port}", "t", patience)
        return client.score([("axpy", str(number)) for number in range(samples)], **options), server.bodies

    def test_a_busy_service_is_asked_again(self):
        answers, bodies = self.ask((503, {"detail": "busy"}), "hang up", (200, {"items": [item("scored", 3.0)]}))
        self.assertEqual((3.0, 3), (answers[0]["reward"], len(bodies)))

    def test_only_what_is_open_is_asked_for_again(self):
        answers, bodies = self.ask(
            (200, {"items": [item("scored", 1.0), item("partial"), item("unscored")]}), (200, {"items": [item("scored", 2.0), item("scored", 3.0)]}), samples=3)
        self.assertEqual([1.0, 2.0, 3.0], [answer["reward"] for answer in answers])
        self.assertEqual(["1", "2"], [sent["completion"] for sent in bodies[1]["items"]])

    def test_what_fails_each_time_has_no_score(self):
        answers, bodies = self.ask(*[(200, {"items": [item("unscored")]})] * 3)
        self.assertEqual((None, 3), (answers[0]["reward"], len(bodies)))

    def test_a_group_is_asked_for_as_a_whole(self):
        _, bodies = self.ask((200, {"items": [item("partial"), item("partial")]}), (200, {"items": [item("scored", 1.0)] * 2}), samples=2, group_size=2)
        self.assertEqual([2, 2], [len(body["items"]) for body in bodies])

    def test_patience_ends(self):
        with self.assertRaisesRegex(Unscored, "busy"):
            self.ask(*[(503, {"detail": "busy"})] * 9, patience=1.0)


if __name__ == "__main__":
    unittest.main()
