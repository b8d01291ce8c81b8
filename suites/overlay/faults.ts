/** Faults that several claims about overlay networks must notice. */
import { answers, drop, type Fault, prints, set } from '../../helpers/faults/vocabulary';
import { pingLost } from '../network/faults';

/** Nothing passes. */
export const PINGS_LOST: Fault = {
  what: 'pings are lost',
  plant: prints(/^ping /, pingLost),
  expect: /pings between|on its own host|from its own network|by its neighbour/,
};

/** What must not pass does. */
export const PINGS_ANSWERED: Fault = {
  what: 'what is apart is reached',
  plant: prints(/^ping /, (shown) => shown.replace(/^(\d+)( packets transmitted, )0( packets received)/m, '$1$2$1$3')),
  expect: /from the other|of the other network from/,
};

/** Inspect does not tell where a container is. */
export const NO_ADDRESS: Fault = {
  what: 'inspect shows no address',
  plant: answers('GET /containers/*/json', drop('NetworkSettings.Networks.*.IPAddress')),
  expect: /the address of a container/,
};

/** All containers seem to have one address. */
export const ONE_ADDRESS: Fault = {
  what: 'one address is shown for all',
  plant: answers('GET /containers/*/json', set('NetworkSettings.Networks.*.IPAddress', '192.0.2.1')),
  expect: /distinct addresses|in \d|addresses|within/,
};
