import { useEffect, useState } from 'react';
import type { WorkbenchStore } from '../state/workbench.js';
import { App } from './app.js';
import { ErrorBoundary } from './error-boundary.js';
import classes from './notices.module.css';
import { start, StartError } from './start.js';

type Starting =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly message: string; readonly details: readonly string[] }
  | { readonly kind: 'ready'; readonly workbench: WorkbenchStore };

/** One start at a time, however often React mounts; a failed one may be tried again. */
let starting: Promise<WorkbenchStore> | null = null;

/** Begins before the first render: the presets come while React does its first work. */
export function beginStart(): void {
  starting ??= start();
  // told where it is awaited
  starting.catch(() => undefined);
}

async function startOnce(): Promise<Starting> {
  try {
    starting ??= start();
    return { kind: 'ready', workbench: await starting };
  } catch (error) {
    starting = null;
    if (error instanceof StartError) return { kind: 'failed', message: error.message, details: error.details };
    return { kind: 'failed', message: 'Calculon Explorer could not start.', details: [String(error)] };
  }
}

/** Starts the app, or says why it cannot start and lets the person try again. */
export function Root() {
  const [state, setState] = useState<Starting>({ kind: 'loading' });
  useEffect(() => {
    void startOnce().then(setState);
  }, []);
  switch (state.kind) {
    case 'ready':
      // what no smaller boundary takes
      return (
        <ErrorBoundary name="Calculon Explorer">
          <App workbench={state.workbench} />
        </ErrorBoundary>
      );
    case 'loading':
      return (
        <main className={classes['loading']} aria-busy="true">
          <h1>Calculon Explorer</h1>
          <p role="status">Fetching the presets: models, machines and strategies to begin with…</p>
        </main>
      );
    case 'failed':
      return (
        <main className={classes['failure']}>
          <h1>{state.message}</h1>
          <ul>
            {state.details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
          <button
            type="button"
            className={classes['button']}
            onClick={() => {
              setState({ kind: 'loading' });
              void startOnce().then(setState);
            }}
          >
            Try again
          </button>
        </main>
      );
  }
}
