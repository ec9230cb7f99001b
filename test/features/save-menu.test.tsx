// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WHOLE_SEARCH } from '../../src/core/inputs/search-input.js';
import { SaveMenu } from '../../src/features/header/save-menu.js';
import { asBase, DEFAULT_VIEW } from '../../src/share/shared-state.js';
import { firstStudy } from '../../src/share/study-choice.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { fileBase } from '../../src/state/part-changes.js';
import { provideWorkbench, workbench } from '../../src/state/workbench.js';
import { CommandsContext } from '../../src/ui/commands.js';
import { commandsStub } from './commands.js';
import { designOfPreset } from './evaluation-of-preset.js';

beforeEach(() => {
  const { model, system, strategy } = designOfPreset('fig3');
  provideWorkbench(
    createWorkbench(
      {
        model: asBase(fileBase('model', model)),
        system: asBase(fileBase('system', system)),
        strategy: asBase(fileBase('strategy', strategy)),
        search: WHOLE_SEARCH,
        study: firstStudy(),
        view: DEFAULT_VIEW,
        compared: [],
      },
      { models: [], systems: [], strategies: [] },
    ),
  );
});
afterEach(cleanup);

describe('the menu of what can be saved', () => {
  it('offers the report in three ways, and says what it is of', () => {
    const commands = commandsStub();
    const menu = () =>
      render(
        <CommandsContext value={commands}>
          <SaveMenu />
        </CommandsContext>,
      );
    menu();
    const press = (name: RegExp): void => {
      fireEvent.click(screen.getByRole('button', { name: 'Save' }));
      fireEvent.click(screen.getByRole('button', { name, hidden: true }));
    };
    press(/^Report, HTML.*Of this design/);
    press(/^Report, Markdown.*Of this design/);
    press(/^Print report.*Of this design/);
    expect(commands.saveReport.mock.calls).toEqual([['html'], ['markdown']]);
    expect(commands.printReport).toHaveBeenCalledOnce();
    cleanup();
    workbench().getState().compare('Base');
    workbench().getState().setView({ tab: 'compare' });
    menu();
    press(/^Report, HTML.*Of the comparison/);
  });
});
