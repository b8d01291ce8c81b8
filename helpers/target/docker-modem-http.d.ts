/** The part of docker-modem that sends requests; it has no types of its own. */
declare module 'docker-modem/lib/http' {
  const senders: { http: typeof import('node:http'); https: typeof import('node:https') };
  export = senders;
}
