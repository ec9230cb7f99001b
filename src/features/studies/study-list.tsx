import type { AnyStudy } from '../../core/studies/study.js';
import { workbench } from '../../state/workbench.js';
import classes from './study-list.module.css';

/** Every study by its title, its figure of the paper and its question. */
export function StudyList({ studies, open }: { readonly studies: readonly AnyStudy[]; readonly open: string }) {
  return (
    <nav className={classes['list']} aria-label="Studies">
      <ul>
        {studies.map(({ id, title, figure, question }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === open || undefined}
              title={question}
              onClick={() => workbench().getState().openStudy(id)}
            >
              <span className={classes['title']}>{title}</span>
              <span className={classes['question']}>
                <b>{figure === '' ? 'Ours' : figure}</b> {question}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
