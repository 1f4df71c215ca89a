/** Step 4, the lower half: the draft saved on this device, shared as a link, or thrown away. */

import { draftHasCpr } from "./answers.mjs";
import { ask } from "./dom.mjs";
import { hasText, loadDraft, newId, startDraft } from "./draft.mjs";
import { TooLarge, toFragment } from "./fragment.mjs";
import { forgetSaved, readSaved, writeSaved } from "./storage.mjs";

/** @typedef {import("../agreement-builder.mjs").Builder} Builder */
/** @typedef {import("./storage.mjs").Saved} Saved */

const BLOCKED = "Browseren lader ikke siden gemme. Hent aftalen som Word, eller kopiér linket til kladden.";

/**
 * @param {Builder} builder
 * @returns {{sync: () => void, restore: (button: HTMLButtonElement) => Promise<void>}}
 */
export function draftsStep(builder) {
  const button = (/** @type {string} */ name) => /** @type {HTMLButtonElement} */ (builder.find(`[data-do="${name}"]`));
  // The entry that this page last read or wrote: another one in its place is someone else's work.
  let known = "";
  /** @type {import("./draft.mjs").Draft | null} */
  let safe = null;

  const sync = () => {
    const changed = safe !== null && safe !== builder.draft;
    builder.find(".builder__unsaved").hidden = !changed;
  };
  const showSaved = () => {
    const saved = readSaved();
    button("restore").hidden = saved.state !== "ok";
    button("forget").hidden = saved.state === "blocked" || saved.state === "empty";
    builder.find(".builder__saved").textContent = savedText(saved);
  };
  const save = async () => {
    const saved = readSaved();
    const other = "text" in saved && saved.text !== known;
    const question = "Der ligger allerede en anden gemt kladde på denne enhed. Skal den erstattes?";
    if (other && !(await ask(button("save"), question, "Ja, erstat den", "Nej, behold den"))) return;
    const text = writeSaved(builder.draft, new Date());
    if (text !== null) [known, safe] = [text, builder.draft];
    showSaved();
    sync();
    builder.say(text === null ? BLOCKED : `Kladden er ${savedText(readSaved()).toLowerCase()}`);
  };
  const restore = async (/** @type {HTMLButtonElement} */ pressed) => {
    const saved = readSaved();
    const loaded = saved.state === "ok" ? loadDraft(saved.value, builder.data) : null;
    if (saved.state !== "ok" || !loaded) {
      builder.say("Den gemte kladde kan ikke læses. Den er ikke rørt.");
      return;
    }
    const question = "Den gemte kladde erstatter det, du har skrevet nu. Vil du hente den?";
    const typed = hasText(builder.draft) && JSON.stringify(builder.draft) !== JSON.stringify(loaded.draft);
    if (typed && !(await ask(pressed, question, "Ja, hent den", "Nej, behold det"))) return;
    [known, safe] = [saved.text, loaded.draft];
    builder.clearNotices();
    builder.change(loaded.draft);
    builder.tellLoaded(loaded);
    builder.showStep("parter");
    builder.say("Den gemte kladde er hentet.");
  };
  const forget = async () => {
    if (
      !(await ask(
        button("forget"),
        "Vil du slette den gemte kladde på denne enhed?",
        "Ja, slet den",
        "Nej, behold den",
      ))
    )
      return;
    const gone = forgetSaved();
    safe = gone ? null : safe;
    sync();
    showSaved();
    button("save").focus();
    builder.say(gone ? "Den gemte kladde er slettet fra denne enhed." : BLOCKED);
  };
  const restart = async () => {
    const question = "Vil du begynde forfra? Det, du har skrevet her på siden, forsvinder.";
    if (hasText(builder.draft) && !(await ask(button("restart"), question, "Ja, begynd forfra", "Nej, behold det")))
      return;
    builder.change(startDraft(builder.data, { id: newId() }));
    builder.showStep("parter");
    builder.say("Du er begyndt forfra. En gemt kladde er ikke rørt.");
  };
  button("save").addEventListener("click", save);
  button("restore").addEventListener("click", () => restore(button("restore")));
  button("forget").addEventListener("click", forget);
  button("restart").addEventListener("click", restart);
  button("share").addEventListener("click", () => share(builder));
  showSaved();
  return { sync, restore };
}

/** @param {Saved} saved */
function savedText(saved) {
  if (saved.state === "blocked") return BLOCKED;
  if (saved.state === "broken") return "Den gemte kladde kan ikke læses. Den er ikke rørt.";
  if (saved.state === "newer") return "Den gemte kladde er lavet med en nyere udgave af byggeren. Den er ikke rørt.";
  if (saved.state === "empty") return "";
  return saved.when ? `Gemt ${timeText(saved.when, new Date())}.` : "Der ligger en gemt kladde.";
}

/** @param {Date} when @param {Date} now @returns {string} "kl. 14.02", with the day when it is not today */
export function timeText(when, now) {
  const time = `kl. ${String(when.getHours()).padStart(2, "0")}.${String(when.getMinutes()).padStart(2, "0")}`;
  if (when.toDateString() === now.toDateString()) return time;
  return `${when.toLocaleDateString("da-DK", { day: "numeric", month: "long", year: "numeric" })} ${time}`;
}

/** @param {Builder} builder */
async function share(builder) {
  if (draftHasCpr(builder.draft)) {
    builder.say("Linket er ikke lavet, for teksten ser ud til at rumme et CPR-nummer. Fjern det, og prøv igen.");
    return;
  }
  try {
    const address = new URL(location.href);
    address.search = "";
    address.hash = await toFragment(builder.draft);
    await builder.copyText(address.href, "Linket til kladden er kopieret. Alle, der får det, kan læse kladden.");
  } catch (error) {
    builder.say(
      error instanceof TooLarge
        ? "Kladden er for lang til et link. Hent den som Word i stedet."
        : "Linket kunne ikke laves i denne browser. Hent aftalen som Word i stedet.",
    );
  }
}
