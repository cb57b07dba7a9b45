// Small labels: how sure a finding is, and what was decided on it.

import { element } from './dom.js';
import { decisionOn } from './decisions.js';

export const tierChip = (finding) => element('span', `cip c-${finding.tier}`, finding.tier);

/** What was decided here, else what the register says; nothing where nothing was. */
export function decisionChip(finding) {
  const word = decisionOn(finding)?.putusan ?? finding.knownDecision;
  return word ? element('span', 'cip', word) : '';
}
