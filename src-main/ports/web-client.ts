/** One request to a server that the user named; nothing else of Galley ever opens a connection. */
export interface WebRequest {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  /** JSON, or one file as a form's field `file`. */
  body?: { kind: 'json'; value: unknown } | { kind: 'file'; path: string; name: string; type: string };
  signal?: AbortSignal;
}

export interface WebAnswer {
  status: number;
  /** Parsed JSON; null where the body is empty or something else. */
  json: unknown;
}

/**
 * Sends one request: https, or http to this machine and private networks only; no redirects to other hosts, an answer
 * of at most a few megabytes, a time limit.
 * @throws GalleyError `unavailable` where the server does not answer, `invalid-input` for an address it must not reach
 */
export type WebClient = (request: WebRequest) => Promise<WebAnswer>;
