// A short address leads on at once and keeps the anchor, which a meta refresh would lose.
const { target } = document.currentScript.dataset;
location.replace(target + location.hash);
