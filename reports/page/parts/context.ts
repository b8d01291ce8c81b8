/** What every part of the page may ask for: the report, what is shown of it, and a way elsewhere. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PackedEvidences } from '../../page-data';
import type { Filters } from '../state/filters';
import type { Model } from '../state/model';
import type { Route } from '../state/route';

export interface PageContext {
  readonly model: Model;
  /** Megabytes, and read only where a claim is looked at. */
  readonly packed: () => PackedEvidences;
  readonly route: Route;
  /** Changes the filters of the view, without a step in the browser's history. */
  readonly filter: (filters: Filters) => void;
}

export const Context = createContext<PageContext | undefined>(undefined);

export function usePage(): PageContext {
  const context = useContext(Context);
  if (context === undefined) throw new Error('a part of the page stands outside of it');
  return context;
}
