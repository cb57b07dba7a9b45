// What the office decides on one finding, and a note on it.

import { element } from './dom.js';
import { decide, decisionOn } from './decisions.js';

const words = ['', 'sah', 'tolak', 'perlu cek'];

export function decisionForm(finding) {
  const made = decisionOn(finding);
  const note = element('textarea');
  note.value = made?.catatan ?? '';
  note.placeholder = 'Catatan (opsional, tanpa data pribadi)';
  note.setAttribute('aria-label', 'Catatan');
  const options = words.map((word) => {
    const option = element('input');
    option.type = 'radio';
    option.name = 'putusan';
    option.value = word;
    option.checked = word === (made?.putusan ?? '');
    return option;
  });
  const keep = () => decide(finding, options.find((option) => option.checked).value, note.value);
  for (const option of options) option.addEventListener('change', keep);
  note.addEventListener('input', keep);
  const labels = options.map((option) => element('label', '', option, option.value || 'belum'));
  return element('div', '', element('fieldset', 'pilih', element('legend', '', 'Keputusan'), ...labels), note);
}
