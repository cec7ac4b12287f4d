import { useRef, useState } from 'react';
import type { Answer, Mapping } from '#domain/roster/import.ts';
import type { Result } from '#domain/shared/result.ts';
import type { Imported, ImportPlan } from '#server/roster/import-store.ts';
import { ask } from '../api/ask.ts';
import { api, inNameOf } from '../api/client.ts';
import { newItemId } from '../api/new-id.ts';
import type { Problem } from '../api/problem.ts';
import { useSession } from '../api/session.ts';
import { base64Of } from '../people/bring-file.ts';

/** Of the file; the server says the same, after all of it has been sent. */
const mostBytes = 10 * 1024 * 1024;

/** What is asked of the server; the plan belongs to it as long as none of it changes. */
type Asked = { file: string; mapping: Mapping | null; whole: boolean; answers: readonly Answer[] };

export type Import = ReturnType<typeof useImport>;

/** One file on its way into the roster: chosen, looked at as often as wanted, imported once. */
export function useImport() {
  const { signedIn } = useSession();
  const [asked, setAsked] = useState<Asked>({ file: '', mapping: null, whole: false, answers: [] });
  const [seen, setSeen] = useState<{ asked: Asked; plan: ImportPlan } | null>(null);
  const [doing, setDoing] = useState<'looking' | 'importing' | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [imported, setImported] = useState<Imported | null>(null);
  // One id for one plan: a retry after a lost answer is one import, not two.
  const item = useRef({ id: '', digest: '' });
  const inOwnName = inNameOf(signedIn.officerId);
  const bodyOf = ({ file, mapping, whole, answers }: Asked) => ({
    file,
    mapping: mutable(mapping),
    whole,
    answers: [...answers],
  });

  async function look(next: Asked) {
    setAsked(next);
    setImported(null);
    setDoing('looking');
    const answer: Result<ImportPlan, Problem> = await ask(() =>
      api.api.roster.imports.plan.$post({ json: bodyOf(next) }, inOwnName),
    );
    setDoing(null);
    setProblem(answer.ok ? null : answer.error);
    if (!answer.ok) return setSeen(null);
    const withColumns = { ...next, mapping: answer.value.mapping };
    setAsked(withColumns);
    setSeen({ asked: withColumns, plan: answer.value });
  }

  return {
    asked,
    /** The last plan; `isCurrent`: nothing was chosen since. */
    plan: seen?.plan ?? null,
    isCurrent: seen?.asked === asked,
    doing,
    problem,
    imported,
    change: (change: Partial<Asked>) => setAsked({ ...asked, ...change }),
    look: () => look(asked),

    async choose(chosen: File) {
      setSeen(null);
      if (chosen.size > mostBytes) return setProblem({ code: 'roster.file-too-large', status: 422 });
      await look({ file: await base64Of(chosen), mapping: null, whole: false, answers: [] });
    },

    async importIt() {
      const mapping = mutable(asked.mapping);
      if (!seen || !mapping) return;
      const { digest } = seen.plan;
      if (item.current.digest !== digest) item.current = { id: newItemId(), digest };
      setDoing('importing');
      const json = { ...bodyOf(asked), mapping, id: item.current.id, plan: digest };
      const answer: Result<Imported, Problem> = await ask(() => api.api.roster.imports.$post({ json }, inOwnName));
      setDoing(null);
      setProblem(answer.ok ? null : answer.error);
      if (answer.ok) setImported(answer.value);
    },

    /** The rows that failed, as a file on this device. */
    async saveFailed() {
      const answer = await api.api.roster.imports['failed.csv'].$post({ json: bodyOf(asked) }, inOwnName);
      if (!answer.ok) return;
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await answer.blob());
      link.download = 'failed-rows.csv';
      link.click();
      URL.revokeObjectURL(link.href);
    },
  };
}

const mutable = (mapping: Mapping | null) =>
  mapping && {
    badge: [...mapping.badge],
    name: [...mapping.name],
    rank: [...mapping.rank],
    unit: [...mapping.unit],
    duty: [...mapping.duty],
    personId: [...mapping.personId],
  };
