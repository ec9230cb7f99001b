import { copyAndSay, useCopyAnswer } from '../../state/copy-answer.js';
import { useWorkbench, workbench } from '../../state/workbench.js';
import { useCommands } from '../../ui/commands.js';
import { IconButton } from '../../ui/icon-button.js';
import { ByteUnitsToggle } from './byte-units-toggle.js';
import { ColorSchemeToggle } from './color-scheme-toggle.js';
import { DesignLine } from './design-line.js';
import classes from './header.module.css';
import { LiveSwitch, OptimiseButton } from './optimise.js';
import { SaveMenu } from './save-menu.js';

function CopyLink() {
  const { copyLink } = useCommands();
  const answer = useCopyAnswer((state) => state.answer);
  return (
    <>
      <IconButton
        icon="link"
        data-tour="share"
        className={classes['copy']}
        label={answer === 'Refused' ? 'The browser refused: copy the address instead' : 'Copy the link to this design'}
        aria-label="Copy link"
        text={answer ?? 'Copy link'}
        onClick={() => void copyAndSay(copyLink)}
      />
      <span role="status" className="visually-hidden">
        {answer === null
          ? ''
          : answer === 'Copied'
            ? 'Link copied'
            : 'The browser refused to copy. Copy the address instead.'}
      </span>
    </>
  );
}

function History() {
  const canUndo = useWorkbench((state) => state.canUndo);
  const canRedo = useWorkbench((state) => state.canRedo);
  return (
    <>
      <IconButton
        icon="undo"
        label="Undo"
        data-hint="Undo · Ctrl+Z"
        disabled={!canUndo}
        onClick={() => workbench().getState().undo()}
      />
      <IconButton
        icon="redo"
        label="Redo"
        data-hint="Redo · Ctrl+Shift+Z"
        disabled={!canRedo}
        onClick={() => workbench().getState().redo()}
      />
    </>
  );
}

function Baseline() {
  const baseline = useWorkbench((state) => state.baseline);
  const toggle = (): void => {
    const state = workbench().getState();
    if (baseline === null) state.setBaseline();
    else state.dropBaseline();
  };
  return (
    <IconButton
      icon="flag"
      aria-pressed={baseline !== null}
      label="Set as baseline"
      data-hint={
        baseline === null
          ? 'Set this design as the baseline: headline and overview then show the change against it'
          : `Baseline: ${baseline.name}\nPress to let go of it`
      }
      onClick={toggle}
    />
  );
}

/** Name, the design in one line, and what can be done with it as a whole. */
export function Header() {
  const { openFile, showPalette } = useCommands();
  const isChanged = useWorkbench(
    (state) =>
      state.model.value !== state.model.base.value ||
      state.system.value !== state.system.base.value ||
      state.strategy.value !== state.strategy.base.value,
  );
  return (
    <header className={classes['header']}>
      <h1 className={classes['name']}>Calculon Explorer</h1>
      <DesignLine />
      <div className={classes['tools']} role="group" aria-label="Design">
        <History />
        <IconButton
          icon="reset"
          label="Reset all"
          data-hint="Reset every field to its preset or file"
          disabled={!isChanged}
          onClick={() => workbench().getState().resetAll()}
        />
        <span className={classes['rule']} />
        <OptimiseButton />
        <LiveSwitch />
        <span className={classes['rule']} />
        <IconButton
          icon="open"
          label="Open a file"
          data-hint="Open a Calculon or design file · Ctrl+O"
          text="Open"
          onClick={openFile}
        />
        <SaveMenu />
        <CopyLink />
        <span className={classes['rule']} />
        <Baseline />
        <ByteUnitsToggle />
        <ColorSchemeToggle />
        <IconButton
          icon="search"
          label="Commands"
          data-hint="Find any command, input, preset or number · Ctrl+K"
          onClick={showPalette}
        />
      </div>
    </header>
  );
}
