/**
 * The peer of a start: Node's HTTP server with one empty page. It prints its address as the web host does.
 * Started as `node blank-host.ts`.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const page = '<!doctype html><html lang="en"><title>Blank</title><h1>Blank</h1></html>';
const server = createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}/` }));
});
