/** Light, dark, or as the system has it. The choice is kept where the browser lets a page keep something. */
import { useEffect, useState } from 'preact/hooks';

const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

const KEY = 'engine-conformance-theme';

export function ThemeChoice() {
  const [theme, setTheme] = useState<Theme>(keptTheme);
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    keepTheme(theme);
  }, [theme]);
  return (
    <fieldset class="theme">
      <legend class="hidden">Colours</legend>
      {THEMES.map((each) => (
        <label key={each} title={each}>
          <input type="radio" name="theme" value={each} checked={theme === each} onChange={() => setTheme(each)} />
          <Picture of={each} />
          <span class="hidden">{each}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Picture({ of }: { readonly of: Theme }) {
  const paths: Record<Theme, string> = {
    system: 'M8 2a6 6 0 1 0 0 12zM8 2a6 6 0 0 1 0 12',
    light: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1',
    dark: 'M13 9.6A5.6 5.6 0 0 1 6.4 3 5.6 5.6 0 1 0 13 9.6z',
  };
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" class={`picture-${of}`}>
      <path d={paths[of]} />
    </svg>
  );
}

/** Pages from a disk may be refused a memory; then the choice holds until the page is closed. */
function memory(): Storage | undefined {
  try {
    return window.localStorage;
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

function keptTheme(): Theme {
  const kept = memory()?.getItem(KEY);
  return THEMES.find((each) => each === kept) ?? 'system';
}

function keepTheme(theme: Theme): void {
  const kept = memory();
  if (theme === 'system') kept?.removeItem(KEY);
  else kept?.setItem(KEY, theme);
}
