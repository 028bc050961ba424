import { connect, type Socket } from 'node:net';

/** A client that keeps its connection and costs little itself, since it shares the machine with what it measures. */
export interface HttpClient {
  /** One request at a time. @throws Error for any status but a 2xx */
  send(method: string, path: string, body?: unknown): Promise<string>;
  close(): void;
}

interface Waiting {
  done(answer: Answer): void;
  failed(error: Error): void;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Speaks as much HTTP/1.1 as our server does; that of Node costs more than what the reference, pg, costs altogether. */
export function httpClient(url: string, headers: Readonly<Record<string, string>>): HttpClient {
  const { hostname, port, host, origin } = new URL(url);
  const always = lines({ host, ...headers });
  let socket: Socket | undefined;
  let waiting: Waiting | undefined;
  let received: Buffer = Buffer.alloc(0);

  const open = () => {
    const made = connect(Number(port), hostname).setNoDelay(true);
    made.on('data', (chunk: Buffer) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const answer = readAnswer(received);
      if (answer === undefined) return;
      received = Buffer.alloc(0);
      waiting?.done(answer);
    });
    made.on('error', (error) => waiting?.failed(error));
    made.on('close', () => {
      socket = undefined;
      waiting?.failed(new Error('The server closed the connection.'));
    });
    return made;
  };

  return {
    async send(method, path, body) {
      const payload = body === undefined ? '' : JSON.stringify(body);
      const about = body === undefined ? '' : lines({ origin, ...json, 'content-length': Buffer.byteLength(payload) });
      socket ??= open();
      const { status, body: text } = await new Promise<Answer>((done, failed) => {
        waiting = { done, failed };
        socket?.write(`${method} ${path} HTTP/1.1\r\n${always}${about}\r\n${payload}`);
      });
      waiting = undefined;
      if (status >= 200 && status < 300) return text;
      throw new Error(`${method} ${path} answered ${status}: ${text.slice(0, 500)}`);
    },
    close: () => socket?.destroy(),
  };
}

const json = { 'content-type': 'application/json' };

function lines(headers: Readonly<Record<string, string | number>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
}

/** The answer, once all of it is there. */
function readAnswer(received: Buffer): Answer | undefined {
  const headEnds = received.indexOf('\r\n\r\n');
  if (headEnds === -1) return undefined;
  const head = received.toString('latin1', 0, headEnds);
  const body = received.subarray(headEnds + 4);
  const status = Number(head.slice(9, 12));
  const length = /^content-length: (\d+)/im.exec(head)?.[1];
  const whole = length === undefined ? joinChunks(body) : body.length < Number(length) ? undefined : body;
  return whole === undefined ? undefined : { status, body: whole.toString() };
}

/** A body in the chunked coding, or undefined while its last chunk is still to come. */
function joinChunks(body: Buffer): Buffer | undefined {
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    const lineEnds = body.indexOf('\r\n', at);
    if (lineEnds === -1) return undefined;
    const size = Number.parseInt(body.toString('latin1', at, lineEnds), 16);
    const from = lineEnds + 2;
    if (body.length < from + size + 2) return undefined;
    if (size === 0) return Buffer.concat(parts);
    parts.push(body.subarray(from, from + size));
    at = from + size + 2;
  }
}
