import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import { isUnsaved, useOpenedDesign } from '../../src/state/opened-design.js';
import { selectDesign } from '../../src/state/workbench.js';
import { freshName } from '../app/saved-samples.js';
import { closeTabs, openTab } from './library-tabs.js';

afterEach(() => {
  closeTabs();
  useOpenedDesign.setState({ opened: null });
});

it('takes a saving over back: what was kept is kept again, what is on the screen stays', async () => {
  const tab = openTab(freshName());
  await tab.do((state) => state.save());
  const before = tab.library.getState().designs;
  expect(tab.library.getState().over).toBeNull();
  tab.edit(4000);
  await tab.do((state) => state.save());
  expect(tab.library.getState().over?.before).toEqual(before[0]);
  const onScreen = selectDesign(tab.workbench.getState());
  await tab.do((state) => state.undoSave());
  expect(tab.library.getState().designs).toEqual(before.map((design) => ({ ...design, revision: 3 })));
  expect(tab.library.getState().over).toBeNull();
  expect(selectDesign(tab.workbench.getState())).toEqual(onScreen);
  const { opened } = useOpenedDesign.getState();
  expect(opened && isUnsaved(opened, tab.workbench.getState())).toBe(true);
  await tab.do((state) => state.undoSave());
  expect(tab.library.getState().designs).toMatchObject([{ revision: 3 }]);
});
