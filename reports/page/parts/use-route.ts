/** The route as state: follows the fragment of the address, and writes to it. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Filters } from '../state/filters';
import { formatHash, parseHash, type Route } from '../state/route';

export function useRoute(): { readonly route: Route; readonly filter: (filters: Filters) => void } {
  const [route, setRoute] = useState(() => parseHash(location.hash));
  useEffect(() => {
    const follow = () => setRoute(parseHash(location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  const filter = useCallback((filters: Filters) => {
    setRoute((before) => {
      const after = { ...before, filters };
      history.replaceState(history.state, '', formatHash(after));
      return after;
    });
  }, []);
  return { route, filter };
}
