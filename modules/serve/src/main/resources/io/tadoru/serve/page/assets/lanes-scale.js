/**
 * A time axis for attacks: seconds matter around the infection, hours without a line do not. Stretches where
 * something happens are linear; a long silence between them becomes a visible break of fixed width.
 */
/** @typedef {{from: number, to: number, x0: number, x1: number, count: number}} Stretch */

const BREAK = 46;
const LEAST = 74;
const LONG = 120_000;
const MOST_BREAKS = 6;

/** @param {number[]} sorted ascending */
function gaps(sorted) {
  return sorted.slice(1).map((at, i) => ({ after: i, length: at - sorted[i] }));
}

/**
 * A gap is a break when it is long by itself and compared with all shorter gaps together; the longest first, and the
 * earlier of two: the beginning of an attack is where seconds matter.
 * @param {number[]} sorted @param {number} most how many there is room for @returns {Set<number>} indices after which the axis breaks
 */
export function breaks(sorted, most) {
  const ascending = gaps(sorted).sort((a, b) => a.length - b.length || b.after - a.after);
  const median = ascending[Math.floor(ascending.length / 2)]?.length ?? 0;
  let shorter = 0;
  const found = ascending.filter((gap) => {
    const breaks = gap.length > LONG && gap.length > shorter * 0.75 && gap.length > median * 3;
    if (!breaks) shorter += gap.length;
    return breaks;
  });
  return new Set(found.slice(found.length - Math.min(most, found.length)).map((gap) => gap.after));
}

/** @param {number[]} moments @param {number} most breaks @returns {number[][]} */
function stretches(moments, most) {
  const sorted = [...new Set(moments)].sort((a, b) => a - b);
  const cuts = breaks(sorted, most);
  const all = [[]];
  sorted.forEach((at, i) => {
    all[all.length - 1].push(at);
    if (cuts.has(i)) all.push([]);
  });
  return all;
}

/** How much room a stretch deserves beyond the least: by its length, and by how much happens in it. */
const weight = (moments) => Math.sqrt((moments[moments.length - 1] - moments[0]) / 1000) + 2 * (moments.length - 1) + 1;

/**
 * @param {number[]} moments all that must be on the axis
 * @param {number} left @param {number} right
 */
export function scale(moments, left, right) {
  const most = Math.max(0, Math.min(MOST_BREAKS, Math.floor((right - left) / (LEAST + BREAK)) - 1));
  const parts = stretches(moments, most);
  const room = Math.max(0, right - left - BREAK * (parts.length - 1) - LEAST * parts.length);
  const whole = parts.reduce((sum, part) => sum + weight(part), 0);
  let x = left;
  /** @type {Stretch[]} */
  const placed = parts.map((part) => {
    const wide = LEAST + (room * weight(part)) / whole;
    const stretch = { from: part[0], to: part[part.length - 1], x0: x, x1: x + wide, count: part.length };
    x += wide + BREAK;
    return stretch;
  });
  return { stretches: placed, x: (at) => position(placed, at) };
}

/** Room at a stretch's ends, so that marks do not stand on the break. */
const PAD = 16;

/** @param {Stretch[]} placed @param {number} at */
function position(placed, at) {
  const next = placed.findIndex((one) => at <= one.to);
  if (next < 0) return placed[placed.length - 1].x1;
  const one = placed[next];
  if (at >= one.from) return inside(one, at);
  const before = placed[next - 1];
  return before ? before.x1 + ((one.x0 - before.x1) * (at - before.to)) / (one.from - before.to) : one.x0;
}

function inside(one, at) {
  if (one.from === one.to) return (one.x0 + one.x1) / 2;
  return one.x0 + PAD + ((one.x1 - one.x0 - 2 * PAD) * (at - one.from)) / (one.to - one.from);
}
