import { IconButton } from '../ui/icon-button.js';
import classes from './notices.module.css';
import { useNotices, type Notice } from './notices.js';

/** More lines than this are counted, not shown. */
const MOST_LINES = 12;

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

/** Notices, above everything else on the right. */
export function NoticeBanner() {
  const notices = useNotices((state) => state.notices);
  return notices.map((notice) => <Banner key={notice.id} notice={notice} />);
}
