/** The drafts on the desk: opened from files or taken from this device, each with what happened when it was opened. */

import { make } from "./dom.mjs";
import { openFile } from "./draft-file.mjs";
import { timeText } from "./file-out.mjs";
import { changeTexts, openedNotes } from "./opened-notes.mjs";
import { savedList, titleOf } from "./saved-list.mjs";
import { watchSaved } from "./storage.mjs";

/** @typedef {import("../agreement-drafts.mjs").Desk} Desk */
/** @typedef {import("../agreement-drafts.mjs").DeskDraft} DeskDraft */

const MOST_FILES = 20;

/**
 * @param {Desk} desk
 * @returns {{sync: () => void}}
 */
export function openedView(desk) {
  const input = /** @type {HTMLInputElement} */ (desk.find("#drafts-files"));
  const drop = desk.find(".drafts__drop");
  input.addEventListener("change", async () => {
    await openFiles(desk, [...(input.files ?? [])]);
    input.value = ""; // so that the same file can be chosen again
  });
  drop.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("drafts__drop--over");
  });
  drop.addEventListener("dragleave", () => drop.classList.remove("drafts__drop--over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("drafts__drop--over");
    openFiles(desk, [...(event.dataTransfer?.files ?? [])]);
  });
  const saved = savedList({
    host: desk,
    place: desk.find(".saved-drafts"),
    data: desk.data,
    say: (text) => desk.say(text),
    openLabel: "Læg på listen",
    open: (item, loaded, button) => {
      const name = item.name || titleOf(loaded.draft, desk.data) || "Kladde uden navn";
      desk.add({ ...loaded, notes: [], changes: [] }, { name, when: item.when, source: "enhed" });
      desk.sync();
      desk.say(`${name} ligger nu på listen.`);
      button.focus();
    },
  });
  watchSaved(() => saved.sync());
  return {
    sync() {
      desk.find(".drafts__opened").replaceChildren(...desk.drafts.map((draft) => openedItem(desk, draft)));
      desk.find(".drafts__none").hidden = desk.drafts.length > 0;
      saved.sync();
    },
  };
}

/** @param {Desk} desk @param {File[]} files */
async function openFiles(desk, files) {
  const refusals = [];
  let count = 0;
  for (const file of files.slice(0, MOST_FILES)) {
    const found = await openFile(file, desk.data);
    if (found.state === "refused") {
      refusals.push(make("p", { className: "notice" }, make("strong", {}, file.name), `: ${found.reason}`));
      continue;
    }
    for (const opened of found.drafts) {
      const own = found.drafts.length > 1 && opened.draft.navn;
      desk.add(opened, { name: own || file.name, when: new Date(file.lastModified), source: "fil" });
      count += 1;
    }
  }
  if (files.length > MOST_FILES)
    refusals.push(make("p", { className: "notice" }, `Højst ${MOST_FILES} filer ad gangen.`));
  desk.find(".drafts__refusals").replaceChildren(...refusals);
  desk.sync();
  const opened = count === 1 ? "1 kladde er åbnet." : `${count} kladder er åbnet.`;
  const not = refusals.length
    ? ` ${refusals.length === 1 ? "1 fil" : `${refusals.length} filer`} kunne ikke åbnes.`
    : "";
  desk.say(`${opened}${not}`);
}

/** @param {Desk} desk @param {DeskDraft} item */
function openedItem(desk, item) {
  const { draft } = item;
  const parties = draft.parter.filter(({ navn }) => navn.trim()).length;
  const about = [
    titleOf(draft, desk.data) || "Uden titel",
    parties === 1 ? "1 part" : `${parties} parter`,
    draft.klausuler.length === 1 ? "1 klausul" : `${draft.klausuler.length} klausuler`,
    ...(item.when ? [`ændret ${timeText(item.when, new Date())}`] : []),
  ];
  const build = make("button", { type: "button", className: "builder__small" }, "Åbn i byggeren");
  const hidden = () => make("span", { className: "visually-hidden" }, ` ${item.name}`);
  build.append(hidden());
  build.addEventListener("click", () => desk.openInBuilder(draft, item.name));
  const remove = make("button", { type: "button", className: "builder__small" }, "Fjern fra listen");
  remove.append(hidden());
  remove.addEventListener("click", () => {
    desk.remove(item.key);
    desk.find("#aabn").focus();
    desk.say(`${item.name} er fjernet fra listen. Filen er ikke rørt.`);
  });
  const notes = [...openedNotes(item), ...changeTexts(item.changes)];
  return make(
    "li",
    { className: "drafts__item" },
    make("strong", { className: "drafts__name" }, item.name),
    make("p", { className: "drafts__about" }, about.join(" · ")),
    ...(notes.length ? [make("ul", { className: "drafts__notes" }, ...notes.map((text) => make("li", {}, text)))] : []),
    make("div", { className: "drafts__actions" }, build, remove),
  );
}
