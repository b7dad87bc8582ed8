/**
 * The import rules of docs/architecture.md, as errors. `npm run lint` runs them.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const only = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    only('no-cycles', 'Two files that need each other are one file or want a third.', {}, { circular: true }),
    only(
      'shared-is-pure',
      'shared imports only shared, zod (the validator), feiertagejs (calendar), any-ascii (names) and cborg (proofs).',
      { path: '^shared/' },
      { pathNot: '^(shared/|node_modules/(zod|feiertagejs|any-ascii|cborg)/)' },
    ),
    only(
      'domain-is-alone',
      'shared/domain knows neither IPC nor sync transports.',
      { path: '^shared/domain/' },
      { path: '^shared/ipc/' },
    ),
    only(
      'main-not-renderer',
      'electron and renderer never import each other.',
      { path: '^electron/' },
      { path: '^renderer/' },
    ),
    only(
      'renderer-not-main',
      'electron and renderer never import each other.',
      { path: '^renderer/' },
      { path: '^electron/|node_modules/electron/' },
    ),
    only(
      'renderer-has-no-node',
      'The renderer is sandboxed.',
      { path: '^renderer/' },
      { dependencyTypes: ['core'] },
    ),
    only(
      'features-are-apart',
      'Features never import features.',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    ),
    only(
      'features-use-ports',
      'Only app wires data, vault, sync and host into features.',
      { path: '^renderer/features/' },
      { path: '^renderer/(app|data|vault|sync|host)/' },
    ),
    only(
      'ui-is-domain-free',
      'ui knows nothing of the domain.',
      { path: '^renderer/ui/' },
      { path: '^(shared/(?!domain/calendar/)|renderer/(app|features|data|vault|sync|host)/)' },
    ),
    only(
      'data-below-app',
      'data, vault, sync and host know no screens.',
      { path: '^renderer/(data|vault|sync|host)/' },
      { path: '^renderer/(app|features|ui|services)/' },
    ),
    only(
      'holidays-in-calendar',
      'Public holidays come from one file.',
      { pathNot: '^shared/domain/calendar/holidays\\.ts$' },
      { path: 'node_modules/feiertagejs/' },
    ),
    only(
      'transliteration-in-names',
      'What a name sounds like is known in one place.',
      { pathNot: '^shared/domain/names/' },
      { path: 'node_modules/any-ascii/' },
    ),
    only(
      'cbor-in-proof',
      'The bytes of proofs are known in one place.',
      { path: '^(electron|renderer|shared)/', pathNot: '^shared/domain/proof/' },
      { path: 'node_modules/cborg/' },
    ),
    only(
      'script-ed25519-in-verify-page',
      'The app has WebCrypto; only the page for other browsers brings signatures in script.',
      { pathNot: '^renderer/verify-page/' },
      { path: 'node_modules/@noble/' },
    ),
    only(
      'qr-in-documents',
      'Codes are drawn where documents are made.',
      { path: '^(electron|renderer|shared)/', pathNot: '^renderer/documents/' },
      { path: 'node_modules/qrcode/' },
    ),
    only(
      'verify-page-is-apart',
      'The page that is handed out has nothing of the app in it.',
      { path: '^renderer/verify-page/' },
      { path: '^renderer/(?!verify-page/)|node_modules/(react|@mui|zod)' },
    ),
    only(
      'dexie-in-data',
      'Dexie only in renderer/data.',
      { pathNot: '^renderer/data/' },
      { path: 'node_modules/dexie/' },
    ),
    only(
      'hpke-in-vault',
      'Key work only in renderer/vault.',
      { pathNot: '^renderer/vault/' },
      { path: 'node_modules/(@hpke|hash-wasm)/' },
    ),
    only(
      'makers-in-documents',
      'pdfmake and hucre only where documents are made.',
      { pathNot: '^renderer/documents/' },
      { path: 'node_modules/(pdfmake|hucre)/' },
    ),
    only(
      'nats-in-sync',
      'The way to the sync server is one place.',
      { path: '^(electron|renderer|shared)/', pathNot: '^electron/sync/' },
      { path: 'node_modules/@nats-io/' },
    ),
    only(
      'nothing-from-tests',
      'The product never imports tests or scripts.',
      { path: '^(electron|renderer|shared)/' },
      { path: '^(tests|scripts)/' },
    ),
    only(
      'nothing-unresolved',
      'An import that does not resolve.',
      {},
      { couldNotResolve: true, pathNot: '\\?(url|worker|inline)|^electron$|^pdfmake/interfaces$' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'browser', 'default', 'types'],
    },
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
