import { Route, Routes } from 'react-router';
import { Shell } from './ui/shell.tsx';

/** The product map: the only place where features meet. */
export function AppRoutes() {
  return (
    <Routes>
      <Route path="/" element={<Shell agency={null}>…</Shell>} />
    </Routes>
  );
}
