/** Two drafts set against each other: which they are, what differs, word by word. */

import { download } from "../codec/file.mjs";
import { CHANGE_NAMES, compareDrafts, markedWords } from "./compare.mjs";
import { make } from "./dom.mjs";
import { KIND_NAMES } from "./draft-parts.mjs";
import { enoughDrafts, fillChoices } from "./desk-choices.mjs";

/** @typedef {import("../agreement-drafts.mjs").Desk} Desk */
/** @typedef {import("./compare.mjs").ComparedPart} ComparedPart */
/** @typedef {import("./compare.mjs").Words} Words */

/**
 * @param {Desk} desk
 * @returns {{sync: () => void, choose: (before: string, after: string) => void}}
 */
export function compareView(desk) {
  const panel = desk.find("[data-panel=sammenlign]");
  const before = /** @type {HTMLSelectElement} */ (desk.find("#compare-before"));
  const after = /** @type {HTMLSelectElement} */ (desk.find("#compare-after"));
  const only = /** @type {HTMLInputElement} */ (desk.find("#compare-only"));
  /** @type {{part: ComparedPart, words: Words[]}[]} */
  let changes = [];
  let drawn = 0;

  const draw = async () => {
    drawn += 1;
    const mine = drawn;
    const [one, other] = [desk.draft(before.value), desk.draft(after.value)];
    if (!one || !other) return;
    const parts = compareDrafts(one.draft, other.draft, desk.data);
    const told = await Promise.all(
      parts.map(async (part) => ({ part, words: await markedWords(part.before, part.after) })),
    );
    if (mine !== drawn) return; // another pair was chosen meanwhile
    changes = told.filter(({ part }) => part.change !== "ens");
    desk.find("[data-slot=compare-sum]").textContent = sumText(parts);
    desk.find("[data-slot=compare-parts]").replaceChildren(...partElements(only.checked ? changes : told));
  };
  const note = async () => {
    const { changesNote } = await import("./drafts-notes.mjs");
    return changesNote(`Forskelle: ${desk.draft(before.value)?.name} og ${desk.draft(after.value)?.name}`, changes);
  };
  for (const control of [before, after, only]) control.addEventListener("change", draw);
  desk.find("[data-do=compare-word]").addEventListener("click", async () => {
    const { noteToWord } = await import("./word-note.mjs");
    download(await noteToWord(await note()), "forskelle.docx");
    desk.say("Forskellene er hentet som Word.");
  });
  desk.find("[data-do=compare-copy]").addEventListener("click", async () => {
    const { noteText } = await import("./note-blocks.mjs");
    desk.copy(noteText(await note()), "Forskellene er kopieret.");
  });
  return {
    sync() {
      if (!enoughDrafts(desk.drafts, panel)) return;
      fillChoices(before, desk.drafts, 0);
      fillChoices(after, desk.drafts, 1);
      draw();
    },
    choose(one, other) {
      before.value = one;
      after.value = other;
      before.dataset.chosen = after.dataset.chosen = "ja";
      draw();
    },
  };
}

/** @param {ComparedPart[]} parts */
function sumText(parts) {
  const count = (/** @type {string} */ change) => parts.filter((part) => part.change === change).length;
  if (count("ens") === parts.length) return "De to kladder er ens.";
  const told = /** @type {const} */ (["aendret", "ny", "slettet", "ens"]).filter((change) => count(change));
  return `${told.map((change) => `${count(change)} ${CHANGE_NAMES[change].toLowerCase()}`).join(", ")}.`;
}

/** @param {{part: ComparedPart, words: Words[]}[]} told @returns {HTMLElement[]} with a heading above each kind */
function partElements(told) {
  return told.flatMap(({ part, words }, index) => {
    const first = part.kind !== told[index - 1]?.part.kind;
    const single = KIND_NAMES[part.kind] === part.label;
    const article = make(
      "article",
      { className: `drafts__part drafts__part--${part.change}` },
      make(
        "h4",
        {},
        single ? "" : `${part.label} `,
        make("span", { className: "drafts__tag" }, CHANGE_NAMES[part.change]),
      ),
      wordsElement(words),
    );
    return [...(first ? [make("h3", {}, KIND_NAMES[part.kind])] : []), article];
  });
}

/** Text with what came and went marked for the eye and told to those who listen. @param {Words[]} words @returns {HTMLElement} */
export function wordsElement(words) {
  const told = (/** @type {string} */ text) => make("span", { className: "visually-hidden" }, text);
  return make(
    "div",
    { className: "drafts__text" },
    ...words.map(({ text, state }) =>
      state === "ens"
        ? document.createTextNode(text)
        : state === "ny"
          ? make("ins", {}, told("[indsat:] "), text, told(" [slut]"))
          : make("del", {}, told("[slettet:] "), text, told(" [slut]")),
    ),
  );
}
