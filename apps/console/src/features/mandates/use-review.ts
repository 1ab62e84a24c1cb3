import {
  acceptDirective,
  acceptUnderHeading,
  addDirective,
  rejectDirective,
  undoReview,
} from '@duban/contract/document-review';
import { type DocumentView, getDocument, listDocuments } from '@duban/contract/mandates';
import { useEffect, useRef } from 'react';
import { useCommand } from '../../data/use-command.ts';

export type ReviewDeed = 'accept' | 'edit' | 'reject';

const refreshes = [getDocument, listDocuments];

/**
 * The quick steps of a review. They go out one after the other, each with the version that the one before it made, so
 * that somebody may press a, j, a, j as fast as the fingers go.
 */
export function useReview(document: DocumentView) {
  const version = useRef(document.version);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => void (version.current = document.version), [document.version]);
  const onDone = (reply: { version: number }) => void (version.current = reply.version);
  const accept = useCommand(acceptDirective, { refreshes, onDone });
  const reject = useCommand(rejectDirective, { refreshes, onDone });
  const acceptUnder = useCommand(acceptUnderHeading, { refreshes, onDone });
  const undo = useCommand(undoReview, { refreshes, onDone });
  const add = useCommand(addDirective, { refreshes, onDone });
  const commands = [accept, reject, acceptUnder, undo, add];
  const { id } = document;

  /** One after the other; a refusal is told and the next one is tried all the same. */
  function inTurn<Result>(step: () => Promise<Result>): Promise<Result> {
    const turn = last.current.then(() => {
      for (const command of commands) command.reset();
      return step();
    });
    last.current = turn.catch(() => {});
    return turn;
  }
  return {
    isSending: commands.some((command) => command.isSending),
    sentence: commands.find((command) => command.sentence !== null)?.sentence ?? null,
    accept: (directiveId: string) => inTurn(() => accept.send({ id, directiveId, version: version.current })),
    reject: (directiveId: string) => inTurn(() => reject.send({ id, directiveId, version: version.current })),
    acceptUnder: (heading: number) => inTurn(() => acceptUnder.send({ id, heading, version: version.current })),
    undo: () => inTurn(() => undo.send({ id, version: version.current })),
    add: (start: number, end: number) => inTurn(() => add.send({ id, start, end, version: version.current })),
  };
}
