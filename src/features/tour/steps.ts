/** A stop of the tour. */
export interface TourStep {
  /** What is ringed: everything marked `data-tour` with it. */
  readonly region: string;
  readonly title: string;
  readonly text: string;
}

/** The stops in their order; `paletteKeys` open the list of commands: "Ctrl+K". */
export const tourSteps = (paletteKeys: string): readonly TourStep[] => [
  {
    region: 'inputs',
    title: 'Start with the inputs',
    text: 'Choose a model, a machine and a strategy, then change any number of them: drag it, or type it with a unit, such as 4.8T.',
  },
  {
    region: 'headline',
    title: 'The answer follows',
    text: 'Batch time, rates, efficiency and memory are computed again at every change, also while you drag.',
  },
  {
    region: 'view',
    title: 'Where time and memory go',
    text: 'Each view takes the answer apart. Click any number to see how it is computed, down to your inputs.',
  },
  {
    region: 'optimise',
    title: 'Find the best strategy',
    text: 'Optimise tries every strategy there is. Live keeps to the best one while you change model or machine.',
  },
  {
    region: 'share',
    title: 'Keep it and share it',
    text: `A copied link shows a colleague what you see. Save keeps the design here or as a file. ${paletteKeys} finds everything else.`,
  },
];
