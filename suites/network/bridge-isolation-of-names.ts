import { claim } from '../../helpers/claims/claim';
import { otherBridge } from './fixtures/other-bridge';
import { userBridge } from './fixtures/user-bridge';
import { lookUp } from './names';

export default claim({
  id: 'network.bridge.isolation-of-names',
  level: 'implied',
  lines: [[56, 56]],
  statement: 'The name and the alias of a container do not resolve on a network that it is not on.',
  fault: 'the engine answers for the names of all its containers on every network',
  async body({ engine, use, verify }) {
    const { first, second, aliasOfFirst } = await use(userBridge);
    const other = await use(otherBridge);
    const names = [first.name, aliasOfFirst];
    const found = { withinMs: 5_000, expected: 'found' };
    await verify.eventually(
      'name and alias, asked for by the neighbour',
      async () => (await lookUp(engine, second, names)).map((each) => each.outcome),
      (seen) => seen.every((outcome) => outcome === 'found'),
      found,
    );
    const { value } = await verify.eventually(
      'a name of the other network, asked for there',
      () => lookUp(engine, other.container, [other.container.name, ...names]),
      ([own]) => own?.outcome === 'found',
      found,
    );
    verify.equal(
      value.slice(1).map((each) => each.addresses),
      [[], []],
      'the addresses of name and alias, asked for on the other network',
    );
  },
});
