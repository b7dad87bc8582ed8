/**
 * The window with hands inside it: the same start, and `window.wegmarkeLab` by which the demonstration, the tour and
 * the bench fill and measure an open vault. Built with `--mode lab`, never part of the delivered app.
 */
import '#renderer/app/boot/without-eval.ts';
import { bootDeps } from '#renderer/app/boot/boot-deps.ts';
import { startWindow } from '#renderer/app/start-window.tsx';
import type { OpenedData } from '#renderer/data/open-data.ts';
import { call, on } from '#renderer/host/host.ts';
import { err } from '#shared/domain/result.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import type { Sealing } from '#shared/ports/sealing.ts';
import { showCertificates, timedCertificates } from './certificates.ts';
import { demoPlan, fillFacility, planRollCall } from './facility.ts';
import type { Lab } from './lab.ts';
import { planSelfCheckIn } from './self-check-in.ts';
import { snapshotTimes } from './snapshot-times.ts';
import { journalStress } from './stress.ts';
import { vaultTimes } from './vault-ratios.ts';

interface Opened {
  readonly data: OpenedData;
  readonly sealing: Sealing;
  readonly workstationId: string;
}

let opened: Opened | undefined;
let argon2Ms = Number.NaN;

function open(): Opened {
  if (!opened) throw new Error('The vault is not open.');
  return opened;
}

/** The lab fills and measures; a kiosk is started by the screens. */
const noKiosk: AppServices['kiosk'] = {
  start: async () => err({ code: 'kiosk.off' }),
  inbox: () => ({ taken: 0, refused: [], putAside: 0, damaged: false }),
  subscribe: () => () => undefined,
  discard: async () => err({ code: 'kiosk.off' }),
};

/** Certificates are checked by the screens. */
const noProof: AppServices['proof'] = {
  judge: async () => ({ state: 'foreign', reason: 'unknown-key', content: null }),
  issuers: () => [],
  strikeOff: async () => err({ code: 'certificate.no-key' }),
  renew: async () => err({ code: 'certificate.no-key' }),
  page: async () => err({ code: 'certificate.no-key' }),
  revocationList: async () => err({ code: 'certificate.no-key' }),
};

/** Nor does it restore anything; main makes snapshots as ever. */
const noBackup: AppServices['backup'] = {
  current: () => undefined,
  subscribe: () => () => undefined,
  list: async () => err({ code: 'backup.missing' }),
  makeNow: async () => err({ code: 'backup.missing' }),
  chooseFolder: async () => err({ code: 'backup.missing' }),
  rehearse: async () => err({ code: 'backup.missing' }),
  restore: async () => err({ code: 'backup.missing' }),
};

const services = (): AppServices => ({
  ...open().data,
  kiosk: noKiosk,
  proof: noProof,
  backup: noBackup,
  workstationId: open().workstationId,
  documents: deps.documents,
  lock: () => undefined,
});

const deps = bootDeps();
const lab: Lab = {
  isOpen: () => opened !== undefined,
  fillDemo: async () => {
    await fillFacility(services(), demoPlan, () => undefined);
    await open().data.settled();
  },
  journalStress: (plan) =>
    journalStress(open().sealing, open().workstationId, { ...plan, today: open().data.clock.today() }),
  vaultTimes: (count) => vaultTimes(services(), () => open().data.settled(), count),
  snapshotTimes: () => snapshotTimes(open().sealing),
  settled: () => open().data.settled(),
  planRollCall: (people) => planRollCall(services(), people),
  planSelfCheckIn: (title, firstNames) => planSelfCheckIn(services(), title, firstNames),
  marksOf: async (sessionId) => {
    const { records, directory } = open().data;
    const sheet = await records.get('attendanceSheet', sessionId);
    return Object.values(sheet?.entries ?? {}).map(({ participantId, mark }) => [
      directory.get('participant', participantId ?? '')?.given ?? '',
      mark,
    ]);
  },
  argon2Ms: () => argon2Ms,
  makeCertificates: timedCertificates,
  showCertificates,
  callTimes: async (count, bytes) => {
    const times: number[] = [];
    const payload = new Uint8Array(bytes).map((_, at) => (at * 2_654_435_761) >>> 24);
    for (let at = 0; at < count; at += 1) {
      const begun = performance.now();
      // Out of order: main parses the call and refuses it before anything is written.
      await call('journal.append', { seq: 999_999_999, payload });
      times.push(performance.now() - begun);
    }
    return times;
  },
};
Object.assign(window, { wegmarkeLab: lab });

await startWindow(
  {
    ...deps,
    vault: {
      lockScreen: () => deps.vault.lockScreen(),
      create: (setup) => deps.vault.create(setup),
      recoverWithCode: (code) => deps.vault.recoverWithCode(code),
      ensureIssuerKey: (session, workstationId, today) =>
        deps.vault.ensureIssuerKey(session, workstationId, today),
      addIssuerKey: (session, workstationId, today) => deps.vault.addIssuerKey(session, workstationId, today),
      strikeOffIssuer: (session, keyId, from, today) =>
        deps.vault.strikeOffIssuer(session, keyId, from, today),
      unlock: async (accountId, passphrase) => {
        const result = await deps.vault.unlock(accountId, passphrase);
        if (result.ok) argon2Ms = result.value.timings.argon2Ms;
        return result;
      },
    },
    openData: async (given) => {
      const data = await deps.openData(given);
      opened = { data, sealing: given.sealing, workstationId: given.workstationId };
      return data;
    },
  },
  (lock) => on('app.lockRequested', lock),
);
