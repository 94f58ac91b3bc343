import { afterEach, describe, expect, it, vi } from 'vitest';
import { connect, discover, hexOf, type Provider, shortAddress, sign, type Wallet } from './provider';

const wallet = (request: Provider['request']): Wallet => ({ id: 'w', name: 'Test', provider: { request } });

/** A page with these wallets in it. */
function page(announcing: string[], injected: boolean): void {
  const target = new EventTarget();
  const provider = { request: () => Promise.resolve(null) };
  target.addEventListener('eip6963:requestProvider', () => {
    for (const name of announcing) {
      const detail = { info: { uuid: name, name }, provider };
      target.dispatchEvent(Object.assign(new Event('eip6963:announceProvider'), { detail }));
    }
  });
  vi.stubGlobal('window', Object.assign(target, injected ? { ethereum: provider } : {}));
}

const found = (): string[] => {
  let names: string[] = [];
  discover((wallets) => {
    names = wallets.map((one) => one.name);
  })();
  return names;
};

afterEach(() => vi.unstubAllGlobals());

describe('wallets in a page', () => {
  it('are those that announce themselves, once each', () => {
    page(['Fox', 'Rabbit', 'Fox'], true);
    expect(found()).toEqual(['Fox', 'Rabbit']);
  });

  it('are the injected one where none does', () => {
    page([], true);
    expect(found()).toEqual(['Wallet']);
  });

  it('are none where there is none', () => {
    page([], false);
    expect(found()).toEqual([]);
  });
});

describe('asking a wallet', () => {
  it('gives the first address and a signature under the bytes of the text', async () => {
    const request = vi.fn(({ method }: { method: string }) =>
      Promise.resolve(method === 'eth_requestAccounts' ? ['0xA', '0xB'] : '0x51'),
    );
    expect(await connect(wallet(request))).toBe('0xA');
    expect(await sign(wallet(request), 'ü\n', '0xA')).toBe('0x51');
    expect(request).toHaveBeenLastCalledWith({ method: 'personal_sign', params: ['0xc3bc0a', '0xA'] });
  });

  it.each([
    [{ code: 4001 }, 'wallet-refused'],
    [{ code: -32002 }, 'wallet-busy'],
    [{ code: -32603, message: 'internal' }, 'wallet-failed'],
    [null, 'wallet-failed'],
  ])('says what went wrong: %j', async (error, code) => {
    await expect(connect(wallet(() => Promise.reject(error)))).rejects.toMatchObject({ code });
  });

  it('takes no address for a refusal', async () => {
    await expect(connect(wallet(() => Promise.resolve([])))).rejects.toMatchObject({
      code: 'wallet-refused',
    });
  });
});

it('writes bytes and addresses in short', () => {
  expect(hexOf('')).toBe('0x');
  expect(shortAddress('0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf')).toBe('0x7E5F…5Bdf');
});
