import type { Session } from 'electron';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '#electron/security/content-security-policy.ts';
import { isAllowedExternalLink } from '#electron/security/external-links.ts';
import { isAllowedRequest } from '#electron/security/guard-session.ts';
import { hardenedPreferences } from '#electron/security/window-options.ts';

describe('hardenedPreferences', () => {
  const preferences = hardenedPreferences({} as Session, true);

  it('isolates the page', () => {
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
    });
  });

  it('has the inspector only while developing', () => {
    expect(preferences.devTools).toBe(false);
    expect(hardenedPreferences({} as Session, false).devTools).toBe(true);
  });
});

describe('isAllowedRequest', () => {
  it.each(['app://host/index.html', 'blob:app://host/0-1'])('takes %s', (address) => {
    expect(isAllowedRequest(address, true)).toBe(true);
  });

  it.each([
    'https://example.com/',
    'http://127.0.0.1/',
    'ws://x/',
    'file:///etc/passwd',
    'app://hosts/x',
    'devtools://x',
    'data:,x',
  ])('refuses %s', (address) => {
    expect(isAllowedRequest(address, true)).toBe(false);
  });
});

describe('isAllowedExternalLink', () => {
  const allowed = new Set(['https://example.org/help', 'http://example.org/plain']);

  it('takes the exact https address', () => {
    expect(isAllowedExternalLink('https://example.org/help', allowed)).toBe(true);
  });

  it.each([
    'https://example.org/help?x=1',
    'https://example.org/',
    'http://example.org/plain',
    'javascript:0',
    'file:///x',
  ])('refuses %s', (address) => {
    expect(isAllowedExternalLink(address, allowed)).toBe(false);
  });
});

it('the policy lets nothing inline, no eval and no connection', () => {
  const policy = contentSecurityPolicy('abc');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'none'");
  expect(policy).toContain("'nonce-abc'");
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|data:|https?:|\*/);
});
