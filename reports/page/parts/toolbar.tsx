/** Search and filters above a list. On a narrow screen the filters are folded away behind a button. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { CHOICES, type Filters, type ListFilter, NO_FILTERS } from '../state/filters';
import { usePage } from './context';
import { Search } from './search';

interface ToolbarProps {
  readonly search: string;
  /** What is left, as `12 of 256 claims`. */
  readonly left: string;
  readonly children: ComponentChildren;
}

export function Toolbar({ search, left, children }: ToolbarProps) {
  const { route, filter } = usePage();
  const [open, setOpen] = useState(false);
  const active = activeFilters(route.filters);
  return (
    <section class="toolbar" aria-label="Search and filters">
      <div class="toolbar-line">
        <Search label={search} />
        <button type="button" class="fold" aria-expanded={open} aria-controls="filters" onClick={() => setOpen(!open)}>
          Filters{active > 0 ? ` (${active})` : ''}
        </button>
        <p class="left" role="status">
          {left}
        </p>
        {active > 0 || route.filters.q !== '' ? (
          <button type="button" class="clear" onClick={() => filter(NO_FILTERS)}>
            Clear
          </button>
        ) : null}
      </div>
      <div id="filters" class={open ? 'filters open' : 'filters'}>
        {children}
      </div>
    </section>
  );
}

function activeFilters(filters: Filters): number {
  const lists = Object.keys(CHOICES).filter((key) => filters[key as ListFilter].length > 0);
  return lists.length + (filters.differing ? 1 : 0);
}
