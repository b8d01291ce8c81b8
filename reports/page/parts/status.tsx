/** How a status is shown: its sign in its colour, alone or with its word. */
import { SHOWN, type Status } from '../state/status';
import { Hidden } from './text';

/** The sign alone; a screen reader hears the word. */
export function Sign({ status, label }: { readonly status: Status; readonly label?: boolean }) {
  return (
    <span class={`sign s-${status}`}>
      <span aria-hidden="true">{SHOWN[status].sign}</span>
      {label === false ? null : <Hidden>{SHOWN[status].word}</Hidden>}
    </span>
  );
}

/** Sign and word. */
export function StatusTag({ status }: { readonly status: Status }) {
  return (
    <span class={`tag t-${status}`}>
      <Sign status={status} label={false} />
      {SHOWN[status].word}
    </span>
  );
}
