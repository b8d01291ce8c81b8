/** The marks by which the lab knows what is its own on the outer engine. */
import { randomBytes } from 'node:crypto';
import { endpointUrl } from '../target/endpoint-url';
import type { Target } from '../target/target';

/**
 * Label of every container, network and volume of the lab; its value is the id of the run that it serves, or `standing`. Not
 * the label of what a run makes on a target: where the outer engine is a target itself, that is removed while the lab is
 * still in use.
 */
export const LAB_LABEL = 'io.engine-conformance.lab';
/** Label that says what runs on a host, as `docker@26.1.5`; of an image, what it was built for. */
export const KIND_LABEL = 'io.engine-conformance.lab.kind';

/** Owner of what `lab up` started. */
export const STANDING = 'standing';

const PREFIX = 'ec-lab-';

/** A fresh name, fit for a container, a network and a host. */
export function labName(): string {
  return `${PREFIX}${randomBytes(5).toString('hex')}`;
}

const LEDGER_PREFIX = 'lab on ';

/** The outer engine as the ledger of a lab names it; that of a target which is the same engine is another. */
export function labEndpoint({ endpoint }: Target): string {
  return `${LEDGER_PREFIX}${endpointUrl(endpoint)}`;
}

/** Is a ledger's endpoint that of a lab? */
export function isLabEndpoint(endpoint: string): boolean {
  return endpoint.startsWith(LEDGER_PREFIX);
}
