/** `npm run rotate-key [-- --data FOLDER]`: heads are signed with a new key from here on; the old one is thrown away. */
import { hasRecords } from '#server/db/as-it-stands.ts';
import { openInstallation } from '#server/installation.ts';
import { keyFileIn } from '#server/ledger/keys.ts';
import { rotateKey } from '#server/ledger/proof.ts';
import { readArguments, runCommand, shownPlace } from './records/command.ts';

await runCommand(async ({ say, refuse, config, place: placeIn }) => {
  const given = readArguments({ data: { type: 'string' } });
  if (!given || given.positionals.length > 0) return refuse(say('rotateKey.usage'));
  const place = placeIn(given.values.data);
  if (!place) return refuse(say('start.badDatabaseAddress'));
  if (!(await hasRecords(place))) return refuse(say('records.none', { where: shownPlace(place) }));
  const opened = await openInstallation(place, Date.now, config);
  if (!opened.ok) return refuse(say(opened.error.code, { folder: place.dataFolder, ...opened.error }));
  const { installation, close } = opened.value;
  try {
    const keyFile = config.ledgerKeyFile ?? keyFileIn(place.dataFolder);
    const keys = await rotateKey(installation, { keyFile, log: undefined });
    console.log(say('rotateKey.done', { file: keyFile, ...keys }));
    return 0;
  } finally {
    await close();
  }
});
