import { parentPort, workerData } from 'node:worker_threads';
import { readSnapshot } from '../db/as-it-stands.ts';
import type { DatabasePlace } from '../db/place.ts';
import { writeBackup } from './write.ts';

const { place, file, at } = workerData as { place: DatabasePlace; file: string; at: string };
const totals = await readSnapshot(place, (tx) => writeBackup(tx, file, at));
parentPort?.postMessage(totals !== null);
