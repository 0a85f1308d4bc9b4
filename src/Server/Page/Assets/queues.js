import { digits, fill, foreign, make } from "./dom.js";

// One row for each queue: a stage of a class of machines, or of this process.
export function drawQueues(box, queues) {
  if (queues.length === 0) {
    fill(box, make("p", {}, "What waits, and for whom, is not known at present."));
    return;
  }
  const head = ["machines", "stage", "jobs waiting", "workers"].map((word, index) => make("th", { scope: "col", class: index > 1 ? "number" : "" }, word));
  const rows = queues.map(queue => make("tr", {},
    make("td", { class: "name" }, queue.class === "" ? "this process" : foreign(queue.class)), make("td", {}, queue.stage === "all" ? "verification and timing" : queue.stage),
    make("td", { class: "number" }, digits(queue.waiting)), make("td", { class: queue.workers === 0 ? "number failed" : "number" }, digits(queue.workers))));
  fill(box, make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows)));
}
