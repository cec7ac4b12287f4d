/** Who may import whom (docs/architecture.md). Every rule says what to do instead; test/architecture.test.ts breaks each once. */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Rooms of src/app that any feature may use; every other folder there is a feature and stands alone. */
const shared = '(player|scenario|evidence|people|offline|ui|i18n|api)';

export default {
  forbidden: [
    rule(
      'domain-is-pure',
      'The domain runs in browser and server alike: pass clock, randomness and I/O in as arguments.',
      { path: '^src/domain/' },
      { pathNot: ['^src/domain/', '(^|/)node_modules/(zod|xstate)/'] },
    ),
    rule(
      'recording-knows-the-domain-only',
      'Recording stands between screens and receivers: it takes domain types and the port, never a screen or the server.',
      { path: '^src/recording/' },
      { path: '^src/(?!domain/|recording/)' },
    ),
    rule(
      'adapters-never-meet',
      'Each receiver has one adapter; what two need belongs to the port, to lms (every standard of LMSs) or to the domain.',
      { path: '^src/recording/(?!lms/)([^/]+)/' },
      { path: '^src/recording/[^/]+/', pathNot: ['^src/recording/$1/', '^src/recording/lms/'] },
    ),
    rule(
      'lms-knows-no-standard',
      'What every LMS needs stands in lms and takes a link as an argument; the screens of the package choose the standard.',
      { path: '^src/recording/lms/' },
      { path: '^src/recording/(?!lms/)[^/]+/' },
    ),
    rule(
      'own-server-is-no-lms',
      'What our own server and an LMS both need belongs to the port.',
      { path: '^src/recording/own-server/' },
      { path: '^src/recording/lms/' },
    ),
    rule(
      'features-never-meet',
      'Features meet in routes.tsx only; what two need goes to player, scenario, evidence, people, offline, ui, i18n, api or the domain.',
      { path: '^src/app/([^/]+)/' },
      { path: '^src/app/[^/]+/', pathNot: [`^src/app/($1|${shared})/`] },
    ),
    rule(
      'officer-leaves-through-the-recorder',
      'Inside an LMS there is no server of ours: submit evidence through the Recorder port.',
      { path: '^src/app/(officer|player|scenario)/' },
      { path: '^src/app/api/' },
    ),
    rule(
      'server-as-a-type-only',
      'Browsers may know the server by `import type` and nothing more.',
      { path: '^src/(app|recording|domain)/' },
      { path: '^src/(server|cli|rendering|packaging)/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'server-draws-nothing',
      'The server answers with data; words and pictures belong to the screens (the public page: decision 0010).',
      { path: '^src/server/' },
      { path: '^src/(app|recording|rendering|packaging|cli)/' },
    ),
    rule(
      'packaging-takes-what-is-built',
      'A package holds the built screens and a course: take their files and words as arguments.',
      { path: '^src/packaging/' },
      { path: '^src/(?!domain/|packaging/)' },
    ),
    rule(
      'only-db-knows-the-driver',
      'Ask the store for it: the driver is exchanged in src/server/db alone.',
      { pathNot: '^src/server/db/' },
      { path: '^(node:sqlite|sqlite)$|(^|/)node_modules/pg/' },
    ),
    rule(
      'only-the-player-knows-video-js',
      'Use the components of src/app/player; video.js stays exchangeable.',
      { pathNot: '^src/app/player/' },
      { path: '(^|/)node_modules/video\\.js/' },
    ),
    rule(
      'no-parser-on-officer-screens',
      'Officer screens carry no full zod: import schema modules as types, and closed lists from closed-lists.ts.',
      { path: '^src/(app|recording)/' },
      {
        path: '(^|/)node_modules/zod/',
        pathNot: '(^|/)node_modules/zod/(v4/)?mini/',
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'no-circles',
      'Two files that need each other are one thing, or hide a third.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule(
      'nothing-unresolved',
      'The import points nowhere: mend the path or install the package.',
      {},
      { couldNotResolve: true },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    tsConfig: { fileName: 'tsconfig.node.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
    exclude: { path: '\\.(css|woff2|svg)$' },
  },
};
