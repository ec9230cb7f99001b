import { Component, type ErrorInfo, type ReactNode } from 'react';
import { DESIGN_PARTS } from '../share/shared-state.js';
import { workbench } from '../state/workbench.js';
import { copyText } from './clipboard.js';
import classes from './notices.module.css';

interface ErrorBoundaryProps {
  /** What broke, as in "Layers". */
  readonly name: string;
  readonly children: ReactNode;
  readonly onBroken?: () => void;
  /** Before the children are tried again. */
  readonly onRetry?: () => void;
}

interface Broken {
  readonly error: Error;
  readonly where: string;
}

/** Calls back at each finished change of the design: what a design broke, another one may not. */
function onDesign(changed: () => void): () => void {
  return workbench().subscribe((state, before) => {
    const isSame = DESIGN_PARTS.every((part) => state[part].value === before[part].value);
    if (!state.dragging && (!isSame || before.dragging)) changed();
  });
}

const buildName = (): string => document.querySelector<HTMLMetaElement>('meta[name="build"]')?.content ?? 'unknown';

/**
 * Keeps what breaks in one view from taking the inputs with it: says so, offers another try and a report to copy. Another
 * design is another try by itself.
 */
export class ErrorBoundary extends Component<
  ErrorBoundaryProps,
  { readonly broken: Broken | null; readonly copied: boolean }
> {
  override state = { broken: null as Broken | null, copied: false };
  private unfollow: (() => void) | null = null;

  static getDerivedStateFromError(error: unknown): { broken: Broken } {
    return { broken: { error: error instanceof Error ? error : new Error(String(error)), where: '' } };
  }

  override componentDidCatch(_error: unknown, info: ErrorInfo): void {
    this.props.onBroken?.();
    const { broken } = this.state;
    if (broken !== null) this.setState({ broken: { ...broken, where: info.componentStack ?? '' } });
    this.unfollow ??= onDesign(() => this.setState({ broken: null, copied: false }));
  }

  override componentDidUpdate(): void {
    if (this.state.broken === null) this.stopFollowing();
  }

  override componentWillUnmount(): void {
    this.stopFollowing();
  }

  private stopFollowing(): void {
    this.unfollow?.();
    this.unfollow = null;
  }

  readonly retry = (): void => {
    this.props.onRetry?.();
    this.setState({ broken: null, copied: false });
  };

  override render(): ReactNode {
    const { broken, copied } = this.state;
    if (broken === null) return this.props.children;
    const report = [
      `Calculon Explorer: ${this.props.name} broke`,
      broken.error.stack ?? broken.error.message,
      broken.where.trim(),
      `Build ${buildName()}`,
      location.href,
      navigator.userAgent,
    ].join('\n\n');
    return (
      <div role="alert" className={classes['broken']}>
        <strong>{this.props.name} cannot be shown.</strong>
        <p>
          {broken.error.message} Your inputs are untouched: change one, or try again. The report says what happened.
        </p>
        <button type="button" onClick={this.retry}>
          Try again
        </button>
        <button type="button" onClick={() => void copyText(report).then((done) => this.setState({ copied: done }))}>
          {copied ? 'Copied' : 'Copy the report'}
        </button>
      </div>
    );
  }
}
