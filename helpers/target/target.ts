/** A target: the engine that is to be judged, and the way to it. */

/** How the engine is reached. Certificates and keys are paths, read when the connection is made. */
export type Endpoint =
  | { readonly kind: 'unix'; readonly socketPath: string }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number; readonly tls?: TlsFiles }
  | { readonly kind: 'ssh'; readonly destination: string; readonly port?: number };

/** PEM files. `verify: false` is docker's `--tls` without `--tlsverify`: encrypted, the server not checked. */
export interface TlsFiles {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly verify: boolean;
}

export interface Target {
  /** As reports name it: the name in the configuration, or the endpoint as a URL. */
  readonly id: string;
  readonly endpoint: Endpoint;
  /** Asked for this target alone, where its configuration says so. */
  readonly apiVersion?: string;
  /** Whether this suite started the engine and will stop it: nobody else's, so that a claim may leave traces in its memory. */
  readonly own?: true;
  /** Where the target came from, for messages: `--target`, `DOCKER_HOST`, `context default`, `default socket`, a config name. */
  readonly source: string;
}
