/** The draft kept on this device under a name, opened from a file, shared as a link, or begun anew. */

import { ask, make, setValue } from "./dom.mjs";
import { openFile } from "./draft-file.mjs";
import { hasText, loadDraft, nameDraft, newId, startDraft } from "./draft.mjs";
import { draftLink, timeText } from "./file-out.mjs";
import { changeTexts, openedNotes } from "./opened-notes.mjs";
import { FULL, savedList } from "./saved-list.mjs";
import { listSaved, newKey, readSaved, watchSaved, writeSaved } from "./storage.mjs";

/** @typedef {import("../agreement-builder.mjs").Builder} Builder */
/** @typedef {import("./draft.mjs").Draft} Draft */
/** The saved draft that is open: its key, the entry as this page last saw it, and the draft that it holds. @typedef {{key: string, known: string, safe: Draft | null}} Open */

const BLOCKED = "Browseren lader ikke siden gemme. Hent aftalen som Word, eller kopiér linket til kladden.";
const REPLACES = "Kladden erstatter det, du har skrevet nu. Vil du åbne den?";

/**
 * @param {Builder} builder
 * @returns {{sync: () => void, showSaved: (button: HTMLButtonElement) => void, letGo: () => void}} letGo: what comes now is no saved draft
 */
export function draftsStep(builder) {
  const button = (/** @type {string} */ name) => /** @type {HTMLButtonElement} */ (builder.find(`[data-do="${name}"]`));
  const name = /** @type {HTMLInputElement} */ (builder.find("#kladde-navn"));
  /** @type {Open} */
  const open = { key: "", known: "", safe: null };
  // As it came, from nothing, a link or a file: leaving it takes nothing away.
  let came = builder.draft;
  const list = savedList({
    host: builder,
    place: builder.find(".saved-drafts"),
    data: builder.data,
    say: (text) => builder.say(text),
    openLabel: "Åbn",
    current: () => open.key,
    open: (item, loaded, pressed) => take(pressed, loaded.draft, { key: item.key, known: item.text }, loaded.faults),
    changed: (key, text) => key === open.key && changedInList(builder, open, text),
  });

  const sync = () => {
    setValue(name, builder.draft.navn);
    builder.find(".builder__unsaved").hidden = open.safe === null || open.safe === builder.draft;
    button("save-new").hidden = !open.key;
    builder.find(".builder__saved").textContent = savedText(open);
  };
  const showAll = () => {
    list.sync();
    sync();
  };
  /** @param {HTMLElement} pressed @param {Draft} draft @param {{key: string, known: string}} from @param {string[]} told */
  const take = async (pressed, draft, from, told) => {
    const typed =
      hasText(builder.draft) && builder.draft !== open.safe && JSON.stringify(builder.draft) !== JSON.stringify(draft);
    if (typed && !(await ask(pressed, REPLACES, "Ja, åbn den", "Nej, behold det"))) return;
    Object.assign(open, from, { safe: from.key ? draft : null });
    builder.clearNotices();
    came = draft;
    builder.change(draft);
    list.sync();
    if (told.length) builder.notice(told.join(" "));
    builder.showStep("parter");
    builder.say(
      from.key ? "Den gemte kladde er åbnet." : "Kladden fra filen er åbnet. Den er ikke gemt på denne enhed.",
    );
  };
  const save = async (/** @type {boolean} */ fresh) => {
    const key = fresh || !open.key ? newKey() : open.key;
    const stored = readSaved(key);
    const other = stored !== null && stored.text !== open.known;
    const question = "Kladden er gemt fra en anden fane, siden du åbnede den her. Skal den erstattes?";
    if (other && !(await ask(button("save"), question, "Ja, erstat den", "Nej, behold den"))) return;
    const { state, text } = writeSaved(key, builder.draft, new Date());
    if (state === "ok") Object.assign(open, { key, known: text, safe: builder.draft });
    showAll();
    builder.say(state === "ok" ? `Kladden er ${savedText(open).toLowerCase()}` : state === "full" ? FULL : BLOCKED);
  };
  const letGo = () => {
    Object.assign(open, { key: "", known: "", safe: null });
    showAll();
  };
  const restart = async () => {
    const question = "Vil du begynde forfra? Det, du har skrevet her på siden, forsvinder.";
    if (hasText(builder.draft) && !(await ask(button("restart"), question, "Ja, begynd forfra", "Nej, behold det")))
      return;
    letGo();
    builder.change(startDraft(builder.data, { id: newId() }));
    builder.showStep("parter");
    builder.say("Du er begyndt forfra. Gemte kladder er ikke rørt.");
  };
  name.addEventListener("input", () => builder.change(nameDraft(builder.draft, name.value)));
  button("save").addEventListener("click", () => save(false));
  button("save-new").addEventListener("click", () => save(true));
  button("restart").addEventListener("click", restart);
  button("share").addEventListener("click", () => share(builder));
  connectFile(builder, take);
  window.addEventListener("beforeunload", (event) => {
    if (hasText(builder.draft) && builder.draft !== open.safe && builder.draft !== came) event.preventDefault();
  });
  watchSaved((key, text) => {
    list.sync();
    if (open.key && (key === open.key || !key) && text !== open.known) tellOtherTab(builder, open, text, take);
  });
  showAll();
  return { sync, showSaved: (pressed) => showList(builder, pressed), letGo };
}

