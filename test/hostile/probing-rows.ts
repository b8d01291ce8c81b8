/** Servers that are sick from the first call on: a run on them begins and judges nothing. */
import type { ProbingRow } from './rows';
import * as is from './sick-answers';

const atVersion = (what: string, sick: is.Sick, says: RegExp): ProbingRow => {
  return { what: `/version ${what}`, must: 'cannot judge', says, sick: [{ call: /^GET \/version$/, sick }] };
};

const atInfo = (what: string, sick: is.Sick, says: RegExp): ProbingRow => {
  return { what: `/info ${what}`, must: 'cannot judge', says, sick: [{ call: /^GET \/info$/, sick }] };
};

const says = (version: unknown) => is.document({ Version: '20.10.24', ApiVersion: version });

/** A busy machine may come to the limit in time before that of size. */
const TOO_MUCH = /over \d+ bytes|not answered within/;

const NO_ENGINE = /no container engine/;

export const PROBING_ROWS: readonly ProbingRow[] = [
  atVersion('never answers', is.silent, /not answered within/),
  atVersion('answers a byte now and then', is.drippingBody, /not answered within/),
  atVersion('has a head that comes a byte now and then', is.drippingHead, /not answered within/),
  atVersion('closes', is.closes, /closed the connection|hang up/),
  atVersion('closes in the middle', is.cutInTheMiddle, /no engine answers/),
  atVersion('has a body without an end', is.endlessBody, TOO_MUCH),
  atVersion('has a header without an end', is.endlessHeader, /HPE_HEADER_OVERFLOW/),
  atVersion('has headers without an end', is.headersWithoutEnd, /HPE_HEADER_OVERFLOW/),
  atVersion('has a status line without an end', is.endlessStatus, /no engine answers/),
  atVersion('has a status that is a word', is.statusWord, /HPE_/),
  atVersion('has a status that nobody knows', is.document({ ApiVersion: '1.41' }, 999), NO_ENGINE),
  atVersion('promises an answer without an end', is.interimWithoutEnd, /no engine answers/),
  atVersion('switches to another protocol', is.switches, /not answered within|no engine answers/),
  atVersion('says a length that is too short', is.tooShortLength, NO_ENGINE),
  atVersion('says two lengths', is.twoLengths, /HPE_/),
  atVersion('says a negative length', is.negativeLength, /HPE_/),
  atVersion('has broken chunks', is.brokenChunks, /HPE_|ECONNRESET/),
  atVersion('has a chunk of petabytes', is.hugeChunk, /over \d+ bytes|HPE_|not answered within/),
  atVersion('is gibberish', is.gibberish, /does not speak HTTP/),
  atVersion('is a gigabyte of JSON', is.gigabyte, TOO_MUCH),
  atVersion('is ten million small values', is.manyValues, /over \d+ values|not answered within/),
  atVersion('is 10,000 levels deep', is.deep, /levels deep/),
  atVersion('is packed, and huge when it is unpacked', is.gzipBomb, NO_ENGINE),
  atVersion('leads to a closed port', is.redirects('http://127.0.0.1:1/'), NO_ENGINE),
  atVersion('leads to a file', is.redirects('file:///etc/passwd'), NO_ENGINE),
  atVersion('is a page', is.text('<html>engine</html>', 200, { 'content-type': 'text/html' }), NO_ENGINE),
  atVersion('is NaN', is.text('NaN'), NO_ENGINE),
  atVersion('is null', is.text('null'), NO_ENGINE),
  atVersion('is a list', is.document([{ ApiVersion: '1.41' }]), NO_ENGINE),
  atVersion('is not UTF-8', is.text(Buffer.from('{"ApiVersion":"1.41","Os":"\xff"}', 'latin1')), /not UTF-8/),
  atVersion('names its version twice', is.text('{"ApiVersion":"1.41","ApiVersion":"1.12"}'), /a field twice/),
  atVersion('names its version in its prototype', is.text('{"__proto__":{"ApiVersion":"1.41"}}'), NO_ENGINE),
  ...['1.', '999.999', '1.23\u001b[2J', '-1.23', '1.23; touch CANARY', '', 1.41, null, { major: 1 }, '٣.٤'].map(
    (version) => atVersion(`names the version ${JSON.stringify(version)}`, says(version), NO_ENGINE),
  ),
  atInfo('is null', is.text('null'), NO_ENGINE),
  atInfo('is a list', is.text('[]'), NO_ENGINE),
  atInfo('is a gigabyte of JSON', is.gigabyte, TOO_MUCH),
  atInfo('never answers', is.silent, /stopped answering/),
  atInfo('refuses, with controls', is.document({ message: '\u001b[2J\u202e' }, 500), NO_ENGINE),
];
