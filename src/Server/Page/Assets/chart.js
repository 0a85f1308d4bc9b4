import { digits, draw, fill, make } from "./dom.js";

const width = 560, height = 200, left = 52, right = 8, top = 10, bottom = 24;

// points: [{ at: milliseconds, value, isGood, title }]; with hasBest, a line follows the highest so far.
export function drawChart(element, points, label, hasBest) {
  if (points.length === 0) {
    fill(element, make("p", { class: "soft" }, "Nothing yet."));
    return;
  }
  const times = extent(points.map(point => point.at), 1000);
  const values = extent(points.map(point => point.value), 1e-3);
  const x = at => left + (at - times.low) / (times.high - times.low) * (width - left - right);
  const y = value => height - bottom - (value - values.low) / (values.high - values.low) * (height - top - bottom);
  const picture = draw("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": `${label}: ${points.length} points, from ${digits(values.least)} to ${digits(values.most)}` });
  for (const value of ticks(values)) {
    picture.append(
      draw("line", { class: "axis", x1: left, x2: width - right, y1: y(value), y2: y(value) }),
      draw("text", { x: left - 6, y: y(value) + 4, "text-anchor": "end" }, digits(value)));
  }
  picture.append(
    draw("text", { x: left, y: height - 6 }, clock(times.least)),
    draw("text", { x: width - right, y: height - 6, "text-anchor": "end" }, clock(times.most)));
  if (hasBest) {
    picture.append(draw("path", { class: "best", d: bestSoFar(points, x, y) }));
  }
  for (const point of points) {
    picture.append(draw("circle", { class: point.isGood ? "good" : "bad", cx: x(point.at), cy: y(point.value), r: 3 }, draw("title", {}, point.title)));
  }
  fill(element, picture);
}

function bestSoFar(points, x, y) {
  let best = -Infinity;
  let path = "";
  for (const point of points) {
    if (point.value > best) {
      path += best === -Infinity ? `M${x(point.at)} ${y(point.value)}` : `H${x(point.at)}V${y(point.value)}`;
      best = point.value;
    }
  }
  return `${path}H${x(points.at(-1).at)}`;
}

function extent(numbers, least) {
  const [low, high] = numbers.reduce(([a, b], number) => [Math.min(a, number), Math.max(b, number)], [Infinity, -Infinity]);
  const margin = Math.max((high - low) * 0.06, least);
  return { low: low - margin, high: high + margin, least: low, most: high };
}

function ticks({ least, most }) {
  return least === most ? [least] : [least, (least + most) / 2, most];
}

function clock(milliseconds) {
  return new Date(milliseconds).toLocaleTimeString([], { hour12: false });
}
