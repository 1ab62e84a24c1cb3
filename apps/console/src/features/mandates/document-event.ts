import type { TFunction } from 'i18next';

// words of mandates:

type Entry = { readonly type: string; readonly data: Readonly<Record<string, unknown>> };
export type DocumentTelling = { readonly sentence: string; readonly said: string | null };

/** Every type of event that the history of a document may hold. */
export const documentEvents = [
  'document.added',
  'directive.accepted',
  'directive.rejected',
  'directive.edited',
  'directive.added',
  'directive.split',
  'directives.merged',
  'directives.accepted_under_heading',
  'directives.accepted_all',
  'review.undone',
  'review.redone',
  'document.repair_taken_back',
  'document.repair_accepted',
  'document.facts_changed',
  'document.version_linked',
  'document.model_asked',
  'document.suggestions_added',
  'document.sent',
  'document.discarded',
] as const;

const keyOf = (type: string): string => type.replace('.', '_');

/** What happened, in a few words. An event that this console does not know yet is told by its code, never hidden. */
export function documentEventWord(type: string, t: TFunction<'mandates'>): string {
  return (documentEvents as readonly string[]).includes(type) ? t(`event_word.${keyOf(type)}`) : type;
}

/** What happened, as one sentence, and below it what the person wrote or what was meant. */
export function tellDocumentEvent({ type, data }: Entry, t: TFunction<'mandates'>): DocumentTelling {
  const text = (name: string): string => (typeof data[name] === 'string' ? data[name] : '');
  const count = (name: string): number => (Array.isArray(data[name]) ? data[name].length : Number(data[name] ?? 0));
  const say = (values: Record<string, string | number> = {}, said = ''): DocumentTelling => ({
    sentence: t(`event.${keyOf(type)}`, values),
    said: said.trim() || null,
  });
  switch (type) {
    case 'document.added':
      return say({ file: text('fileName'), count: count('directives') });
    case 'directive.accepted':
    case 'directive.edited':
    case 'directive.added':
    case 'directives.merged':
      return say({ count: count('directiveIds') }, text('text'));
    case 'directive.split':
      return say({ count: count('into') }, text('text'));
    case 'directive.rejected':
      return say({}, [text('text'), text('reason')].filter(Boolean).join('：'));
    case 'directives.accepted_under_heading':
      return say({ heading: text('heading'), count: count('directiveIds'), left: count('left') });
    case 'directives.accepted_all':
      return say({ count: count('directiveIds'), left: count('left') });
    case 'review.undone':
    case 'review.redone':
      return say({ step: count('step') });
    case 'document.repair_taken_back':
    case 'document.repair_accepted':
      return say({ before: text('before') || '∅', after: text('after') || '∅' });
    case 'document.facts_changed':
      return say({}, tellChanges(data.changes, t));
    case 'document.version_linked':
      return say({ count: count('carried') });
    case 'document.model_asked':
      return say({ host: text('host'), model: text('model'), characters: count('characters') });
    case 'document.suggestions_added':
      return say({ host: text('host'), model: text('model'), count: count('directiveIds') });
    case 'document.sent':
      return say({ count: count('directives') });
    case 'document.discarded':
      return say({}, text('reason'));
    default:
      return { sentence: t('event.unknown', { type }), said: null };
  }
}

function tellChanges(changes: unknown, t: TFunction<'mandates'>): string {
  if (typeof changes !== 'object' || changes === null) return '';
  return Object.entries(changes as Record<string, { from: unknown; to: unknown }>)
    .map(([field, { from, to }]) => `${t(`facts.field_${field}`)} ${String(from || '∅')} → ${String(to || '∅')}`)
    .join(t('list_semicolon'));
}
