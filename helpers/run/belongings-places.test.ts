import { clientOn, engineOn } from '../fixtures/engine-on';
import { enginesOfTests } from '../fixtures/engines-of-tests';
import { empty, httpAnswers, type Reply } from '../fixtures/http-answers';
import { newForEachTest } from '../fixtures/new-for-tests';
import { Belongings } from './belongings';

const current = enginesOfTests();
const { signal } = new AbortController();

/** The engine of another host. */
const there = newForEachTest(
  async () => {
    const server = await httpAnswers();
    return { server, client: clientOn(server.endpoint) };
  },
  async ({ server, client }) => {
    client.close();
    await server.close();
  },
);
const open = () => engineOn(there().client);

describe('what a claim made on several hosts', () => {
  test('goes everywhere at once, and of no host a network before the containers of all', async () => {
    const order: string[] = [];
    const slow = (name: string, ms: number): Reply => {
      return (response, { url }) => {
        setTimeout(() => {
          order.push(`${name} ${url.split('?')[0]}`);
          response.writeHead(204).end();
        }, ms);
      };
    };
    current().server.on('DELETE /*', slow('here', 0));
    there().server.on('DELETE /*', slow('there', 20));
    const belongings = new Belongings();
    belongings.add('network', 'n1');
    belongings.add('container', 'c1');
    belongings.elsewhere('host2', open).add('container', 'c2');
    belongings.elsewhere('host2', open).add('network', 'n2');
    expect(await belongings.removeAll(current().engine(), signal)).toEqual([]);
    expect(order.slice(0, 2).sort()).toEqual(['here /v1.23/containers/c1', 'there /v1.23/containers/c2']);
    expect(order.slice(2).sort()).toEqual(['here /v1.23/networks/n1', 'there /v1.23/networks/n2']);
  });

  test('is one with that of other claims, by host', async () => {
    there().server.on('DELETE /*', empty());
    const all = ['a', 'b'].map((name) => {
      const belongings = new Belongings();
      belongings.elsewhere('host2', open).add('container', name);
      return belongings;
    });
    expect(await Belongings.together(all).removeAll(current().engine(), signal)).toEqual([]);
    expect(there().server.calls('DELETE').sort()).toEqual(['DELETE /containers/a', 'DELETE /containers/b']);
    expect(current().server.asked).toEqual([]);
  });
});

describe('what a claim disturbed', () => {
  test('is whole again before anything is removed, and a restoration that breaks is told of', async () => {
    const order: string[] = [];
    current().server.on('DELETE /*', (response) => {
      order.push('removed');
      response.writeHead(204).end();
    });
    const belongings = new Belongings();
    belongings.add('container', 'c1');
    belongings.addRestoration(async () => void order.push('restored'));
    belongings.addRestoration(async () => Promise.reject(new Error('the store does not start')));
    const left = await Belongings.together([belongings]).removeAll(current().engine(), signal);
    expect(left).toEqual(['the store does not start']);
    expect(order).toEqual(['restored', 'removed']);
  });
});
