import { useState } from 'react';
import type { AnyStudy } from '../../core/studies/study.js';
import { useStudy } from '../../state/study-results.js';
import { boundUnits } from '../../ui/bound-units.js';
import { adoptPoint } from './adopt-point.js';
import { Figures } from './figures.js';
import { PointCard } from './point-card.js';
import { RunBar } from './run-bar.js';
import { Settings } from './settings.js';
import { useShownReport } from './shown-report.js';
import classes from './studies.module.css';

interface OpenStudyProps {
  readonly study: AnyStudy;
  readonly settingsOpen: boolean;
  readonly onSettings: (open: boolean) => void;
}

/** One study: its question, what it is asked, how far it is, what the result says, and the figures. */
export function OpenStudy({ study, settingsOpen, onSettings }: OpenStudyProps) {
  const isOfThis = useStudy((state) => state.studyId === study.id);
  const { report, extent } = useShownReport(study);
  const problems = useStudy((state) => state.problems);
  const isRunning = useStudy((state) => state.status === 'running');
  const [active, setActive] = useState<string | null>(null);
  const answer = report?.answer ?? '';
  return (
    <section className={classes['open']} aria-labelledby="study-title">
      <header className={classes['head']}>
        <h2 id="study-title">{study.title}</h2>
        <span>{study.figure}</span>
        <p>{study.question}</p>
      </header>
      <Settings study={study} problems={isOfThis ? problems : []} open={settingsOpen} onOpen={onSettings} />
      <RunBar study={study} />
      <p className={classes['answer']} data-empty={answer === '' || undefined} title={answer}>
        {answer === '' ? (isRunning ? 'Searching…' : 'No answer yet.') : boundUnits(answer)}
      </p>
      <Figures
        figures={report?.figures ?? []}
        isPartial={extent !== 'whole'}
        active={active}
        onPoint={setActive}
        onAdopt={adoptPoint}
      />
      <PointCard active={active} />
    </section>
  );
}
