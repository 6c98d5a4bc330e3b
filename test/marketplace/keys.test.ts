import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createVault, hashKey, isIssuedKey } from '../../src/marketplace/index.js';
import { newId } from '../../src/marketplace/ids.js';
import { issueKey, maskedKey } from '../../src/marketplace/keys.js';

describe('keys', () => {
  it('are recognisable, and no two are alike', () => {
    const keys = Array.from({ length: 500 }, () => issueKey('lk_key'));
    assert.equal(new Set(keys).size, keys.length);
    for (const key of keys) assert.ok(isIssuedKey(key), key);
  });

  it('show a wrong character by their checksum', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7, max: 44 }), fc.constantFrom(...'0aZ9'), (at, char) => {
        const key = issueKey('lk_key');
        const altered = key.slice(0, at) + char + key.slice(at + 1);
        return altered === key || !isIssuedKey(altered);
      }),
    );
  });

  it('show prefix, four digits and the last four of themselves', () => {
    assert.match(maskedKey(issueKey('lk_key')), /^lk_key_[0-9A-Za-z]{4}…[0-9A-Za-z]{4}$/);
  });

  it('hash to SHA-256', async () => {
    assert.equal(await hashKey('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('the vault', () => {
  const key = new Uint8Array(32).fill(1);
  it('opens what it sealed, in the same context only', async () => {
    const vault = await createVault(key);
    const sealed = await vault.seal('pässword', 'cred_1');
    assert.equal(await vault.open(sealed, 'cred_1'), 'pässword');
    await assert.rejects(vault.open(sealed, 'cred_2'));
    await assert.rejects((await createVault(new Uint8Array(32))).open(sealed, 'cred_1'));
  });

  it('notices a change of any byte, and never seals alike', async () => {
    const vault = await createVault(key);
    const sealed = await vault.seal('x', 'c');
    assert.notEqual(sealed, await vault.seal('x', 'c'));
    const bytes = Uint8Array.from(atob(sealed), (char) => char.charCodeAt(0));
    for (let i = 0; i < bytes.length; i++) {
      const altered = bytes.slice();
      altered[i]! ^= 1;
      await assert.rejects(vault.open(btoa(String.fromCharCode(...altered)), 'c'));
    }
  });

  it('takes no short key', () => assert.rejects(createVault(new Uint8Array(16)), RangeError));
});

describe('ids', () => {
  it('sort in the order they were made, also within a millisecond and when the clock goes back', () => {
    const ids = [5, 5, 5, 4, 6, 1e13].map((now) => newId('x', now));
    assert.deepEqual([...ids].sort(), ids);
  });
});
