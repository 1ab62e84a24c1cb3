import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { type Body, boundedBody } from './language-model-body.ts';

/**
 * A language model behind any endpoint that speaks the OpenAI chat-completions protocol, on this machine or elsewhere.
 * It gets a text and gives one back; it is offered no tools, and nothing of what it says is carried out here. Off unless
 * the settings name an address. What can go wrong with another machine is a named fault and never an exception.
 */
export type LanguageModel = {
  /** whom the text goes to, as people are told: host and port */
  readonly host: string;
  readonly name: string;
  /**
   * @param text what the model is to work on. It is data: nothing in it is ever part of the instruction
   * @throws the reason of `stop` when the program is told to stop meanwhile
   */
  ask(instruction: string, text: string, stop: AbortSignal): Promise<ModelAnswer>;
};

/** unreachable: no connection; refused: the key or the address is not accepted; failed: it says that it cannot now. */
export const modelFaults = ['unreachable', 'timed_out', 'refused', 'failed', 'too_large', 'malformed'] as const;
export type ModelFault = (typeof modelFaults)[number];

/** `requests`: how often the text was sent */
export type ModelAnswer =
  | { readonly text: string; readonly requests: number }
  | { readonly fault: ModelFault; readonly requests: number };

export type ModelSettings = {
  /** up to and without `/chat/completions` */
  readonly address: string;
  readonly name: string;
  readonly key: string | null;
  /** for one answer, from connecting to the last byte */
  readonly timeoutSeconds: number;
};

/** a first try and two more: a model that is being loaded answers the second time, one that is gone never does */
const TRIES = 3;
const LONGEST_WAIT_MS = 20_000;
/** a list of quotes is never longer than the document; anything larger is not what was asked for */
const MOST_BYTES = 1_000_000;

const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

type Wait = (ms: number, stop: AbortSignal) => Promise<void>;
const pause: Wait = (ms, signal) => setTimeout(ms, undefined, { signal });

/** @param wait how to pass the time between two tries; tests do not */
export function languageModelAt(settings: ModelSettings, wait: Wait = pause): LanguageModel {
  const url = `${settings.address.replace(/\/+$/, '')}/chat/completions`;
  return {
    host: new URL(url).host,
    name: settings.name,
    async ask(instruction, text, stop) {
      const body = JSON.stringify({
        model: settings.name,
        temperature: 0,
        stream: false,
        messages: [
          { role: 'system', content: instruction },
          { role: 'user', content: text },
        ],
      });
      for (let requests = 1; ; requests++) {
        const reply = await post(url, body, settings, stop);
        if ('text' in reply) return { ...reply, requests };
        if (!reply.again || requests === TRIES) return { fault: reply.fault, requests };
        await wait(Math.min(reply.afterMs ?? 1000 * 3 ** (requests - 1), LONGEST_WAIT_MS), stop);
      }
    },
  };
}

type Reply =
  | { readonly text: string }
  | { readonly fault: ModelFault; readonly again: boolean; readonly afterMs?: number | undefined };

async function post(
  url: string,
  body: string,
  { key, timeoutSeconds }: ModelSettings,
  stop: AbortSignal,
): Promise<Reply> {
  const timeout = AbortSignal.timeout(timeoutSeconds * 1000);
  try {
    const response = await fetch(url, {
      method: 'POST',
      // Following would carry the document to a machine that nobody named.
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key !== null && { authorization: `Bearer ${key}` }),
      },
      body,
      signal: AbortSignal.any([timeout, stop]),
    });
    if (!response.ok) return refusalOf(response);
    const content = await boundedBody(response, MOST_BYTES);
    return textIn(content);
  } catch (error) {
    stop.throwIfAborted();
    if (timeout.aborted) return { fault: 'timed_out', again: false };
    if (error instanceof TypeError || isConnectionError(error)) return { fault: 'unreachable', again: true };
    throw error;
  }
}

function refusalOf(response: Response): Reply {
  // Its text may quote the document and is kept nowhere.
  response.body?.cancel().catch(() => {});
  const { status } = response;
  if (status === 408 || status === 429 || status >= 500) {
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    return { fault: 'failed', again: true, afterMs: seconds >= 0 ? seconds * 1000 : undefined };
  }
  return { fault: 'refused', again: false };
}

function textIn(content: Body): Reply {
  if ('tooLarge' in content) return { fault: 'too_large', again: false };
  const parsed = Completion.safeParse(jsonOf(content.text));
  return parsed.success ? { text: parsed.data.choices[0]!.message.content } : { fault: 'malformed', again: false };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isConnectionError = (error: unknown): boolean =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string';

let current: LanguageModel | null = null;

/** Set once at the start, from the settings; null, as it is without them, when no document may leave the machine. */
export function useLanguageModel(model: LanguageModel | null): void {
  current = model;
}

export const languageModel = (): LanguageModel | null => current;
