/** One filter: its choices as buttons that are pressed or not, each with the number that it would leave. */
import type { ComponentChildren } from 'preact';
import { CHOICES, type ListFilter, toggled } from '../state/filters';
import { usePage } from './context';

export interface ChoicesProps {
  readonly filter: ListFilter;
  readonly title: string;
  /** How many there are of each; choices of which there are none are not offered. */
  readonly counts: Readonly<Record<string, number>>;
  readonly show?: (value: string) => ComponentChildren;
}

export function Choices({ filter: name, title, counts, show }: ChoicesProps) {
  const { route, filter } = usePage();
  const chosen: readonly string[] = route.filters[name];
  const offered = CHOICES[name].filter((value) => (counts[value] ?? 0) > 0 || chosen.includes(value));
  if (offered.length < 2 && chosen.length === 0) return null;
  return (
    <fieldset class="choices">
      <legend>{title}</legend>
      {offered.map((value) => (
        <button
          key={value}
          type="button"
          class="choice"
          aria-pressed={chosen.includes(value)}
          onClick={() => filter(toggled(route.filters, name, value))}
        >
          {show === undefined ? value : show(value)} <span class="number">{counts[value] ?? 0}</span>
        </button>
      ))}
    </fieldset>
  );
}
