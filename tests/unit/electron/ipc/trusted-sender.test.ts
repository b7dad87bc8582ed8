import { describe, expect, it } from 'vitest';
import { isTrustedSender, type Sender } from '#electron/ipc/trusted-sender.ts';

const window = { id: 7 };
const top = { origin: 'app://host', parent: null };
const sender = (change: object): Sender => ({ sender: window, senderFrame: top, ...change }) as Sender;

describe('isTrustedSender', () => {
  it("takes the window's top frame on the app's origin", () => {
    expect(isTrustedSender(sender({}), window)).toBe(true);
  });

  it.each([
    ['another window', { sender: { id: 8 } }],
    ['a frame that has gone', { senderFrame: null }],
    ['a frame within the page', { senderFrame: { origin: 'app://host', parent: top } }],
    ['another host of the scheme', { senderFrame: { origin: 'app://other', parent: null } }],
    ['a page of the web', { senderFrame: { origin: 'https://host.app.invalid', parent: null } }],
    ['an opaque origin', { senderFrame: { origin: 'null', parent: null } }],
    ['an origin that begins like ours', { senderFrame: { origin: 'app://host.evil', parent: null } }],
  ])('refuses %s', (_name, change) => {
    expect(isTrustedSender(sender(change), window)).toBe(false);
  });

  it('refuses everybody while there is no window', () => {
    expect(isTrustedSender(sender({}), undefined)).toBe(false);
  });
});
