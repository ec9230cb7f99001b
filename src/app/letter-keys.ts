import { create } from 'zustand';

const KEY = 'calculon-explorer/letter-keys';

function kept(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Whether keys without Ctrl are shortcuts. Who speaks to their computer, or is easily off by a key, turns them off. */
export const useLetterKeys = create<{ readonly on: boolean }>()(() => ({ on: kept() }));

export function chooseLetterKeys(on: boolean): void {
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  useLetterKeys.setState({ on });
}
