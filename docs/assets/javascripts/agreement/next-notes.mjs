/** The writing half of "Det videre arbejde": the committee's case and the invitation, to read, copy and take home. */

import { download, fileName } from "../codec/file.mjs";
import { committeeCase } from "./committee-case.mjs";
import { make } from "./dom.mjs";
import { invitation } from "./invitation.mjs";
import { gapCount, noteText } from "./note-blocks.mjs";
import { noteElements } from "./note-elements.mjs";
import { noteFacts } from "./note-facts.mjs";
import { noteToWord } from "./word-note.mjs";

/** @typedef {import("../agreement-builder.mjs").Builder} Builder */
/** @typedef {import("./next-step.mjs").Scene} Scene */
/** @typedef {import("./note-blocks.mjs").Note} Note */

const WORD_FAILED = "Word-filen kunne ikke laves. Kopiér teksten i stedet, eller prøv igen senere.";

/**
 * @param {Builder} builder
 * @param {() => Scene} scene
 * @returns {{sync: () => void}}
 */
export function notesPart(builder, scene) {
  const chosen = (/** @type {string} */ name) => /** @type {HTMLSelectElement} */ (builder.find(`#next-${name}`));
  const notes = {
    case: () => committeeCase(builder.draft, builder.data, scene().plan, chosen("case").value),
    invitation: () =>
      invitation(
        builder.draft,
        builder.data,
        scene().plan,
        builder.agreement,
        Number(chosen("invitation").value || -1),
      ),
  };
  const names = /** @type {("case" | "invitation")[]} */ (Object.keys(notes));
  const show = (/** @type {"case" | "invitation"} */ name) => {
    const box = /** @type {HTMLDetailsElement} */ (builder.find(`.builder-next__note[data-note="${name}"]`));
    const note = notes[name]();
    builder.find(`[data-gaps="${name}"]`).textContent = places(gapCount(note));
    if (box.open) builder.find(`[data-note="${name}"] .builder-next__paper`).replaceChildren(...noteElements(note));
  };
  for (const name of names) {
    builder.find(`.builder-next__note[data-note="${name}"]`).addEventListener("toggle", () => show(name));
    chosen(name).addEventListener("change", () => show(name));
    builder.find(`[data-do="${name}-word"]`).addEventListener("click", () => downloadNote(builder, notes[name]()));
    builder.find(`[data-do="${name}-copy"]`).addEventListener("click", () => copyNote(builder, notes[name]()));
  }
  return {
    sync: () => {
      const { municipalities } = noteFacts(builder.draft, builder.data);
      const several = municipalities.length > 1;
      const shared = several ? [["", "Fælles tekst til alle kommunerne"]] : [];
      fill(chosen("case"), [...shared, ...municipalities.map((navn) => [navn, navn])]);
      builder.find(".builder-next__whose").hidden = !several;
      const bodies = builder.draft.organer.flatMap(({ navn }, at) => (navn.trim() ? [[String(at), navn.trim()]] : []));
      fill(chosen("invitation"), [...bodies, ["-1", "Alle parter"]]);
      builder.find(".builder-next__body").hidden = !bodies.length;
      names.forEach(show);
    },
  };
}

/** @param {number} count */
const places = (count) => (count === 1 ? "1 sted mangler" : `${count} steder mangler`);

/** Keep what was chosen, where it is still there. @param {HTMLSelectElement} select @param {string[][]} options */
function fill(select, options) {
  const before = select.value;
  select.replaceChildren(...options.map(([value, text]) => make("option", { value }, text)));
  if (options.some(([value]) => value === before)) select.value = before;
}

/** @param {Builder} builder @param {Note} note */
async function downloadNote(builder, note) {
  try {
    download(await noteToWord(note), fileName(note.title, note.file, "docx"));
    builder.say(`Word-filen er hentet. ${places(gapCount(note))} og er markeret med gult.`);
  } catch {
    builder.say(WORD_FAILED);
  }
}

/** @param {Builder} builder @param {Note} note */
const copyNote = (builder, note) => builder.copyText(noteText(note), "Teksten er kopieret.");
