import type { AnyStudy } from '../../core/studies/study.js';

/** What a study's inputs start from: the paper's, or our own where the study is not of the paper. */
export const baseName = ({ figure }: Pick<AnyStudy, 'figure'>): string => (figure === '' ? 'The start' : 'The paper');
