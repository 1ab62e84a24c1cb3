import { createRoot } from 'react-dom/client';
import '@duban/ui/base.css';
import './frame/frame.css';

/**
 * The way to the first picture: the calendar needs Temporal (loaded only where the browser has none), the words come
 * in one language, and everything else waits until it is looked at.
 */
async function boot(): Promise<void> {
  const [{ startI18n }] = await Promise.all([
    import('./i18n/setup.ts'),
    'Temporal' in globalThis ? undefined : import('temporal-polyfill/global'),
  ]);
  await startI18n();
  const { Application } = await import('./application.tsx');
  createRoot(document.querySelector('#root')!).render(<Application />);
}

await boot();