/** @param {Open} open */
function savedText({ key }) {
  const saved = key ? readSaved(key) : null;
  if (!key) return listSaved() ? "" : BLOCKED;
  if (!saved) return "Den gemte kladde er slettet. Det, du ser her, er ikke gemt.";
  return saved.when ? `Gemt ${timeText(saved.when, new Date())}.` : "Der ligger en gemt kladde.";
}

/** The list renamed, deleted or brought back the draft that is open. @param {Builder} builder @param {Open} open @param {string | null} text */
function changedInList(builder, open, text) {
  const saved = text === null ? null : JSON.parse(text).kladde;
  const same = builder.draft === open.safe;
  open.known = text ?? "";
  if (saved && saved.navn !== builder.draft.navn) builder.change(nameDraft(builder.draft, String(saved.navn ?? "")));
  const back = JSON.stringify(saved) === JSON.stringify(builder.draft);
  open.safe = saved && (same || back) ? builder.draft : null;
  builder.change(builder.draft);
}

/** @param {Builder} builder @param {(pressed: HTMLElement, draft: Draft, from: {key: string, known: string}, told: string[]) => void} take */
function connectFile(builder, take) {
  const input = /** @type {HTMLInputElement} */ (builder.find("#kladde-fil"));
  input.addEventListener("change", async () => {
    const [file] = input.files ?? [];
    input.value = ""; // so that the same file can be chosen again
    if (!file) return;
    const found = await openFile(file, builder.data);
    if (found.state === "refused") {
      builder.notice(`${file.name}: ${found.reason}`);
      return builder.say("Filen er ikke åbnet.");
    }
    const [first] = found.drafts;
    const more =
      found.drafts.length > 1
        ? ["Filen rummer flere kladder. Den første er åbnet; find resten på siden, hvor du sammenligner kladder."]
        : [];
    take(input, first.draft, { key: "", known: "" }, [...more, ...openedNotes(first), ...changeTexts(first.changes)]);
  });
}

/** @param {Builder} builder @param {Open} open @param {string | null} text @param {Function} take */
function tellOtherTab(builder, open, text, take) {
  if (text === null) {
    open.safe = null;
    builder.change(builder.draft);
    return builder.notice(
      "Kladden er slettet i en anden fane. Det, du ser her, findes kun på denne side, til du gemmer.",
    );
  }
  const fetch = make("button", { type: "button", className: "builder__small" }, "Åbn den nyeste udgave");
  fetch.addEventListener("click", async () => {
    const saved = readSaved(open.key);
    const loaded = saved?.state === "ok" ? loadDraft(saved.value, builder.data) : null;
    if (saved && loaded) take(fetch, loaded.draft, { key: saved.key, known: saved.text }, loaded.faults);
  });
  builder.notice("Kladden er gemt i en anden fane. Det, du ser her, er ikke ændret.", fetch);
}

/** Go to the list, where each saved draft can be opened. @param {Builder} builder @param {HTMLButtonElement} pressed */
function showList(builder, pressed) {
  pressed.closest(".builder__notice")?.remove();
  builder.showStep("hent");
  builder.find("#mine-kladder").focus();
}

/** @param {Builder} builder */
async function share(builder) {
  const { address, fault } = await draftLink(builder.draft, new URL(location.href));
  if (!address) return builder.say(`${fault} Hent aftalen som Word i stedet.`);
  await builder.copyText(address, "Linket til kladden er kopieret. Alle, der får det, kan læse kladden.");
}
