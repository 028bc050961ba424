import { Agent, request } from 'node:http';

/** A client that keeps its connection and costs little itself, since it shares the machine with what it measures. */
export interface HttpClient {
  /** @throws Error for any status but a 2xx */
  send(method: string, path: string, body?: unknown): Promise<string>;
  close(): void;
}

export function httpClient(url: string, headers: Readonly<Record<string, string>>): HttpClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { hostname, port, origin } = new URL(url);
  return {
    send: (method, path, body) =>
      new Promise((done, failed) => {
        const payload = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
        const outgoing = request(
          {
            agent,
            hostname,
            port,
            method,
            path,
            headers: {
              ...headers,
              ...(payload && { origin, 'content-type': 'application/json', 'content-length': payload.length }),
            },
          },
          (answer) => {
            const chunks: Buffer[] = [];
            answer.on('data', (chunk: Buffer) => chunks.push(chunk));
            answer.on('end', () => {
              const text = Buffer.concat(chunks).toString();
              const status = answer.statusCode ?? 0;
              if (status >= 200 && status < 300) done(text);
              else failed(new Error(`${method} ${path} answered ${status}: ${text.slice(0, 500)}`));
            });
          },
        );
        outgoing.on('error', failed);
        outgoing.end(payload);
      }),
    close: () => agent.destroy(),
  };
}
