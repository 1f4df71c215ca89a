/** The Markdown of the data files as page nodes: paragraphs, lists, bold, italics and links. Nothing else has a meaning. */

/** @typedef {{kind: "p" | "ul" | "ol", items: string[]}} Block */

const MARKS = [
  { mark: /^\s{0,3}[-*] +/, kind: /** @type {const} */ ("ul") },
  { mark: /^\s{0,3}\d+\. +/, kind: /** @type {const} */ ("ol") },
];
const INLINE = /\*\*(.+?)\*\*|\*([^*\s][^*]*)\*|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g;

/**
 * Paragraphs and lists; lines that only wrap are joined.
 * @param {string} text
 * @returns {Block[]}
 */
export function proseBlocks(text) {
  /** @type {Block[]} */
  const blocks = [];
  let open = false;
  for (const line of text.split("\n")) {
    const last = blocks.at(-1);
    const list = MARKS.find(({ mark }) => mark.test(line));
    if (list) {
      const item = line.replace(list.mark, "").trim();
      if (last?.kind === list.kind) last.items.push(item);
      else blocks.push({ kind: list.kind, items: [item] });
    } else if (line.trim() && open && last) last.items[last.items.length - 1] += ` ${line.trim()}`;
    else if (line.trim()) blocks.push({ kind: "p", items: [line.trim()] });
    open = Boolean(line.trim());
  }
  return blocks;
}

/**
 * @param {string} text
 * @returns {HTMLElement[]}
 */
export function proseNodes(text) {
  return proseBlocks(text).map(({ kind, items }) => {
    const element = document.createElement(kind);
    if (kind === "p") element.append(...inlineNodes(items[0]));
    else {
      for (const item of items) {
        const child = document.createElement("li");
        child.append(...inlineNodes(item));
        element.append(child);
      }
    }
    return element;
  });
}

/** @param {string} text @returns {(Node | string)[]} */
function inlineNodes(text) {
  /** @type {(Node | string)[]} */
  const nodes = [];
  let end = 0;
  for (const found of text.matchAll(INLINE)) {
    nodes.push(text.slice(end, found.index));
    const [whole, bold, italic, label, address] = found;
    const element = document.createElement(bold ? "strong" : italic ? "em" : "a");
    element.textContent = bold ?? italic ?? label;
    if (address) element.setAttribute("href", address);
    nodes.push(element);
    end = found.index + whole.length;
  }
  return [...nodes, text.slice(end)];
}
