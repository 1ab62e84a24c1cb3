import type { DirectiveView } from '@duban/contract/directive-view';
import {
  acceptAll,
  acceptDirective,
  acceptUnderHeading,
  addDirective,
  mergeDirectives,
  redoReview,
  rejectDirective,
  type ReviewChanged,
  splitDirective,
  undoReview,
} from '@duban/contract/document-review';
import { decideRepair, linkVersion } from '@duban/contract/document-text';
import { type DocumentView, getDocument, listDocuments } from '@duban/contract/mandates';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useCommand } from '../../data/use-command.ts';
import { queryOf } from '../../data/use-query-of.ts';

export type ReviewDeed = 'accept' | 'edit' | 'reject' | 'split' | 'merge';

/**
 * What a step changed, put into the document that is on the screen: a page of 600 directives is not fetched again for
 * every key that somebody presses. Only when the text itself changed is it.
 */
export function putInto(queries: QueryClient, step: ReviewChanged): void {
  const { queryKey } = queryOf(getDocument, { id: step.id });
  queries.setQueryData(queryKey, (document) => document && withStep(document, step));
  if (step.textChanged) void queries.invalidateQueries({ queryKey });
  void queries.invalidateQueries({ queryKey: [listDocuments.name] });
}

export function withStep(document: DocumentView, step: ReviewChanged): DocumentView {
  const { version, state, canUndo, canRedo, changed, removed } = step;
  if (version <= document.version) return document;
  const gone = new Set([...removed, ...changed.map(({ id }) => id)]);
  const items = [...document.items.filter(({ id }) => !gone.has(id)), ...changed].toSorted(inOrder);
  return { ...document, version, state, canUndo, canRedo, items };
}

const inOrder = (a: DirectiveView, b: DirectiveView): number =>
  a.start - b.start || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const refreshes = [listDocuments];

/**
 * The steps of a review. They go out one after the other, each with the version that the one before it made, so that
 * somebody may press a, j, a, j as fast as the fingers go.
 */
export function useReview(document: DocumentView) {
  const queries = useQueryClient();
  const version = useRef(document.version);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    version.current = Math.max(version.current, document.version);
  }, [document.version]);
  const onDone = (reply: ReviewChanged) => {
    version.current = reply.version;
    putInto(queries, reply);
  };
  const onStep = { refreshes, onDone };
  const commands = {
    accept: useCommand(acceptDirective, onStep),
    reject: useCommand(rejectDirective, onStep),
    split: useCommand(splitDirective, onStep),
    merge: useCommand(mergeDirectives, onStep),
    acceptUnder: useCommand(acceptUnderHeading, onStep),
    acceptAll: useCommand(acceptAll, onStep),
    undo: useCommand(undoReview, onStep),
    redo: useCommand(redoReview, onStep),
    add: useCommand(addDirective, onStep),
    repair: useCommand(decideRepair, onStep),
    link: useCommand(linkVersion, onStep),
  };
  const all = Object.values(commands);
  const { id } = document;
  const isStale = all.some((command) => command.isStale);
  useEffect(() => {
    // Somebody else was faster: what is shown is old, so it is fetched before anything else is decided.
    if (isStale) void queries.invalidateQueries({ queryKey: [getDocument.name] });
  }, [isStale, queries]);

  /** One after the other; a refusal is told and the next one is tried all the same. */
  function inTurn<Result>(step: () => Promise<Result>): Promise<Result> {
    const turn = last.current.then(() => {
      for (const command of all) command.reset();
      return step();
    });
    last.current = turn.catch(() => {});
    return turn;
  }
  const now = () => ({ id, version: version.current });
  const { accept, reject, split, merge, acceptUnder, undo, redo, add, repair, link } = commands;
  return {
    isSending: all.some((command) => command.isSending),
    sentence: all.find((command) => command.sentence !== null)?.sentence ?? null,
    isStale,
    /** the version of the last step of one's own */
    ownVersion: version,
    accept: (directiveId: string) => inTurn(() => accept.send({ ...now(), directiveId })),
    reject: (directiveId: string, reason: string) => inTurn(() => reject.send({ ...now(), directiveId, reason })),
    split: (directiveId: string, cuts: number[]) => inTurn(() => split.send({ ...now(), directiveId, cuts })),
    merge: (directiveIds: string[]) => inTurn(() => merge.send({ ...now(), directiveIds })),
    acceptUnder: (heading: number) => inTurn(() => acceptUnder.send({ ...now(), heading })),
    acceptAll: () => inTurn(() => commands.acceptAll.send(now())),
    undo: () => inTurn(() => undo.send(now())),
    redo: () => inTurn(() => redo.send(now())),
    add: (start: number, end: number) => inTurn(() => add.send({ ...now(), start, end })),
    decideRepair: (repairId: string, applied: boolean) => inTurn(() => repair.send({ ...now(), repairId, applied })),
    link: (previousId: string) => inTurn(() => link.send({ ...now(), previousId })),
  };
}
