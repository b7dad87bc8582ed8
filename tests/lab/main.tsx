/**
 * The window with hands inside it: the same start, and `window.wegmarkeLab` by which the demonstration, the tour and
 * the bench fill and measure an open vault. Built with `--mode lab`, never part of the delivered app.
 */
import '#renderer/app/boot/without-eval.ts';
import { auditPort } from '#renderer/app/audit-port.ts';
import type { Boot } from '#renderer/app/boot/boot.ts';
import { bootDeps } from '#renderer/app/boot/boot-deps.ts';
import { journalPort } from '#renderer/app/boot/host-ports.ts';
import { staffRetention } from '#renderer/app/retention/staff-retention.ts';
import { startWindow } from '#renderer/app/start-window.tsx';
import type { OpenedData } from '#renderer/data/open-data.ts';
import { call, on } from '#renderer/host/host.ts';
import type { NewParticipant } from '#shared/domain/records/participant.ts';
import { err, ok } from '#shared/domain/result.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import type { Sealing } from '#shared/ports/sealing.ts';
import { memoryWorkstations } from '#tests/memory/memory-workstations.ts';
import { barePuts } from './bare-puts.ts';
import { showCertificates, timedCertificates } from './certificates.ts';
import { editPeople } from './edit-people.ts';
import { contentsOf, foundOf, planCountedSession, writeUntilRefused, writtenOf } from './endurance.ts';
import { demoPlan, fillFacility, planRollCall } from './facility.ts';
import { journalShare, timedJournal } from './journal-share.ts';
import { auditTimes, deletionTimes, sealedAgain } from './keeping-times.ts';
import type { Lab } from './lab.ts';
import { beNewerApp } from './newer-app.ts';
import { planSelfCheckIn } from './self-check-in.ts';
import { snapshotTimes, timed } from './snapshot-times.ts';
import { journalAudit, journalStress } from './stress.ts';
import { vaultTimes } from './vault-ratios.ts';

interface Opened {
  readonly data: OpenedData;
  readonly sealing: Sealing;
  readonly workstationId: string;
  readonly accountId: string;
}

let opened: Opened | undefined;
let boot: Boot | undefined;
/** Milliseconds by which the app's clock is ahead of the computer's. */
let clockShift = 0;
let argon2Ms = Number.NaN;
let openedAt = Number.NaN;
const journal = timedJournal(journalPort);

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
  registered: async () => undefined,
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
  verifyAll: async () => err({ code: 'backup.missing' }),
  stopVerifying: () => undefined,
  dismissLedger: () => undefined,
  listSetAside: async () => ok([]),
  deleteSetAside: async () => err({ code: 'backup.missing' }),
  chooseFolder: async () => err({ code: 'backup.missing' }),
  rehearse: async () => err({ code: 'backup.missing' }),
  restore: async () => err({ code: 'backup.missing' }),
};

const deps = bootDeps(journal);

/** Nor a new code. */
const noRecovery: AppServices['recovery'] = {
  since: () => new Date(),
  renew: () => ({
    recoveryCode: '',
    confirm: async () => err({ code: 'role' }),
    discard: () => undefined,
  }),
  saveSheet: async () => ok(false),
  printSheet: async () => ok(false),
};

/** It signs in nobody else. */
const noAccounts: AppServices['accounts'] = {
  list: async () => ok([]),
  subscribe: () => () => undefined,
  create: async () => err({ code: 'role' }),
  disable: async () => err({ code: 'role' }),
  changeRole: async () => err({ code: 'role' }),
  resetPassphrase: async () => err({ code: 'role' }),
  changePassphrase: async () => err({ code: 'role' }),
  judge: deps.documents.judge,
};

const nothingBegun = [] as const;

/** Nor a new key. */
const noKeys: AppServices['keys'] = {
  since: () => new Date(),
  current: () => open().data.resealing.current(),
  subscribe: (listener) => open().data.resealing.subscribe(listener),
  begin: async () => err({ code: 'role' }),
};

/** The app's own: there can be one connection only. */
function sync(): AppServices['sync'] {
  const state = boot?.current();
  if (state?.phase !== 'open') throw new Error('The app is not open.');
  return state.services.sync;
}

/** Resolves once it says that it is in step. */
function inStep(): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (sync().current().kind !== 'in-step') return;
      end();
      resolve();
    };
    const end = sync().subscribe(look);
    look();
  });
}

async function changePerson(id: string, changes: Partial<NewParticipant>): Promise<void> {
  const changed = await open().data.commands.execute('participant.update', { id, changes });
  if (!changed.ok) throw new Error(changed.error.code);
}

const services = (): AppServices => ({
  ...open().data,
  audit: auditPort(open().data.audit, async () => ok([]), open().data.commands),
  kiosk: noKiosk,
  proof: noProof,
  backup: noBackup,
  accounts: noAccounts,
  workstationId: open().workstationId,
  workstationName: () => undefined,
  workstations: memoryWorkstations(open().workstationId),
  sync: sync(),
  documents: deps.documents,
  lock: () => undefined,
  switchUser: () => undefined,
  begun: {
    keep: () => undefined,
    drop: () => undefined,
    peek: () => undefined,
    taken: () => undefined,
    waiting: () => nothingBegun,
    subscribe: () => () => undefined,
  },
  recovery: noRecovery,
  keys: noKeys,
  retention: staffRetention({
    ...open().data,
    repeated: ok({ count: 0, locked: 0 }),
    forget: async () => undefined,
    compact: async () => (await deps.backup.compactJournal()).ok,
  }),
});

