/** A note about an agreement, such as a case for a committee: its pieces, and the note as plain text. */

/** A run that came or went, in a note about what changed. @typedef {import("./text.mjs").Run & {state?: "ens" | "slettet" | "ny"}} Run */
/**
 * @typedef {{kind: "heading", text: string} | {kind: "paragraph", runs: Run[]} | {kind: "list", ordered: boolean, items: Run[][]}
 *   | {kind: "table", head: string[], rows: Run[][][]}} NoteBlock
 */
/** @typedef {{title: string, description: string, file: string, blocks: NoteBlock[]}} Note "file" is its name without an ending */
/** @typedef {string | Run | Run[]} Piece */

/** @param {string} text @returns {Run} text that a person gave, or that we write */
export const plain = (text) => ({ text, bold: false, key: "", open: false, ref: "" });

/** @param {string} text what is to be written there @param {string} [key] of the field that answers it @returns {Run} a marked gap */
export const gap = (text, key = "") => ({ text: `[${text}]`, bold: false, key, open: true, ref: "" });

/** @param {string} text @param {string} ask what to write where the text is empty @returns {Run} */
export const given = (text, ask) => (text.trim() ? plain(oneLine(text)) : gap(ask));

/** @param {Piece[]} pieces @returns {Run[]} */
export const runs = (...pieces) =>
  pieces.flatMap((piece) => (typeof piece === "string" ? [plain(piece)] : piece)).filter((run) => run.text);

/** Words with gaps and answers in them. @param {TemplateStringsArray} words @param {...Piece} pieces @returns {Run[]} */
export const say = (words, ...pieces) =>
  endedOnce(words.flatMap((word, at) => runs(word, ...(at < pieces.length ? [pieces[at]] : []))));

/** An answer that ends with a full stop takes the sentence's own with it. @param {Run[]} all @returns {Run[]} */
function endedOnce(all) {
  return all.flatMap((run, at) => {
    const doubled = at > 0 && !all[at - 1].open && all[at - 1].text.endsWith(".") && run.text.startsWith(".");
    const text = doubled ? run.text.slice(1) : run.text;
    return text ? [{ ...run, text }] : [];
  });
}

/** @param {string} text @returns {NoteBlock} */
export const heading = (text) => ({ kind: "heading", text });

/** @param {...Piece} pieces @returns {NoteBlock} */
export const paragraph = (...pieces) => ({ kind: "paragraph", runs: runs(...pieces) });

/** @param {Piece[]} items @param {boolean} [ordered] @returns {NoteBlock} */
export const list = (items, ordered = false) => ({ kind: "list", ordered, items: items.map((item) => runs(item)) });

/** @param {string[]} head @param {Piece[][]} rows @returns {NoteBlock} */
export const table = (head, rows) => ({ kind: "table", head, rows: rows.map((row) => row.map((cell) => runs(cell))) });

/** @param {Piece[]} names @returns {Run[]} "a, b og c" */
export const joined = (names) =>
  names.flatMap((name, at) => runs(at === 0 ? "" : at === names.length - 1 ? " og " : ", ", name));

/** @param {string} name @returns {string} "Egeby Kommunes", "Horsens'" */
export const genitive = (name) => (/[sxz]$/i.test(name) ? `${name}'` : `${name}s`);

/** @param {string} text @returns {string} */
export const oneLine = (text) => text.trim().replace(/\s*\n\s*/g, " ");

/** @param {Note} note @returns {number} how many gaps are left */
export function gapCount({ blocks }) {
  const all = blocks.flatMap((block) => {
    if (block.kind === "paragraph") return block.runs;
    if (block.kind === "list") return block.items.flat();
    return block.kind === "table" ? block.rows.flat(2) : [];
  });
  return all.filter((run) => run.open).length;
}

/** What came and went is told by signs too, for those who read it without colours. @param {Run} run */
const signed = ({ text, state }) => (state === "ny" ? `[+${text}+]` : state === "slettet" ? `[-${text}-]` : text);

/** @param {Note} note @returns {string} for a mail or a case system */
export function noteText({ title, blocks }) {
  const words = (/** @type {Run[]} */ all) => all.map(signed).join("");
  const parts = blocks.map((block) => {
    if (block.kind === "heading") return block.text.toLocaleUpperCase("da");
    if (block.kind === "paragraph") return words(block.runs);
    if (block.kind === "list")
      return block.items.map((item, at) => `${block.ordered ? `${at + 1}.` : "-"} ${words(item)}`).join("\n");
    // Two columns are a name and what belongs to it.
    if (block.head.length === 2) return block.rows.map(([name, what]) => `${words(name)}: ${words(what)}`).join("\n");
    return block.rows
      .map((row) => row.map((cell, at) => `${block.head[at]}: ${words(cell) || "-"}`).join("\n"))
      .join("\n\n");
  });
  return `${[title, ...parts].join("\n\n")}\n`;
}
