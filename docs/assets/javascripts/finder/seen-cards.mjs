/** How many cards a reader sees at once, known before it is needed: to ask while something is drawn would lay the page out twice. */

const LOWEST = 180; // pixels that a card takes at least, until one has been seen
const CHIPS = 46; // pixels that the row of chips takes

export class SeenCards {
  /** @param {HTMLElement} results  what holds the lists and what stands above them */
  constructor(results) {
    this.results = results;
    this.scrolled = 0;
    // Before the page has been seen: enough for most windows, few enough for a slow processor.
    this.columns = 2;
    this.height = LOWEST;
    this.room = 3 * LOWEST;
    // A moment when the page is laid out, so that it costs nothing to ask.
    const watcher = new IntersectionObserver(() => this.#measure());
    watcher.observe(results);
    addEventListener("resize", () => {
      watcher.unobserve(results);
      watcher.observe(results);
    });
    addEventListener("scroll", () => (this.scrolled = scrollY), { passive: true });
  }

  /** The most cards of a list that can be in the window now. */
  get number() {
    return this.columns * Math.max(1, Math.ceil((this.room + this.scrolled) / this.height));
  }

  #measure() {
    const place = /** @type {HTMLElement | null} */ (this.results.querySelector(":is(.finder__flat, .finder__all):not([hidden])"));
    const list = place?.matches("ol") ? place : place?.querySelector("ol");
    if (!place || !list) return;
    this.scrolled = scrollY;
    const { gridTemplateColumns, rowGap } = getComputedStyle(list);
    const heights = Array.from(place.querySelectorAll("[data-row]"), (card) => card.getBoundingClientRect().height).filter(Boolean);
    this.height = (heights.length ? Math.min(...heights) : LOWEST) + parseFloat(rowGap);
    const chips = /** @type {HTMLElement} */ (this.results.querySelector(".finder__chips")).hidden ? CHIPS : 0;
    this.room = innerHeight - place.getBoundingClientRect().top - scrollY - chips;
    this.columns = gridTemplateColumns.split(" ").length;
  }
}
