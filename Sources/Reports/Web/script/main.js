// Puts the parts of the page together.

import { chosen, fillChoices, onChoice } from './filter.js';
import { onSearch } from './search.js';
import { onOpen, returnTo, showFindings } from './table.js';
import { onClose, openFinding } from './dialog.js';
import { startDownloads } from './download.js';
import { startWideTables } from './wide-tables.js';

const refresh = () => showFindings(chosen());

fillChoices();
onChoice(refresh);
onSearch(refresh);
onOpen(openFinding);
onClose(returnTo);
startDownloads();
startWideTables();
refresh();
