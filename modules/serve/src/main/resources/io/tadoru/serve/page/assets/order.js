/**
 * Which chain an analyst should look at first.
 */
const STATUS = ['active-after-quarantine', 'active', 'suspected', 'quarantined', 'isolated', 'stopped', 'closed', 'merged', 'withdrawn'];
const SEVERITY = ['critical', 'high', 'medium', 'low', 'informational'];

/** The status words a reader can ask for. */
export const STATUSES = STATUS;

/** The four layers that stand in an infection's way, in the order it meets them. */
export const DEFENCES = ['mail', 'swg', 'firewall', 'epp'];

const place = (list, value) => (list.includes(value) ? list.indexOf(value) : list.length);

/** Severity before status: a quarantined PC that had spoken outside is worse than a mild suspicion. */
export const worstFirst = (a, b) =>
  place(SEVERITY, a.severity) - place(SEVERITY, b.severity) ||
  Number(Boolean(a.acknowledged_by)) - Number(Boolean(b.acknowledged_by)) ||
  place(STATUS, a.status) - place(STATUS, b.status) ||
  String(b.last).localeCompare(String(a.last));

/** Whether nobody has taken it up. */
export const isUnhandled = (chain) => isOpen(chain) && !chain.acknowledged_by && !chain.assignee;

/** Whether someone still has to do something. */
export const isOpen = (chain) => !['closed', 'merged', 'withdrawn'].includes(chain.status);
