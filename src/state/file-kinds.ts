/** The files a design is saved as: the menu, and every list of what can be done, read this. */
export const FILE_KINDS = [
  { kind: 'design', label: 'Design file', help: 'All three with their names, to open here again' },
  { kind: 'model', label: 'Model', help: 'Calculon’s model file' },
  { kind: 'system', label: 'System', help: 'Calculon’s system file' },
  { kind: 'strategy', label: 'Strategy', help: 'Calculon’s execution file' },
  { kind: 'stats-json', label: 'Results, JSON', help: 'Calculon’s stats with every operation, SI units' },
  { kind: 'stats-csv', label: 'Results, CSV', help: 'Every quantity with its label and unit' },
] as const;

/** The forms a report comes in, of a design or of a comparison; likewise. */
export const REPORT_KINDS = [
  { kind: 'html', label: 'Report, HTML', help: 'one file with figures' },
  { kind: 'markdown', label: 'Report, Markdown', help: 'the same as text' },
  { kind: 'print', label: 'Print report / PDF', help: 'on paper' },
] as const;
