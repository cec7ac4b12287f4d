import { rulingOf } from '../scenario/run.ts';
import { agencyUntold } from './check-agency.ts';
import { cardOverTwoTaps, cardPlacesUnreachable, clausesNotOnCard } from './check-card.ts';
import { answersThatDiffer, answersWithoutPolicy } from './check-community.ts';
import { cuesThatTeachSomethingElse, optionsWithoutCue } from './check-explanations.ts';
import { facsimilesUnused } from './check-facsimiles.ts';
import {
  argumentsThatDiffer,
  brokenMessages,
  narrationThatDiffers,
  policiesThatDiffer,
  wordsForNothing,
  wordsMissing,
} from './check-language.ts';
import {
  decisionsWithoutRightWay,
  endlessPaths,
  missingHourEnding,
  rightPathsOverTheHour,
  soundOptionsThatHoldOnCivil,
  tooManyDecisions,
  unreachablePlaces,
  wrongOptionsThatGoOn,
} from './check-paths.ts';
import { attemptsThatTakeTooLong, policiesTooLong, situationsTooLong } from './check-reading-time.ts';
import {
  clausesNotDrawn,
  clausesNotInPolicy,
  clausesNotTaught,
  drawsTooLong,
  filesNotNamed,
  filmOutOfDate,
  scenariosNeverDrawn,
} from './check-traceability.ts';
import { whysThatNameNoClause, whysTooLong } from './check-why.ts';
import type { ReadMessage } from './message.ts';
import type { CourseProblem } from './problem.ts';
import type { CourseBook } from './reader.ts';

/** Everything that a course must keep besides being readable; each rule is one function, each problem names its place. */
export function checkCourse({ pack, plan }: CourseBook, files: readonly string[], read: ReadMessage): CourseProblem[] {
  const ruling = rulingOf(pack.course);
  const ofScenario = [
    endlessPaths,
    wrongOptionsThatGoOn,
    decisionsWithoutRightWay,
    unreachablePlaces,
    tooManyDecisions,
    rightPathsOverTheHour,
    soundOptionsThatHoldOnCivil,
    missingHourEnding,
  ];
  return [
    ...filesNotNamed(pack, files),
    ...wordsMissing(pack),
    ...wordsForNothing(pack),
    ...brokenMessages(pack, read),
    ...argumentsThatDiffer(pack, read),
    ...policiesThatDiffer(pack),
    ...narrationThatDiffers(plan),
    ...Object.values(pack.scenarios).flatMap((scenario) => ofScenario.flatMap((check) => check(scenario, ruling))),
    ...optionsWithoutCue(pack),
    ...cuesThatTeachSomethingElse(pack),
    ...whysThatNameNoClause(pack, read),
    ...whysTooLong(pack, read),
    ...agencyUntold(pack),
    ...facsimilesUnused(pack),
    ...clausesNotTaught(pack),
    ...clausesNotInPolicy(pack),
    ...clausesNotDrawn(pack),
    ...scenariosNeverDrawn(pack),
    ...drawsTooLong(pack),
    ...attemptsThatTakeTooLong(pack, read),
    ...situationsTooLong(pack),
    ...policiesTooLong(pack),
    ...cardOverTwoTaps(pack),
    ...cardPlacesUnreachable(pack),
    ...clausesNotOnCard(pack),
    ...answersWithoutPolicy(pack),
    ...answersThatDiffer(pack),
    ...filmOutOfDate(pack, plan),
  ];
}