const lab: Lab = {
  isOpen: () => opened !== undefined && boot?.current().phase === 'open',
  fillDemo: async () => {
    await fillFacility(services(), demoPlan, () => undefined);
    await open().data.settled();
  },
  journalStress: (plan) =>
    journalStress(open().sealing, open().workstationId, { ...plan, today: open().data.clock.today() }),
  journalAudit: (entries) =>
    journalAudit(open().sealing, open().workstationId, {
      ...{ entries, accountId: open().accountId, now: new Date() },
    }),
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
  found: () => foundOf(open().data),
  contents: () => contentsOf(open().data),
  isWhole: async () => {
    const { verify, audit } = open().data;
    const isComplete = await verify();
    await audit.check();
    const check = audit.current();
    return isComplete && check.state === 'done' && check.finding.faultCount === 0;
  },
  planCountedSession: () => planCountedSession(services()),
  writeUntilRefused: (...given) => writeUntilRefused(services(), ...given),
  writtenOf: (...given) => writtenOf(open().data, ...given),
  journalShare: (planned) => journalShare(services(), journal, planned),
  manifestDigest: async () => {
    return await timed(async () => {
      if (!(await open().data.verify())) throw new Error('The manifest does not agree.');
    });
  },
  auditTimes: () => auditTimes(open().data.audit),
  resealed: () => timed(() => sealedAgain(open().data.resealing)),
  deletionTimes: () => deletionTimes(services()),
  unlockTimes: () => ({ argon2Ms, openedAt }),
  sync: {
    connect: async (addressFile) => {
      const connected = await sync().connect(addressFile);
      if (!connected.ok) throw new Error(connected.error.code);
      return sync().details()?.publicKey ?? '';
    },
    state: () => sync().current(),
    details: () => sync().details(),
    retry: () => sync().retry(),
    reseed: async () => {
      const reseeded = await sync().reseed();
      if (!reseeded.ok) throw new Error(reseeded.error.code);
    },
    filled: () => timed(inStep),
    barePuts,
    found: () => ({ tasks: sync().tasks().length, overwritten: sync().overwritten().length }),
  },
  shiftClock: (ms) => {
    clockShift = ms;
  },
  anyPerson: async () => {
    const [first] = open().data.directory.list('participant');
    if (!first) throw new Error('There is nobody.');
    return first.id;
  },
  people: () =>
    open()
      .data.directory.list('participant')
      .map(({ id, given, room }) => ({ id, given, room }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  personOf: (id) => open().data.records.get('participant', id),
  changePerson,
  beNewerApp,
  moveRoom: async (id, room) => {
    const begun = performance.timeOrigin + performance.now();
    await changePerson(id, { room });
    return begun;
  },
  editPeople: (...given) => editPeople(services(), ...given),
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

boot = await startWindow(
  {
    ...deps,
    now: () => new Date(Date.now() + clockShift),
    vault: {
      lockScreen: () => deps.vault.lockScreen(),
      create: (setup) => deps.vault.create(setup),
      recoverWithCode: (code) => deps.vault.recoverWithCode(code),
      ensureIssuerKey: (session, workstationId, today) =>
        deps.vault.ensureIssuerKey(session, workstationId, today),
      addIssuerKey: (session, workstationId, today) => deps.vault.addIssuerKey(session, workstationId, today),
      strikeOffIssuer: (session, keyId, from, today) =>
        deps.vault.strikeOffIssuer(session, keyId, from, today),
      chooseFirstPassphrase: (...given) => deps.vault.chooseFirstPassphrase(...given),
      accounts: (session) => deps.vault.accounts(session),
      addAccount: (...given) => deps.vault.addAccount(...given),
      disableAccount: (...given) => deps.vault.disableAccount(...given),
      changeRole: (...given) => deps.vault.changeRole(...given),
      resetPassphrase: (...given) => deps.vault.resetPassphrase(...given),
      changePassphrase: (...given) => deps.vault.changePassphrase(...given),
      renewRecovery: (...given) => deps.vault.renewRecovery(...given),
      rotateEpoch: (...given) => deps.vault.rotateEpoch(...given),
      takeHeader: (...given) => deps.vault.takeHeader(...given),
      claimThrough: (claim) => deps.vault.claimThrough(claim),
      siteValues: (session) => deps.vault.siteValues(session),
      workstations: (session) => deps.vault.workstations(session),
      beginJoin: (...given) => deps.vault.beginJoin(...given),
      addWorkstation: (...given) => deps.vault.addWorkstation(...given),
      renameWorkstation: (...given) => deps.vault.renameWorkstation(...given),
      revokeWorkstation: (...given) => deps.vault.revokeWorkstation(...given),
      invite: (...given) => deps.vault.invite(...given),
      fingerprint: (...given) => deps.vault.fingerprint(...given),
      unlock: async (accountId, passphrase) => {
        const result = await deps.vault.unlock(accountId, passphrase);
        if (result.ok) argon2Ms = result.value.timings.argon2Ms;
        return result;
      },
    },
    openData: async (given) => {
      const data = await deps.openData(given);
      const { sealing, workstationId, signedIn } = given;
      opened = { data, sealing, workstationId, accountId: signedIn.accountId };
      return {
        ...data,
        // The last thing before the screens have the data.
        repeatErasures: async () => {
          const repeated = await data.repeatErasures();
          openedAt = performance.now();
          return repeated;
        },
      };
    },
  },
  (lock) => on('app.lockRequested', lock),
);
