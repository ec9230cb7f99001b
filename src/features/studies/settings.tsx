import { useEffect, useId, useRef } from 'react';
import type { AnyStudy, StudyProblem } from '../../core/studies/study.js';
import { useWorkbench, workbench } from '../../state/workbench.js';
import { FoldTitle } from '../../ui/fold-title.js';
import { ResetCount } from '../../ui/reset-count.js';
import { useStudyInputs } from './edit-study.js';
import { InputChips } from './input-chips.js';
import { InputRow } from './input-row.js';
import { baseName } from './settings-base.js';
import classes from './settings.module.css';

interface SettingsProps {
  readonly study: AnyStudy;
  readonly problems: readonly StudyProblem[];
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/**
 * What a study is asked: a line of its inputs while folded, every editor when open. What is worth a slider is always there, to
 * be dragged with the figures in view.
 */
export function Settings({ study, problems, open, onOpen }: SettingsProps) {
  const id = useId();
  const inputs = useStudyInputs(study);
  const changed = useWorkbench((state) => Object.keys(state.study.changes[study.id] ?? {}).length);
  const names = Object.keys(study.fields);
  const hasSlider = (name: string): boolean => study.fields[name]?.slider !== null;
  const [sliders, others] = [names.filter(hasSlider), names.filter((name) => !hasSlider(name))];
  const groups = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (!open || wanted.current === null) return;
    groups.current?.querySelector<HTMLElement>(`[data-input="${wanted.current}"] :is(input, button, select)`)?.focus();
    wanted.current = null;
  }, [open]);
  const rows = (some: readonly string[]) =>
    some.map((name) => (
      <InputRow
        key={name}
        study={study}
        name={name}
        inputs={inputs}
        problem={problems.find(({ field }) => field === name)?.message ?? null}
      />
    ));
  return (
    <section className={classes['settings']} aria-label="Inputs of the study">
      <div className={classes['head']}>
        <FoldTitle open={open} controls={id} onOpen={onOpen}>
          Inputs <span className={classes['count']}>{names.length}</span>
        </FoldTitle>
        {open ? (
          <p className={classes['note']}>{changed === 0 ? paperText(study) : 'A dot marks what differs.'}</p>
        ) : (
          <InputChips
            study={study}
            inputs={inputs}
            names={others}
            problems={problems}
            onPick={(name) => {
              wanted.current = name;
              onOpen(true);
            }}
          />
        )}
        <ResetCount
          label="inputs"
          changes={changed}
          baseName={baseName(study).toLowerCase()}
          onReset={() => workbench().getState().resetStudy(study.id)}
        />
      </div>
      {sliders.length > 0 && <div className={classes['sliders']}>{rows(sliders)}</div>}
      <div id={id} ref={groups} hidden={!open} className={classes['groups']}>
        {open && rows(others)}
      </div>
    </section>
  );
}

const paperText = ({ figure }: AnyStudy): string =>
  figure === '' ? 'Change any of them.' : `As in the paper, ${figure}. Change any of them.`;
