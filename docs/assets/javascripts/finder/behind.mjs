/** What nobody sees yet is done a little at a time behind the frames, so that a slow processor has time for the reader between. */

/**
 * Does something to each item, so many after each frame, for as long as it is wanted.
 * @template T
 * @param {T[]} items @param {number} aFrame @param {(item: T) => void} act @param {() => unknown} wanted
 */
export function behind(items, aFrame, act, wanted) {
  if (items.length) requestAnimationFrame(() => setTimeout(() => {
    if (!wanted()) return;
    items.slice(0, aFrame).forEach(act);
    layOut();
    behind(items.slice(aFrame), aFrame, act, wanted);
  }));
}

/** Lays out what was changed: then the frame has only the painting left, and two short tasks answer sooner than a long one. */
export function layOut() {
  document.body.getBoundingClientRect();
}

/** Lays it out in a task of its own, ahead of the frame where the browser lets it. */
export function layOutNext() {
  if ("scheduler" in window) window.scheduler.postTask(layOut, { priority: "user-blocking" });
  else layOut();
}
