/** The style of the other views than cards and of what stands in the way, fetched with the first of them. */

/** @type {Promise<void> | undefined} */
let fetched;

/**
 * Waits until what is drawn has its style; without it the words stand there all the same.
 * @param {HTMLElement} place  in the finder, which names the sheet
 */
export function viewStyle(place) {
  const sheet = /** @type {HTMLElement | null} */ (place.closest("[data-stilark]"))?.dataset.stilark;
  if (!sheet) return Promise.resolve();
  return (fetched ??= new Promise((done) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = sheet;
    for (const end of ["load", "error"]) link.addEventListener(end, () => done());
    document.head.append(link);
  }));
}
