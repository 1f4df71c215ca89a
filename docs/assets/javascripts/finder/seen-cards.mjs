/** How many cards a reader sees at once, known before it is needed: to ask while something is drawn would lay the page out twice. */

// The least room that a card takes, and about what stands above the first one, in pixels.
const WIDTH = 272;
const HEIGHT = 200;
const ABOVE = 300;

export class SeenCards {
  /** @param {HTMLElement} top  what stands above the cards, as wide as they @param {number} most  how many there may be */
  constructor(top, most) {
    this.number = most;
    const watcher = new IntersectionObserver(([{ boundingClientRect: { bottom, width } }]) => {
      const rows = Math.max(1, Math.ceil((innerHeight - ABOVE) / HEIGHT));
      const columns = Math.max(1, Math.floor(width / WIDTH));
      // Whoever has gone down into the list sees others than its first cards.
      this.number = bottom < ABOVE / 2 ? most : Math.min(most, rows * columns);
    }, { rootMargin: `-${ABOVE / 2}px 0px 0px` });
    watcher.observe(top);
    addEventListener("resize", () => {
      watcher.unobserve(top);
      watcher.observe(top);
    });
  }
}
