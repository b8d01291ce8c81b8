/** Keys of a grid (ARIA Authoring Practices, grid pattern): one stop of the Tab key, arrows within. */
import { useEffect } from 'preact/hooks';

const CELL = '[data-cell]';

/** @param rendered anything that changes when the cells do */
export function useGridKeys(grid: { readonly current: HTMLElement | null }, rendered: unknown): void {
  useEffect(() => {
    const element = grid.current;
    if (element === null) return;
    const keys = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const from = (event.target as Element).closest<HTMLElement>(CELL);
      const to = from === null ? undefined : neighbour(element, from, event.key);
      if (to === undefined) return;
      event.preventDefault();
      to.focus();
    };
    const stop = (event: FocusEvent) => {
      const cell = (event.target as Element).closest<HTMLElement>(CELL);
      if (cell !== null) makeStop(element, cell);
    };
    element.addEventListener('keydown', keys);
    element.addEventListener('focusin', stop);
    return () => {
      element.removeEventListener('keydown', keys);
      element.removeEventListener('focusin', stop);
    };
  }, [grid]);
  // Where the cell that was the stop is gone, the first becomes it.
  useEffect(() => {
    const element = grid.current;
    if (element === null || element.querySelector(`${CELL}[tabindex="0"]`) !== null) return;
    const first = element.querySelector<HTMLElement>(CELL);
    if (first !== null) first.tabIndex = 0;
  }, [grid, rendered]);
}

function makeStop(grid: HTMLElement, cell: HTMLElement): void {
  for (const other of grid.querySelectorAll<HTMLElement>(`${CELL}[tabindex="0"]`)) other.tabIndex = -1;
  cell.tabIndex = 0;
}

function neighbour(grid: HTMLElement, from: HTMLElement, key: string): HTMLElement | undefined {
  const row = from.closest('[role="row"]');
  const cells = row === null ? [] : cellsOf(row);
  const column = cells.indexOf(from);
  switch (key) {
    case 'ArrowRight':
      return cells[column + 1];
    case 'ArrowLeft':
      return cells[column - 1];
    case 'Home':
      return cells[0];
    case 'End':
      return cells.at(-1);
    case 'ArrowDown':
      return below(grid, row, column, 1);
    case 'ArrowUp':
      return below(grid, row, column, -1);
    case 'PageDown':
      return below(grid, row, column, 10);
    case 'PageUp':
      return below(grid, row, column, -10);
    default:
      return undefined;
  }
}

/** The cell of the same column so many rows below, or in the last row that there is. */
function below(grid: HTMLElement, row: Element | null, column: number, rows: number): HTMLElement | undefined {
  const all = [...grid.querySelectorAll('[role="row"]')].filter((each) => each.querySelector(CELL) !== null);
  const at = row === null ? -1 : all.indexOf(row);
  const to = all[Math.min(all.length - 1, Math.max(0, at + rows))];
  if (at === -1 || to === undefined || to === row) return undefined;
  const cells = cellsOf(to);
  return cells[Math.min(column, cells.length - 1)];
}

function cellsOf(row: Element): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>(CELL)];
}
