/** The bodies that meet about the agreement, with members by organisation and role. */

import { cloneTemplate } from "./dom.mjs";
import { LIMITS, changeMembers } from "./draft.mjs";
import { controlId } from "./preview.mjs";
import { isWritten } from "./row-answers.mjs";
import { rowList } from "./row-list.mjs";
import { textControl } from "./text-control.mjs";

/** @typedef {import("../agreement-builder.mjs").Builder} Builder */
/** @typedef {import("./draft.mjs").Body} Body */

/** @param {Body} body @returns {string[]} what a body still lacks; tasks may be left out */
export const bodyLacks = (body) => [
  ...(body.navn.trim() ? [] : ["navn"]),
  ...(body.medlemmer.some(isWritten) ? [] : ["medlemmer"]),
  ...(body.moeder_pr_aar.trim() ? [] : ["møder"]),
  ...(body.indkalder.trim() ? [] : ["hvem der indkalder"]),
];

/** @param {Builder} builder */
export function bodiesStep(builder) {
  const { sync } = rowList(builder, {
    list: "organer",
    part: "body",
    noun: "organ",
    one: "organ",
    place: ".builder__bodies",
    add: '[data-do="add-body"]',
    title: (body) => body.navn.trim(),
    lacks: bodyLacks,
    extra: (row, at) => memberList(builder, row.slots, at),
  });
  const state = () => {
    const rows = builder.draft.organer.filter(isWritten);
    return !rows.length ? "tom" : rows.every((row) => !bodyLacks(row).length) ? "faerdig" : "igang";
  };
  return { sync, state };
}

/** @param {Builder} builder @param {Record<string, any>} slots @param {() => number} at the body's place */
function memberList(builder, slots, at) {
  /** @type {{element: HTMLElement, sync: () => void}[]} */
  const rows = [];
  slots["add-member"].id = controlId(`organ-${at() + 1}-medlemmer`);
  const sync = () => {
    const { medlemmer } = builder.draft.organer[at()];
    while (rows.length > medlemmer.length) rows.pop()?.element.remove();
    while (rows.length < medlemmer.length) {
      rows.push(memberRow(builder, at(), rows.length, remove));
      slots.members.append(rows[rows.length - 1].element);
    }
    for (const row of rows) row.sync();
    slots["add-member"].hidden = medlemmer.length >= LIMITS.members;
  };
  const remove = (/** @type {number} */ index) => {
    builder.change(changeMembers(builder.draft, at(), (members) => members.filter((_, place) => place !== index)));
    slots["add-member"].focus();
    builder.say("Medlemmet er fjernet.");
  };
  slots["add-member"].addEventListener("click", () => {
    builder.change(changeMembers(builder.draft, at(), (members) => [...members, { rolle: "", organisation: "" }]));
    rows[rows.length - 1].element.querySelector("input")?.focus();
  });
  return { sync };
}

/** @param {Builder} builder @param {number} body @param {number} index @param {(index: number) => void} remove */
function memberRow(builder, body, index, remove) {
  const { element, slots } = cloneTemplate(builder, "member");
  const controls = /** @type {const} */ (["organisation", "rolle"]).map((field) => {
    const control = /** @type {HTMLInputElement} */ (element.querySelector(`[data-member="${field}"]`));
    const bound = textControl(builder, control, {
      read: (draft) => draft.organer[body]?.medlemmer[index]?.[field] ?? "",
      write: (draft, text) =>
        changeMembers(draft, body, (members) =>
          members.map((member, at) => (at === index ? { ...member, [field]: text } : member)),
        ),
      key: () => `organ-${body + 1}-medlemmer`,
    });
    bound.name(controlId(`organ-${body + 1}-medlem-${index + 1}-${field}`));
    return bound;
  });
  const number = document.createElement("span");
  number.className = "visually-hidden";
  number.textContent = ` medlem ${index + 1}`;
  slots.remove.append(number);
  slots.remove.addEventListener("click", () => remove(index));
  return { element, sync: () => controls.forEach((control) => control.sync()) };
}
