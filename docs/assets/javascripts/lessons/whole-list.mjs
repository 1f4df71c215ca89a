/** All lessons of a list that is too long for its page: fetched when a reader first asks for some, drawn where they are found. */

/** @typedef {import("./choices.mjs").Row} Row */
/** @typedef {[string, string, string, number, string]} ListedCase  id, title, theme, number (0 for none), page in the source */
/** @typedef {[number, string, string, string, string[], string[]]} ListedLesson  case (-1 for the catalogue), id, text, area, topics, clause types */
/**
 * @typedef {object} Entry
 * @property {string} name  its anchor on the page
 * @property {string} ref   what a list and an agreement call it
 * @property {string} path  its own address below the site's root
 * @property {string} text
 * @property {string} source
 * @property {Row} row
 */

/**
 * What macros/finding/whole_lists.py wrote, as the filter needs it.
 * @param {{cases: ListedCase[], punkter: ListedLesson[]}} data
 * @returns {Entry[]}
 */
export function entriesOf({ cases, punkter }) {
  return punkter.map(([place, id, text, omraade, emne, klausul]) => {
    const row = { omraade: [omraade], emne, klausul };
    if (place < 0) {
      const name = `laering-${id}`;
      return { name, ref: `katalog#${id}`, path: `laering/#${name}`, text, source: "Kataloget på tværs af casene", row: { ...row, tema: [] } };
    }
    const [own, title, tema, number] = cases[place];
    const source = number ? `Case ${number}: ${title}` : title;
    return { name: `${own}-${id}`, ref: `${own}#${id}`, path: `cases/${own}/#laering-${id}`, text, source, row: { ...row, tema: [tema] } };
  });
}

/** @param {string} text @param {number} most */
function short(text, most) {
  return text.length > most ? `${text.slice(0, most - 3)}...` : text;
}

/** @param {string} className @param {string} href @param {string} text */
function link(className, href, text) {
  const made = document.createElement("a");
  made.className = className;
  made.href = href;
  made.textContent = text;
  return made;
}

/**
 * A lesson as the server draws it, without its kin.
 * @param {Entry} entry @param {string} root  the way to the site's root @param {(field: string, id: string) => string} nameOf
 * @param {Element | null} label  what says which kind of knowledge a lesson is, to be copied
 */
export function drawLesson({ name, ref, path, text, source, row }, root, nameOf, label) {
  const item = document.createElement("li");
  item.className = "lesson";
  item.dataset.lesson = name;
  const words = document.createElement("div");
  words.className = "lesson__text";
  words.append(Object.assign(document.createElement("p"), { textContent: text }));
  const build = link("lesson__build", `${root}aftaler/byg/?laering=${encodeURIComponent(ref)}`, "Brug i en aftale");
  build.ariaLabel = `Brug i en aftale: ${short(text, 50)}`;
  const button = document.createElement("list-button");
  button.dataset.ref = ref;
  button.dataset.subject = short(text, 50);
  const parts = [
    ...(label ? [label.cloneNode(true)] : []),
    link("lesson__source", root + path, source),
    ...row.emne.map((id) => link("lesson__topic", `#emne-${id}`, nameOf("emne", id))),
    ...row.klausul.map((id) => link("lesson__clause", `${root}aftaler/klausuler/${id}/`, `§ ${nameOf("klausul", id)}`)),
    build,
    button,
  ];
  const meta = document.createElement("p");
  meta.className = "lesson__meta";
  meta.append(...parts.flatMap((part) => [part, " "]));
  item.append(words, meta);
  return item;
}
