import { useEffect, useRef, useState } from 'react';
import { STUDIES, studyOf } from '../../core/studies/studies.js';
import { useWorkbench } from '../../state/workbench.js';
import { AdoptedPointNote } from './adopt-point.js';
import { OpenStudy } from './open-study.js';
import classes from './studies.module.css';
import { StudyList } from './study-list.js';

/** The paper's studies and our own: a list of them, and the one that is open. */
export function Studies() {
  const open = useWorkbench((state) => state.study.open);
  const [settingsOpen, setSettingsOpen] = useState(false);
  const study = studyOf(open) ?? STUDIES[0];
  const top = useRef<HTMLDivElement>(null);
  const shown = useRef(open);
  useEffect(() => {
    // another study is read from its top
    if (shown.current !== open) top.current?.scrollIntoView({ block: 'start' });
    shown.current = open;
  }, [open]);
  if (study === undefined) return null;
  return (
    <div ref={top} className={classes['studies']}>
      <StudyList open={study.id} />
      <div className={classes['study']}>
        <AdoptedPointNote />
        <OpenStudy key={study.id} study={study} settingsOpen={settingsOpen} onSettings={setSettingsOpen} />
      </div>
    </div>
  );
}
