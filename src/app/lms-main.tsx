import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import './i18n/i18n.ts';
import './lms/words.ts';
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { readPackage } from './lms/launch-file.ts';
import { UnreadablePage } from './lms/no-lms-page.tsx';
import { LmsTraining } from './lms-training.tsx';
import { Boundary } from './ui/boundary.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('lms.html lacks the element #root.');
const found = await readPackage();
// The headings of all screens ask where they are; a package has one page, whatever its address inside the LMS.
createRoot(root).render(
  <StrictMode>
    <MemoryRouter>
      <Boundary>{found ? <LmsTraining {...found} /> : <UnreadablePage />}</Boundary>
    </MemoryRouter>
  </StrictMode>,
);
