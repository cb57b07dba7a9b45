// Words asked for, in any order.

import { byId } from './dom.js';

const field = byId('cari');
const pause = 120;

/** Whether a finding holds every word of the search field. */
export function searched() {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  return (finding) => words.every((word) => finding.text.includes(word));
}

/** Calls `action` when typing pauses. */
export function onSearch(action) {
  let waiting;
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(action, pause);
  });
}
