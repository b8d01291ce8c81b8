/** The search field. `/` goes to it from anywhere, Escape empties it and then leaves it. */
import { useEffect, useRef } from 'preact/hooks';
import { SEARCH_LIMIT } from '../state/route';
import { usePage } from './context';

export function Search({ label }: { readonly label: string }) {
  const { route, filter } = usePage();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);
  return (
    <label class="search">
      <span class="hidden">{label}</span>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.4 10.4 14 14" />
      </svg>
      <input
        ref={field}
        type="text"
        inputMode="search"
        placeholder={label}
        maxLength={SEARCH_LIMIT}
        autoComplete="off"
        spellcheck={false}
        value={route.filters.q}
        onInput={(event) => filter({ ...route.filters, q: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          if (route.filters.q === '') event.currentTarget.blur();
          else filter({ ...route.filters, q: '' });
        }}
      />
      <span class="key" aria-hidden="true">
        /
      </span>
    </label>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox';
}
