/** Several versions of one draft: who proposes what, accepted or refused point by point; what is left goes to the meeting. */

import { download } from "../codec/file.mjs";
import { markedWords } from "./compare.mjs";
import { wordsElement } from "./compare-view.mjs";
import { enoughDrafts, fillChoices } from "./desk-choices.mjs";
import { make } from "./dom.mjs";
import { KIND_NAMES } from "./draft-parts.mjs";
import { acceptUndisputed, mergePoints, mergedDraft, openPoints } from "./merge.mjs";

/** @typedef {import("../agreement-drafts.mjs").Desk} Desk */
/** @typedef {import("../agreement-drafts.mjs").DeskDraft} DeskDraft */
/** @typedef {import("./merge.mjs").Point} Point */

const OTHER_ID =
  "Kladderne har ikke samme oprindelse. Er de udgaver af den samme aftale, kan du godt samle dem; ellers bliver alt til forskelle.";

/**
 * @param {Desk} desk
 * @returns {{sync: () => void}}
 */
export function mergeView(desk) {
  const panel = desk.find("[data-panel=saml]");
  const base = /** @type {HTMLSelectElement} */ (desk.find("#merge-base"));
  const versions = desk.find("[data-slot=merge-versions]");
  /** @type {Point[]} */
  let points = [];
  /** @type {import("./merge.mjs").Decisions} */
  let decisions = new Map();
  let drawn = 0;
  /** Versions that a person took out. @type {Set<string>} */
  const left = new Set();

  const chosen = () => desk.drafts.filter(({ key }) => key !== base.value && !left.has(key));
  const start = () => {
    const from = desk.draft(base.value);
    if (!from) return;
    points = mergePoints(from.draft, chosen(), desk.data);
    // A decision stands as long as the point is the same.
    decisions = new Map(
      [...decisions].filter(([key, at]) => (points.find((point) => point.key === key)?.proposals.length ?? -2) > at),
    );
    const strangers = chosen().some(({ draft }) => draft.id !== from.draft.id);
    desk.find("[data-slot=merge-warning]").hidden = !strangers;
    desk.find("[data-slot=merge-warning]").textContent = OTHER_ID;
    draw();
  };
  const draw = async () => {
    drawn += 1;
    const mine = drawn;
    const elements = await Promise.all(points.map((point) => pointElement(point, decisions, decide)));
    if (mine !== drawn) return;
    desk.find("[data-slot=merge-points]").replaceChildren(...grouped(points, elements));
    sum();
  };
  const decide = (/** @type {string} */ key, /** @type {number | null} */ at) => {
    if (at === null) decisions.delete(key);
    else decisions.set(key, at);
    sum();
  };
  const sum = () => {
    const open = openPoints(points, decisions);
    const easy = open.filter((point) => !point.conflict).length;
    desk.find("[data-slot=merge-sum]").textContent = points.length
      ? `${points.length - open.length} af ${points.length} punkter er afgjort. ${conflictText(points)}`
      : "Udgaverne er ens. Der er ikke noget at tage stilling til.";
    const all = desk.find("[data-do=merge-undisputed]");
    all.hidden = easy === 0;
    all.textContent = `Accepter de forslag, som kun én har (${easy})`;
    desk.find("[data-slot=merge-open]").textContent = open.length
      ? (open.length === 1 ? "1 punkt er" : open.length + " punkter er") + " ikke afgjort. Dér gælder udgangspunktet i den samlede kladde."
      : "Alle punkter er afgjort.";
  };
  const merged = () => {
    const from = desk.draft(base.value);
    return from ? mergedDraft(from.draft, points, decisions, desk.data) : null;
  };
  const note = async () => {
    const { pointsNote } = await import("./drafts-notes.mjs");
    return pointsNote(desk.draft(base.value)?.name ?? "", openPoints(points, decisions));
  };
  const on = (/** @type {string} */ name, /** @type {() => unknown} */ act) =>
    desk.find(`[data-do=${name}]`).addEventListener("click", act);
  on("merge-undisputed", () => {
    const before = openPoints(points, decisions).length;
    decisions = acceptUndisputed(points, decisions);
    draw();
    desk.say(`${before - openPoints(points, decisions).length} forslag er accepteret.`);
    desk.find("[data-panel=saml] h2").focus();
  });
  on("merge-build", () => {
    const draft = merged();
    if (draft) desk.openInBuilder(draft, "samlet-kladde");
  });
  on("merge-json", () => {
    const draft = merged();
    if (draft) desk.saveJson(draft, "samlet-kladde");
    desk.say("Den samlede kladde er hentet som JSON.");
  });
  on("points-word", async () => {
    const { noteToWord } = await import("./word-note.mjs");
    download(await noteToWord(await note()), "aabne-punkter.docx");
    desk.say("De åbne punkter er hentet som Word.");
  });
  on("points-copy", async () => {
    const { noteText } = await import("./note-blocks.mjs");
    desk.copy(noteText(await note()), "De åbne punkter er kopieret.");
  });
  base.addEventListener("change", () => {
    showVersions();
    start();
  });
  const showVersions = () => {
    const others = desk.drafts.filter(({ key }) => key !== base.value);
    versions.replaceChildren(
      ...others.map(({ key, name }) => {
        const box = make("input", { type: "checkbox", checked: !left.has(key) });
        box.addEventListener("change", () => {
          if (box.checked) left.delete(key);
          else left.add(key);
          start();
        });
        return make("label", { className: "drafts__check" }, box, ` ${name}`);
      }),
    );
  };
  return {
    sync() {
      if (!enoughDrafts(desk.drafts, panel)) return;
      fillChoices(base, desk.drafts, oldest(desk.drafts));
      showVersions();
      start();
    },
  };
}

