/** What a list can become: a link, a booklet, files, a comparison, an agreement. */

import { download, fileName } from "../codec/file.mjs";
import { toBibtex, toCsl, toRis } from "./citations.mjs";
import { toCsv } from "./csv.mjs";
import { toFragment } from "./fragment.mjs";
import { splitRef, withoutNotes } from "./state.mjs";
import { toMarkdown, toPlainText } from "./text.mjs";
import { toWord } from "./word.mjs";

/** @typedef {import("./document.mjs").ListDocument} ListDocument */
/** @typedef {import("./state.mjs").ReaderList} ReaderList */
/**
 * What the panel needs of the page it stands on.
 * @typedef {{root: HTMLElement, list: () => ReaderList, document: () => ListDocument, say: (text: string) => void}} Face
 */

const FEWEST = 2;
const MOST = 5;
const FALLBACK = "min-liste";
const WORD_FAILED = "Word-filen kunne ikke laves. Hent listen som Markdown, eller prøv igen senere.";
const TOO_LARGE = "Listen er for stor til et link. Prøv uden noter, eller hent den som en fil.";

/** @param {Face} face */
export function wireOutputs(face) {
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (face.root.querySelector(`[data-do="${name}"]`));
  const file = (/** @type {string} */ text, /** @type {string} */ type, /** @type {string} */ extension, /** @type {string} */ said) => {
    download(new Blob([text], { type: `${type};charset=utf-8` }), fileName(face.document().title, FALLBACK, extension));
    face.say(said);
  };
  part("share").addEventListener("click", () => share(face));
  part("print").addEventListener("click", () => print());
  part("word").addEventListener("click", () => word(face, part("word")));
  part("csv").addEventListener("click", () => file(toCsv(face.document()), "text/csv", "csv", "Regnearket er hentet."));
  part("markdown").addEventListener("click", () => file(toMarkdown(face.document()), "text/markdown", "md", "Markdown-filen er hentet."));
  part("ris").addEventListener("click", () => file(toRis(face.document()), "application/x-research-info-systems", "ris", "RIS-filen er hentet."));
  part("bibtex").addEventListener("click", () => file(toBibtex(face.document()), "application/x-bibtex", "bib", "BibTeX-filen er hentet."));
  part("csl").addEventListener("click", () => file(toCsl(face.document()), "application/vnd.citationstyles.csl+json", "json", "CSL-filen er hentet."));
  part("copy").addEventListener("click", () => copy(face, toPlainText(face.document()), "Teksten er kopieret. Sæt den ind i en mail."));
}

/** @param {Face} face */
async function share(face) {
  const notes = /** @type {HTMLInputElement} */ (face.root.querySelector('[name="noter"]')).checked;
  const list = face.list();
  let fragment;
  try {
    fragment = await toFragment(notes ? list : withoutNotes(list));
  } catch {
    face.say(TOO_LARGE);
    return;
  }
  const address = new URL(location.href);
  address.search = "";
  address.hash = fragment;
  await copy(face, address.href, "Linket er kopieret.");
}

/** To the clipboard, or where the browser refuses, to a field to copy from. @param {Face} face @param {string} text @param {string} said */
async function copy(face, text, said) {
  const field = /** @type {HTMLTextAreaElement} */ (face.root.querySelector("#reader-list-manual"));
  const box = /** @type {HTMLElement} */ (field.parentElement);
  try {
    await navigator.clipboard.writeText(text);
    box.hidden = true;
    face.say(said);
  } catch {
    box.hidden = false;
    field.value = text;
    field.focus();
    field.select();
    face.say("Browseren lader ikke siden kopiere. Kopiér teksten i feltet.");
  }
}

/** @param {Face} face @param {HTMLElement} button */
async function word(face, button) {
  if (button.getAttribute("aria-disabled") === "true") return;
  button.setAttribute("aria-disabled", "true");
  face.say("Laver Word-filen …");
  try {
    const made = face.document();
    download(await toWord(made), fileName(made.title, FALLBACK, "docx"));
    face.say("Word-filen er hentet.");
  } catch {
    face.say(WORD_FAILED);
  } finally {
    button.removeAttribute("aria-disabled");
  }
}

/**
 * The links that lead on: an agreement from everything on the list, a comparison of the chosen cases.
 * @param {HTMLElement} root @param {ListDocument} made @param {Set<string>} chosen refs that the reader has ticked
 */
export function showLinks(root, made, chosen) {
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(`[data-do="${name}"]`));
  const build = /** @type {HTMLAnchorElement} */ (part("build"));
  const query = buildQuery(made);
  build.hidden = !query;
  build.search = query;
  const ids = comparable(made, chosen);
  const compare = /** @type {HTMLAnchorElement} */ (part("compare"));
  const fits = ids.length >= FEWEST && ids.length <= MOST;
  compare.hidden = !fits;
  compare.search = `c=${ids.join(",")}`;
  const count = /** @type {HTMLElement} */ (part("compare-hint"));
  const cases = made.entries.filter((entry) => entry.kind === "case").length;
  count.hidden = cases === 0;
  count.replaceChildren(compareHint(cases, ids.length, chosen.size > 0));
}

/** @param {ListDocument} made @returns {string} */
export function buildQuery(made) {
  const pairs = made.entries.map(({ ref }) => [splitRef(ref).lesson ? "laering" : "case", ref]);
  return new URLSearchParams(pairs).toString();
}

/** The ticked cases, or all of them where none is ticked. @param {ListDocument} made @param {Set<string>} chosen */
function comparable(made, chosen) {
  const cases = made.entries.filter((entry) => entry.kind === "case").map((entry) => entry.ref);
  const ticked = cases.filter((ref) => chosen.has(ref));
  return ticked.length ? ticked : cases;
}

/** @param {number} cases @param {number} picked @param {boolean} ticked */
function compareHint(cases, picked, ticked) {
  if (cases < FEWEST) return "Læg en case til på listen, så kan du sammenligne dem.";
  if (picked < FEWEST) return "Sæt et hak ved én case mere for at sammenligne.";
  if (picked > MOST) return ticked ? "Du kan højst sammenligne fem cases. Fjern nogle hak." : "Sæt hak ved to til fem cases for at sammenligne dem.";
  if (!ticked && picked === 2) return "De to cases bliver sammenlignet.";
  return ticked ? `${picked} cases er valgt til sammenligning.` : `Alle ${picked} cases bliver sammenlignet.`;
}
