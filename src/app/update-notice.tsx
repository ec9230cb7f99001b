import { useUpdate } from './service-worker.js';
import classes from './notices.module.css';

/** Says that a newer version is ready. It waits: nobody's work is reloaded under their hands. */
export function UpdateNotice() {
  const update = useUpdate();
  if (!update.ready) return null;
  return (
    <div role="status" className={classes['update']}>
      A newer version is ready. Your inputs stay.
      <button type="button" className={classes['button']} onClick={update.take}>
        Reload
      </button>
    </div>
  );
}
