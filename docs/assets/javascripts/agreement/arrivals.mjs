/** What is said when a draft arrives: from the address, from a shared link, or because one lies saved on the device. */

import { draftInFragment } from "./address.mjs";
import { beginningWords } from "./beginnings.mjs";
import { make } from "./dom.mjs";
import { hasText } from "./draft.mjs";
import { hasSaved } from "./storage.mjs";

/** @typedef {import("../agreement-builder.mjs").Builder} Builder */

/**
 * @param {Builder} builder
 * @param {() => ReturnType<typeof import("./drafts-step.mjs").draftsStep> | null} drafts shows the saved drafts, and lets go of the open one
 */
export function arrivals(builder, drafts) {
  const savedButton = () => {
    const button = make("button", { type: "button", className: "builder__small" }, "Vis gemte kladder");
    button.addEventListener("click", () => drafts()?.showSaved(button));
    return button;
  };
  /** @param {import("./address.mjs").Wishes} wishes @returns {HTMLElement | null} the notice of what was wished for */
  const tellStart = (wishes) => {
    const words = beginningWords(builder.data, wishes, builder.draft);
    const told = words.length ? builder.notice(words) : null;
    const what = /[?&](case|laering|skabelon|aftale)=/.test(location.search) ? "noget" : "klausuler";
    if (wishes.unknown.length)
      builder.notice(`Adressen nævner ${what}, som ikke findes: ${wishes.unknown.join(", ")}.`);
    if (hasSaved()) builder.notice("Du har gemte kladder på denne enhed.", savedButton());
    return told;
  };
  /** @param {{left: number, faults: string[]}} loaded what was left out or changed in the draft from the link */
  const tellShared = (loaded) => {
    const saved = hasSaved();
    const own = saved ? " Dine egne gemte kladder er ikke rørt." : "";
    const buttons = saved ? [savedButton()] : [];
    builder.notice(`Du ser en kladde fra et link. Den er ikke gemt på denne enhed.${own}`, ...buttons);
    builder.tellLoaded(loaded);
  };
  /** A link opened while the page stands: one's own text goes only when one says so. */
  const offerShared = async () => {
    const { shared, fault } = await draftInFragment(location.hash, builder.data);
    if (fault) builder.notice(fault);
    if (!shared) return;
    const open = () => {
      builder.clearNotices();
      drafts()?.letGo();
      builder.change(shared.draft);
      tellShared(shared);
    };
    if (!hasText(builder.draft)) return open();
    const button = make("button", { type: "button", className: "builder__small" }, "Åbn kladden fra linket");
    button.addEventListener("click", open);
    builder.notice("Linket rummer en anden kladde. Åbner du den, forsvinder det, du har skrevet her på siden.", button);
  };
  return { tellStart, tellShared, offerShared };
}
