import { anLms, type Elements, type Failure, type Standard } from './an-lms.ts';

/** The page of an LMS: offers its API, opens the package in a frame, and keeps what is committed for the next launch. */
const given = new URL(location.href).searchParams;
const standard = (given.get('standard') ?? 'scorm12') as Standard;
const keptAs = `lms.${standard}`;
const preset = JSON.parse(localStorage.getItem(keptAs) ?? given.get('preset') ?? '{}') as Elements;

const lms = anLms(standard, preset);
const launch = lms.launch();
const keeping = Object.fromEntries(
  Object.entries(launch.api).map(([name, ask]) => [
    name,
    (...spoken: unknown[]) => {
      const answer = ask(...spoken);
      localStorage.setItem(keptAs, JSON.stringify(lms.kept()));
      return answer;
    },
  ]),
);
Object.assign(window, {
  [standard === 'scorm12' ? 'API' : 'API_1484_11']: keeping,
  lms: {
    kept: lms.kept,
    faults: launch.faults,
    written: launch.written,
    isOver: launch.isOver,
    failWith: (failing: Partial<Record<string, Failure>>) => lms.failWith(failing),
  },
});

const frame = document.createElement('iframe');
frame.name = 'training';
frame.style.cssText = 'border:0;width:100%;height:95vh';
frame.src = given.get('package') ?? `/${standard}/index.html`;
document.body.append(frame);
