/** What the cell under the pointer, or with the focus, has to say. Readers of a screen hear it from the cell itself. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { showDuration } from '../../values';
import { SHOWN } from '../state/status';
import { usePage } from './context';
import { Sign } from './status';
import { Said } from './text';

interface At {
  readonly claim: string;
  readonly place: number;
  readonly x: number;
  readonly y: number;
}

export function Readout({ grid }: { readonly grid: { readonly current: HTMLElement | null } }) {
  const { model } = usePage();
  const [at, setAt] = useState<At>();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = grid.current;
    if (element === null) return;
    const show = (event: Event) => setAt(atOf(event.target));
    const hide = () => setAt(undefined);
    element.addEventListener('pointerover', show);
    element.addEventListener('pointerleave', hide);
    element.addEventListener('focusin', show);
    element.addEventListener('focusout', hide);
    return () => {
      element.removeEventListener('pointerover', show);
      element.removeEventListener('pointerleave', hide);
      element.removeEventListener('focusin', show);
      element.removeEventListener('focusout', hide);
    };
  }, [grid]);
  const row = at === undefined ? undefined : model.rowOf.get(at.claim);
  const [column, status, result] =
    at === undefined ? [] : [model.columns[at.place], row?.statuses[at.place], row?.results[at.place]];
  if (at === undefined || row === undefined || column === undefined || status === undefined || result === undefined) {
    return null;
  }
  const said = result.change?.why ?? result.reason;
  return (
    <div
      class="readout"
      aria-hidden="true"
      ref={box}
      style={{ left: `${Math.min(at.x, window.innerWidth - 340)}px`, top: `${at.y}px` }}
    >
      <p>
        <Sign status={status} label={false} /> <b>{SHOWN[status].word}</b> on {column.name}
        {status === 'not-applicable' ? '' : ` · ${showDuration(result.durationMs)}`}
      </p>
      {said === null ? null : (
        <p class="quiet">
          <Said of={said} limit={240} />
        </p>
      )}
    </div>
  );
}

function atOf(target: EventTarget | null): At | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null;
  if (cell === null) return undefined;
  const { left, bottom } = cell.getBoundingClientRect();
  return { claim: cell.dataset.claim ?? '', place: Number(cell.dataset.place), x: left, y: bottom + 6 };
}
