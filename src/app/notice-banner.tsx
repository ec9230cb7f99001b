import { useState } from 'react';
import { IconButton } from '../ui/icon-button.js';
import classes from './notices.module.css';
import { useNotices, type Notice } from './notices.js';

/** More lines than this are counted, not shown. */
const MOST_LINES = 12;
/** More notices than this take the place of what they are about: the newest are shown, the others on demand. */
const MOST_NOTICES = 2;

function Banner({ notice }: { readonly notice: Notice }) {
  const dismiss = useNotices((state) => state.dismiss);
  const more = notice.lines.length - MOST_LINES;
  return (
    <div
      role={notice.tone === 'error' ? 'alert' : 'status'}
      className={notice.tone === 'error' ? classes['error'] : classes['info']}
    >
      <div className={classes['text']}>
        <strong>{notice.title}</strong>
        <ul>
          {notice.lines.slice(0, MOST_LINES).map((line, index) => (
            <li key={index}>{line}</li>
          ))}
          {more > 0 && <li>and {more} more</li>}
        </ul>
      </div>
      <IconButton icon="close" size="small" label="Dismiss" onClick={() => dismiss(notice.id)} />
    </div>
  );
}

/** Notices, above everything else on the right; of many the newest, and how many more there are. */
export function NoticeBanner() {
  const notices = useNotices((state) => state.notices);
  const dismissAll = useNotices((state) => state.dismissAll);
  const [isOpen, setOpen] = useState(false);
  const more = notices.length - MOST_NOTICES;
  if (more <= 0) return notices.map((notice) => <Banner key={notice.id} notice={notice} />);
  return (
    <div role="region" aria-label="Notices" className={isOpen ? classes['all'] : undefined}>
      <div className={classes['many']}>
        <span role="status" className={classes['text']}>
          {isOpen ? `${notices.length} notices` : `The newest ${MOST_NOTICES} notices, and ${more} more`}
        </span>
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Show fewer' : 'Show all'}
        </button>
        <button
          type="button"
          onClick={() => {
            setOpen(false);
            dismissAll();
          }}
        >
          Dismiss all
        </button>
      </div>
      {(isOpen ? notices : notices.slice(-MOST_NOTICES)).map((notice) => (
        <Banner key={notice.id} notice={notice} />
      ))}
    </div>
  );
}
