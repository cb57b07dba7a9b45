// Decisions made on this page, kept in memory until they are downloaded.

const made = new Map();
const listeners = [];
let saved = true;

/** What was decided on a finding here: id, putusan, catatan; nothing where nothing was. */
export const decisionOn = (finding) => made.get(finding.id);

export const decisionCount = () => made.size;

/** Whether every decision is in a downloaded file. */
export const areSaved = () => saved;

/** All of them in the order of their ids, so that the same decisions make the same file. */
export const allDecisions = () => [...made.values()].sort((a, b) => (a.id < b.id ? -1 : 1));

/** An empty word takes the decision back. */
export function decide(finding, word, note) {
  if (word) made.set(finding.id, { id: finding.id, putusan: word, catatan: note });
  else made.delete(finding.id);
  tell(made.size === 0);
}

export const markSaved = () => tell(true);

export const onDecision = (listener) => listeners.push(listener);

function tell(nowSaved) {
  saved = nowSaved;
  for (const listener of listeners) listener();
}
