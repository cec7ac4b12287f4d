import { useEffect, useState } from 'react';
import { type LmsRecorder, lmsRecorder } from '#recording/lms/lms-recorder.ts';
import { startInFirstOf } from './i18n/i18n.ts';
import { useLanguage } from './i18n/use-language.ts';
import { chooseLink, linkToNobody } from './lms/choose-link.ts';
import type { Package } from './lms/launch-file.ts';
import { LeavingPage, type LeftAs, LeftPage, leftAs, UnsavedPage } from './lms/leave-pages.tsx';
import { LmsFrame } from './lms/lms-frame.tsx';
import { NoLmsPage } from './lms/no-lms-page.tsx';
import { surroundingsIn } from './lms/package-surroundings.ts';
import { OfficerModule } from './officer/officer-module.tsx';
import { useSending } from './officer/use-sending.ts';
import { SurroundingsContext, useSurroundings } from './ui/surroundings.ts';

/** The officer's module as an LMS opens it: looks for the LMS, trains, and leaves only with a true word on what is saved. */
export function LmsTraining(given: Package) {
  const { language } = useLanguage();
  const [surroundings] = useState(() => surroundingsIn(given.file));
  const [recorder, setRecorder] = useState<LmsRecorder | null>(() => {
    const chosen = chooseLink(given);
    return chosen && lmsRecorder(chosen.link, given.pack, chosen);
  });
  const title = given.pack.text[language].title;
  const look = () => setRecorder(lmsRecorder(linkToNobody, given.pack, { endsWithPage: false }));
  return (
    <SurroundingsContext value={surroundings}>
      {recorder ? (
        <Opened recorder={recorder} title={title} />
      ) : (
        <LmsFrame title={title}>
          <NoLmsPage onLook={look} />
        </LmsFrame>
      )}
    </SurroundingsContext>
  );
}

type Face = 'opening' | 'training' | 'leaving' | 'unsaved' | LeftAs;

function Opened({ recorder, title }: { recorder: LmsRecorder; title: string }) {
  const [face, setFace] = useState<Face | { left: LeftAs }>('opening');
  const surroundings = useSurroundings();
  const sending = useSending(recorder);
  const isLook = recorder.launch()?.mode === 'practice';

  useEffect(() => {
    // What hinders the opening is said by the module, which asks again.
    void recorder
      .open()
      .then(() => startInFirstOf(recorder.launch()?.languages ?? []))
      .then(() => setFace((now) => (now === 'opening' ? 'training' : now)));
  }, [recorder]);

  const leave = async (anyway?: 'anyway') => {
    // Without the module the film has ended and has reported what was played last.
    setFace('leaving');
    await new Promise((shown) => setTimeout(shown));
    const left = await recorder.leave(anyway);
    if (left === 'not-saved' && !anyway) return setFace('unsaved');
    setFace({ left: leftAs(sendingNow(recorder)?.standing, isLook, left === 'saved') });
  };

  if (typeof face === 'object') {
    return (
      <LmsFrame title={title}>
        <LeftPage as={face.left} fleeting={sending.fleeting ?? false} />
      </LmsFrame>
    );
  }
  const canLeave = face === 'training' && recorder.launch() !== null;
  return (
    <LmsFrame title={title} isLook={isLook} {...(canLeave && { onExit: () => void leave() })}>
      {face === 'training' && (
        <SurroundingsContext value={{ ...surroundings, startsMuted: recorder.launch()?.audio === 'off' }}>
          <OfficerModule recorder={recorder} />
        </SurroundingsContext>
      )}
      {face === 'leaving' && <LeavingPage />}
      {face === 'unsaved' && (
        <UnsavedPage
          sending={sending}
          onTryAgain={() => void leave()}
          onBack={() => setFace('training')}
          onLeave={() => void leave('anyway')}
        />
      )}
    </LmsFrame>
  );
}

function sendingNow(recorder: LmsRecorder) {
  let training = null as ReturnType<typeof useSending>['training'];
  recorder.onSending((sending) => {
    training = sending.training;
  })();
  return training as ReturnType<typeof useSending>['training'];
}
