/** Files that the page gives the reader: their names, and the download. */

/**
 * A file name from a title, in letters that every system takes.
 * @param {string} title
 * @param {string} fallback the name where the title gives none
 * @param {string} extension without its point
 */
export function fileName(title, fallback, extension) {
  const ascii = title.toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "oe").replaceAll("å", "aa").normalize("NFD");
  const name = ascii
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 80)
    .replace(/^-+|-+$/g, "");
  return `${name || fallback}.${extension}`;
}

/** @param {Blob} blob @param {string} name */
export function download(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser reads the address after the click; it may go when the download has surely begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 30_000);
}
