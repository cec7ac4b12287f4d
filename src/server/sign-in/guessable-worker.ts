import { parentPort, workerData } from 'node:worker_threads';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as en from '@zxcvbn-ts/language-en';
import * as es from '@zxcvbn-ts/language-es-es';

/** A password that a machine would need fewer guesses for than this many is on its lists, or as good as. */
const fewestGuesses = 10 ** 10;

const dictionary = { ...common.dictionary, ...en.dictionary, ...es.dictionary };
const lists = new ZxcvbnFactory({ dictionary, graphs: common.adjacencyGraphs });
parentPort?.postMessage(lists.check(workerData as string).guesses < fewestGuesses);
