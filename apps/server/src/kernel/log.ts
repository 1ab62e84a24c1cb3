import { type Logger, pino } from 'pino';

/**
 * Structured logs, one JSON object a line. They carry no personal data: bodies, cookies, addresses and query strings
 * are never logged; a person appears as an id.
 */
export function createLog(level: string, file?: string): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${Temporal.Now.instant().toString({ smallestUnit: 'millisecond' })}"`,
    redact: { paths: ['req.headers', 'req.remoteAddress', 'req.remotePort', 'password', '*.password'], remove: true },
    serializers: {
      req: (request: { method: string; url: string; id: string }) => ({
        method: request.method,
        path: request.url.split('?')[0],
        id: request.id,
      }),
      err: (error: Error & { code?: string; constraint?: string }) => ({
        type: error.name,
        // The message of a database error may quote a value; its code and constraint say enough.
        message: error.code && error.code.length === 5 ? undefined : error.message,
        code: error.code,
        constraint: error.constraint,
        stack: error.stack?.split('\n').slice(1).join('\n'),
      }),
    },
  };
  return file ? pino(options, pino.destination({ dest: file, mkdir: true, sync: false })) : pino(options);
}
