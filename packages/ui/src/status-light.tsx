import type { ReactNode } from 'react';
import type { Tone } from './tokens.tsx';

/** Every tone has a shape of its own, so that the lights are told apart without colour and in print. */
export function ToneShape({ tone, size = 12 }: { tone: Tone; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" className="ui-shape">
      {tone === 'red' && <path d="M1 1h10v10H1z" fill="currentColor" />}
      {tone === 'amber' && <path d="M6 .8 11.6 11H.4z" fill="currentColor" />}
      {tone === 'green' && <circle cx="6" cy="6" r="5" fill="currentColor" />}
      {tone === 'blue' && <path d="M2 1h3v10H2zM7 1h3v10H7z" fill="currentColor" />}
      {tone === 'grey' && <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.6" />}
    </svg>
  );
}

/** A light: a word, a shape and a colour. */
export function StatusLight({ tone, children, title }: { tone: Tone; children: ReactNode; title?: string }) {
  return (
    <span className={`ui-light ui-tone-${tone}`} title={title}>
      <ToneShape tone={tone} />
      <span className="ui-light-word">{children}</span>
    </span>
  );
}

/** A quiet mark without a light's urgency: a state, a class, a kind. */
export function Mark({ children, tone = 'grey' }: { children: ReactNode; tone?: Tone }) {
  return <span className={`ui-mark ui-tone-${tone}`}>{children}</span>;
}
