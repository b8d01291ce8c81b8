/**
 * docker-modem follows redirects by itself, to any host and without a listener for errors: an engine that answers 302 to a
 * closed port ends this process, and one that names an address makes it call there. Nothing in the API redirects, so the
 * modem is given node's own senders in place of its following ones. Source: docker-modem 5.0.7, lib/http.js.
 */
import * as nodeHttp from 'node:http';
import * as nodeHttps from 'node:https';
import senders from 'docker-modem/lib/http';

/** Makes every modem of this process hand a redirect to its caller as any other answer. May be called again. */
export function followNoRedirects(): void {
  senders.http = nodeHttp;
  senders.https = nodeHttps;
}