/** The ancestor where nobody names another: the version that was saved first. @param {DeskDraft[]} drafts @returns {number} */
function oldest(drafts) {
  const times = drafts.map(({ when }) => when?.getTime() ?? Infinity);
  return times.indexOf(Math.min(...times));
}

/** @param {Point[]} points */
function conflictText(points) {
  const count = points.filter((point) => point.conflict).length;
  return count === 0
    ? "Ingen forslag strider mod hinanden."
    : count === 1
      ? "1 sted strider forslagene mod hinanden."
      : `${count} steder strider forslagene mod hinanden.`;
}

/** @param {Point[]} points @param {HTMLElement[]} elements */
const grouped = (points, elements) =>
  elements.flatMap((element, index) =>
    points[index].kind === points[index - 1]?.kind
      ? [element]
      : [make("h3", {}, KIND_NAMES[points[index].kind]), element],
  );

/**
 * @param {Point} point
 * @param {import("./merge.mjs").Decisions} decisions
 * @param {(key: string, at: number | null) => void} decide
 */
async function pointElement(point, decisions, decide) {
  const name = `punkt-${point.key}`;
  const choice = (/** @type {number | null} */ at, /** @type {string} */ text) => {
    const radio = make("input", { type: "radio", name, checked: (decisions.get(point.key) ?? null) === at });
    radio.addEventListener("change", () => decide(point.key, at));
    return make("label", { className: "drafts__check" }, radio, make("span", {}, text));
  };
  const before = point.base?.text ?? "";
  const proposals = await Promise.all(
    point.proposals.map(async ({ who, part }, at) => {
      const words = await markedWords(before, part?.text ?? "");
      const what = !point.base ? "Tag det med" : part ? "Accepter" : "Lad det udgå";
      return make(
        "div",
        { className: "drafts__proposal" },
        choice(at, `${what}: forslag fra ${who.join(" og ")}`),
        wordsElement(words),
      );
    }),
  );
  const stands = point.standing.length ? ` (som ${point.standing.join(" og ")})` : "";
  return make(
    "fieldset",
    { className: `drafts__part drafts__point${point.conflict ? " drafts__point--conflict" : ""}` },
    make(
      "legend",
      {},
      point.label,
      ...(point.conflict ? [" ", make("span", { className: "drafts__tag" }, "Forslagene strider")] : []),
    ),
    ...proposals,
    choice(-1, point.base ? `Afvis: behold udgangspunktet${stands}` : `Afvis: tag det ikke med${stands}`),
    choice(null, "Ikke afgjort: tag det med til mødet"),
  );
}
