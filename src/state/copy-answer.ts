import { create } from 'zustand';

const SHOWN_MS = 2000;

/** What became of the last copy of the link, for as long as it is shown. */
export const useCopyAnswer = create<{ readonly answer: 'Copied' | 'Refused' | null }>()(() => ({ answer: null }));

let timer: ReturnType<typeof setTimeout> | undefined;

/** Copies by the function given, and says beside the button in the header what became of it, whoever asked. */
export async function copyAndSay(copy: () => Promise<boolean>): Promise<void> {
  const answer = (await copy()) ? 'Copied' : 'Refused';
  clearTimeout(timer);
  useCopyAnswer.setState({ answer });
  timer = setTimeout(() => useCopyAnswer.setState({ answer: null }), SHOWN_MS);
}
