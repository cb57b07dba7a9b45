// Words asked for, in any order.

import { byId } from './dom.js';

const field = byId('cari');
const pause = 120;

/** A whole number as this page shows it: six digits, six stars, four digits. */
const masked = (word) => word.replace(/^(\d{6})\d{6}(\d{4})$/, '$1******$2');

const typed = () => field.value.toLowerCase().split(/\s+/).filter(Boolean);

/** Whether a whole number is asked for: several people may bear what the page shows of it. */
export const asksForNumber = () => typed().some((word) => masked(word) !== word);

/** Whether a finding holds every word of the search field. */
export function searched() {
  const words = typed().map(masked);
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
