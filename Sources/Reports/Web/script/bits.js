// Where the weight of a match comes from: its lines of evidence, in bits.

import { element, heading, shape } from './dom.js';
import { share, signed } from './numbers.js';

const columns = ['Bidang', 'Yang terlihat', '', 'Bit', 'Bila satu orang', 'Bila kebetulan'];

/** A bar to the right of the middle for bits that speak for one person, to the left for those against. */
function bar(bits, most) {
  const width = Math.abs(bits) / most * 490;
  const x = bits < 0 ? 500 - width : 500;
  return shape(
    'svg', { viewBox: '0 0 1000 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    shape('rect', { class: bits < 0 ? 'minus' : 'plus', x: x.toFixed(1), width: width.toFixed(1), height: 10 }),
    shape('rect', { class: 'nol', x: 498, width: 4, height: 10 }));
}

export function bitsTable(lines) {
  const most = Math.max(1, ...lines.map((line) => Math.abs(line.bits)));
  const sum = lines.reduce((total, line) => total + line.bits, 0);
  const empty = () => element('td');
  const number = (text) => element('td', 'n', text);
  const rows = lines.map((line) => element(
    'tr', '', element('td', '', line.field), element('td', '', line.seen), element('td', '', bar(line.bits, most)),
    number(signed(line.bits)), number(share(line.ofOne)), number(share(line.byChance))));
  const heads = columns.map((label, i) => (label ? heading('col', label, i > 2 ? 'n' : '') : empty()));
  const foot = [heading('row', 'Jumlah bit'), empty(), empty(), number(signed(sum)), empty(), empty()];
  return element(
    'table', 'bit', element('thead', '', element('tr', '', ...heads)), element('tbody', '', ...rows),
    element('tfoot', '', element('tr', '', ...foot)));
}
