/** Cases and lessons to build on: found by words, ticked off, and put to use together. */

import { cloneTemplate, make } from "./dom.mjs";
import { applyLessons, becomesGoal } from "./draft-start.mjs";
import { caseName } from "./origins.mjs";
import { onlyOneOpen } from "./row-list.mjs";
import { tellStart } from "./start-undo.mjs";

/** @typedef {import("../agreement-builder.mjs").Builder} Builder */
/** @typedef {import("./draft.mjs").Lesson} Lesson */
/** @typedef {{id: string, name: string, address: string, lessons: Lesson[]}} Source */

/** @param {Builder} builder */
export function lessonChooser(builder) {
  const place = builder.find(".builder-start__cases");
  const search = /** @type {HTMLInputElement} */ (builder.find("#start-search"));
  const found = builder.find(".builder-start__found");
  const use = builder.find('[data-do="use-lessons"]');
  /** @type {Set<string>} */
  const ticked = new Set();
  const tell = () => {
    use.textContent = ticked.size ? `Brug de valgte (${ticked.size})` : "Brug de valgte";
    for (const item of items) item.tell();
  };
  const items = sources(builder).map((source) => sourceItem(builder, source, ticked, tell));
  place.append(...items.map(({ element }) => element));
  onlyOneOpen(place);
  search.addEventListener("input", () => {
    const words = search.value.toLocaleLowerCase("da").split(/\s+/).filter(Boolean);
    for (const item of items) item.element.hidden = !words.every((word) => item.words.includes(word));
    const left = items.filter((item) => !item.element.hidden).length;
    found.textContent = words.length ? `${left} af ${items.length} passer.` : "";
  });
  use.addEventListener("click", () => {
    if (!ticked.size) {
      builder.say("Sæt først flueben ved den læring, I vil bruge.");
      return;
    }
    const before = builder.draft;
    builder.change(applyLessons(builder.draft, [...ticked], builder.data));
    ticked.clear();
    tell();
    tellStart(builder, before, useWords(before, builder.draft), use);
  });
  tell();
  return { sync: tell };
}

/** @param {import("./draft.mjs").Draft} before @param {import("./draft.mjs").Draft} after */
export function useWords(before, after) {
  const goals = after.maal.length - before.maal.length;
  const clauses = after.klausuler.length - before.klausuler.length;
  const goalWords = goals === 1 ? "1 forslag til et mål er" : `${goals} forslag til mål er`;
  const clauseWords =
    clauses === 0 ? "" : clauses === 1 ? ", og 1 klausul er kommet til" : `, og ${clauses} klausuler er kommet til`;
  return `${goals ? goalWords : "Læringen er"} kommet med${clauseWords}. Ved hver klausul står, hvilken læring der taler for den.`;
}

/** @param {Builder} builder @returns {Source[]} the cases that have lessons, then the catalogue's own */
const sources = ({ data }) => [
  ...data.cases
    .filter((item) => item.laering.length)
    .map((item) => ({ id: item.id, name: capital(caseName(item)), address: item.adresse, lessons: item.laering })),
  { id: "katalog", name: "Kataloget på tværs af casene", address: "laering/", lessons: data.laering },
];

/** @param {string} text */
const capital = (text) => text.charAt(0).toLocaleUpperCase("da") + text.slice(1);

/** @param {Builder} builder @param {Source} source @param {Set<string>} ticked @param {() => void} changed */
function sourceItem(builder, source, ticked, changed) {
  const { element, slots } = cloneTemplate(builder, "lesson-source");
  slots.title.textContent = source.name;
  slots.link.textContent = `Læs ${source.name}`;
  slots.link.href = builder.siteAddress(source.address);
  const boxes = source.lessons.map((lesson) => {
    const id = `${source.id}#${lesson.id}`;
    const box = make("input", { type: "checkbox", value: id });
    box.addEventListener("change", () => {
      if (box.checked) ticked.add(id);
      else ticked.delete(id);
      changed();
    });
    const effect = make("span", { className: "builder__fits" }, effectOf(builder, lesson));
    const label = make("label", { className: "builder__choice" }, box, make("span", {}, lesson.tekst, " ", effect));
    slots.lessons.append(make("li", {}, label));
    return { id, box };
  });
  slots.all.addEventListener("change", () => {
    for (const { id } of boxes)
      if (slots.all.checked) ticked.add(id);
      else ticked.delete(id);
    changed();
  });
  const tell = () => {
    const used = new Set(builder.draft.grundlag.laering);
    let count = 0;
    for (const { id, box } of boxes) {
      box.checked = ticked.has(id) || used.has(id);
      box.disabled = used.has(id);
      count += Number(box.checked);
    }
    slots.all.checked = count === boxes.length;
    slots.all.disabled = boxes.every(({ box }) => box.disabled);
    slots.count.textContent = count ? `${count} af ${boxes.length} valgt` : `${boxes.length} læringspunkter`;
    slots.count.dataset.state = count ? "faerdig" : "";
  };
  const words = [source.name, ...source.lessons.map(({ tekst }) => tekst)].join(" ").toLocaleLowerCase("da");
  return { element, words, tell };
}

/** @param {Builder} builder @param {Lesson} lesson @returns {string} what ticking it gives */
function effectOf({ data }, lesson) {
  const titles = data.klausuler.filter(({ id }) => lesson.klausuler.includes(id)).map(({ titel }) => titel);
  const goal = becomesGoal(lesson) ? ["et forslag til et mål"] : [];
  return `Giver: ${[...goal, ...titles].join(", ")}`;
}
