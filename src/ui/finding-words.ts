import { createContext } from 'react';

/** Words before the findings of all charts beneath: what they rest on, where that is not everything. "So far: ". */
export const FindingWords = createContext('');
