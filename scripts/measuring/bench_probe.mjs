// Put into the pages that the bench measures: when did what a reader sees change, and when was it on the screen?

/**
 * Does something and waits until `selector` has changed because of it.
 * @param {string} selector what the reader watches
 * @param {() => void} act what the reader does
 * @param {number} limit milliseconds to wait at most
 * @returns {Promise<{changed: number, painted: number} | null>} milliseconds from the act; null when nothing changed
 */
function watch(selector, act, limit) {
  return new Promise((resolve) => {
    const start = performance.now();
    const end = (answer) => {
      seen.disconnect();
      clearTimeout(timer);
      resolve(answer);
    };
    const timer = setTimeout(() => end(null), limit);
    const seen = new MutationObserver(() => {
      seen.disconnect();
      performance.mark("changed");
      const changed = performance.now() - start;
      // A task after the next frame's callbacks runs when that frame has been drawn.
      requestAnimationFrame(() => {
        const after = new MessageChannel();
        after.port1.onmessage = () => end({ changed, painted: performance.now() - start });
        after.port2.postMessage(0);
      });
    });
    for (const place of document.querySelectorAll(selector)) {
      seen.observe(place, { subtree: true, childList: true, characterData: true, attributes: true });
    }
    performance.mark("press");
    act();
  });
}

/** Waits until nothing more is asked for. */
async function rest() {
  const asked = () => performance.getEntriesByType("resource").length;
  for (let known = -1; known !== asked(); ) {
    known = asked();
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}

/** Milliseconds between two presses: who presses a filter looks at the answer before the next one. */
const LOOK = 60;

/** Presses filters one after the other, each on and off again; gives the milliseconds to the painted frames. */
async function toggle(selector, watched, presses) {
  const boxes = [...document.querySelectorAll(selector)];
  const times = [];
  for (let press = 0; press < presses; press += 1) {
    const box = boxes[Math.floor(press / 2) % boxes.length];
    const got = await watch(watched, () => box.click(), 2000);
    if (got) times.push(got.painted);
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
  return times;
}

/** Changes one number and nothing else, as often as a filter is pressed: what no answer on this page can be faster than. */
async function number(watched, presses) {
  const place = document.querySelector(watched);
  const said = place.textContent;
  const times = [];
  for (let press = 0; press < presses; press += 1) {
    times.push((await watch(watched, () => (place.textContent = String(press)), 2000)).painted);
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
  place.textContent = said;
  return times;
}

/** Types words letter by letter; gives the milliseconds from each key to the changed result. */
async function type(field, watched, words) {
  const box = document.querySelector(field);
  const times = [];
  for (const word of words) {
    for (let length = 1; length <= word.length; length += 1) {
      const press = () => {
        box.value = word.slice(0, length);
        box.dispatchEvent(new InputEvent("input", { bubbles: true }));
        box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true, key: word[length - 1] }));
      };
      const got = await watch(watched, press, 3000);
      if (got && length > 1) times.push(got.changed);
    }
  }
  return times;
}

/**
 * Types a whole word as a reader's first act.
 * @returns {Promise<{taken: number, asked: string[]}>} milliseconds until `shown()` is true and drawn, and the paths that had to
 * be fetched for it: what is asked for behind the results is not among them
 */
function first(field, word, shown, limit) {
  const box = document.querySelector(field);
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("intet resultat")), limit);
    const seen = new MutationObserver(() => {
      if (!shown()) return;
      seen.disconnect();
      clearTimeout(timer);
      const there = performance.now();
      const fetched = performance.getEntriesByType("resource").filter((one) => one.startTime >= start && one.responseEnd <= there);
      const asked = fetched.map((one) => new URL(one.name).pathname);
      requestAnimationFrame(() => resolve({ taken: performance.now() - start, asked }));
    });
    seen.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    box.focus();
    box.value = word;
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true, key: word.at(-1) }));
  });
}

window.bench = { watch, rest, toggle, number, type, first, long: [] };
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) window.bench.long.push(task.duration);
}).observe({ type: "longtask" });
