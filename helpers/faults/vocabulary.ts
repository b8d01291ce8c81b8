/** The words in which a claim says its faults: the engine answers, refuses, swallows, mishears ... */
export {
  answers,
  answersHeader,
  answersStatus,
  answersText,
  finishes,
  late,
  outdated,
  refusals,
  refusesWith,
  rewords,
} from './answers';
export { changesEvents, delaysEvents, inventsEvents, losesEvents } from './events';
export { mishearsFlags, startsHosts } from './hosts';
export { add, doubled, drop, isObject, type Json, rename, retype, set, without } from './json';
export { resolvesAll } from './names';
export { connectsToAll } from './networks';
export { exits, logs, prints, printsBoth, type Rewriting } from './output';
export type { Call, Fault, Plant } from './plant';
export { accepts, refuses, refusesSaying, swallows } from './refusals';
export { madeUpId } from './reply';
export { alsoDoes, type Look, mishears, mishearsQuery, mistakes, sent } from './requests';
export { nth, since, where } from './selector';
