import { useEffect, useRef, useState } from 'react';
import { useWorkbench } from '../../state/workbench.js';
import { AdoptedPointNote } from './adopt-point.js';
import { OpenStudy } from './open-study.js';
import classes from './studies.module.css';
import { StudyList } from './study-list.js';

/** The paper's studies and our own: a list of them, and the one that is open. */
export function Studies() {
  const open = useWorkbench((state) => state.study.open);
  const [settingsOpen, setSettingsOpen] = useState(false);
  const studies = useWorkbench((state) => state.presets.studies);
  const study = studies?.find(({ id }) => id === open) ?? studies?.[0];
  const top = useRef<HTMLDivElement>(null);
  const shown = useRef(open);
  useEffect(() => {
    // another study is read from its top
    if (shown.current !== open) top.current?.scrollIntoView({ block: 'start' });
    shown.current = open;
  }, [open]);
  if (studies === undefined || study === undefined) return null;
  return (
    <div ref={top} className={classes['studies']}>
      <StudyList studies={studies} open={study.id} />
      <div className={classes['study']}>
        <AdoptedPointNote />
        <OpenStudy key={study.id} study={study} settingsOpen={settingsOpen} onSettings={setSettingsOpen} />
      </div>
    </div>
  );
}
